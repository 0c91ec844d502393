package org.packhaus.shipment;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.packhaus.sdk.Booking;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.BringsReturnNumber;
import org.packhaus.sdk.Cancellation;
import org.packhaus.sdk.Carrier;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.CarrierProduct;
import org.packhaus.sdk.CarrierProfile;
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.Dimensions;
import org.packhaus.sdk.DocumentType;
import org.packhaus.sdk.FetchesLabels;
import org.packhaus.sdk.FindsByReference;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.ReturnLabels;
import org.packhaus.sdk.ReturnNumber;
import org.packhaus.sdk.Unavailable;
import org.packhaus.sdk.Unclear;
import org.packhaus.sdk.Weight;

/**
 * A carrier that counts what it charges, and can forget to answer, be busy, refuse, hang and take its caller down. It keeps no duplicate
 * out by itself: that is the ledger's task.
 */
final class FakeCarrier
        implements Carrier<FakeCarrier.Settings>,
                FindsByReference<FakeCarrier.Settings>,
                FetchesLabels<FakeCarrier.Settings>,
                BringsReturnNumber<FakeCarrier.Settings>,
                ReturnLabels<FakeCarrier.Settings>,
                Cancellation<FakeCarrier.Settings> {
    static final CarrierProfile PROFILE = new CarrierProfile(
            "fake",
            "Fake Parcel",
            "DHL",
            List.of(new CarrierProduct(
                    "V01PAK",
                    "Fake Paket",
                    Set.of(CountryCode.DE),
                    Weight.grams(31_500),
                    Optional.of(new Dimensions(1200, 600, 600)),
                    Set.of())),
            new CarrierProfile.ReferenceLimits(8, 35));

    record Settings() {}

    /** What happens to the next call. */
    enum Mood {
        /** Sells and answers. */
        FINE,
        /** Sells; the answer is lost. */
        LOSES_ANSWER,
        /** Sells nothing; whether it did is not known to the caller. */
        BREAKS_BEFORE,
        /** Turns it away. */
        BUSY,
        /** Refuses the address. */
        REFUSES,
        /** Sells; the caller's process dies before it hears. */
        CALLER_DIES_AFTER,
        /** The caller's process dies before anything was sent. */
        CALLER_DIES_BEFORE,
        /** Sells; answers when {@link #letGo} is called. */
        HANGS
    }

    /** A process that is gone: nothing catches this on the way. */
    static final class ProcessDied extends Error {
        private static final long serialVersionUID = 1;
    }

    record Charge(String reference, String number, String orderNumber) {}

    private final BlockingDeque<Mood> moods = new LinkedBlockingDeque<>();
    private final List<Charge> charges = new CopyOnWriteArrayList<>();
    private final List<BookingRequest> returns = new CopyOnWriteArrayList<>();
    private final Map<String, Booking> sold = new ConcurrentHashMap<>();
    private final Map<String, BookingRequest> requests = new ConcurrentHashMap<>();
    private final List<BookingRequest> all = new CopyOnWriteArrayList<>();
    private final Set<String> givenBack = ConcurrentHashMap.newKeySet();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger cancellations = new AtomicInteger();
    private final CountDownLatch hanging = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private volatile Supplier<Mood> always = () -> Mood.FINE;
    private volatile boolean finds = true;
    private volatile boolean forgetful;
    private volatile Optional<PluginException> cancelFails = Optional.empty();

    void next(Mood... wanted) {
        moods.addAll(List.of(wanted));
    }

    /** Misbehaves in every way, at random but the same for a seed. */
    void misbehaves(long seed) {
        Random random = new Random(seed);
        List<Mood> bad = List.of(
                Mood.LOSES_ANSWER,
                Mood.LOSES_ANSWER,
                Mood.BREAKS_BEFORE,
                Mood.BUSY,
                Mood.CALLER_DIES_AFTER,
                Mood.CALLER_DIES_BEFORE);
        always = () -> {
            synchronized (random) {
                return random.nextInt(10) < 6 ? Mood.FINE : bad.get(random.nextInt(bad.size()));
            }
        };
    }

    void answersNoLookUp() {
        finds = false;
    }

    /** Hands labels out again, without the number of the way back, as GLS does. */
    void forgetsReturnNumbers() {
        forgetful = true;
    }

    void cancelFails(PluginException failure) {
        cancelFails = Optional.of(failure);
    }

    void cancelWorks() {
        cancelFails = Optional.empty();
    }

    void awaitHanging() throws InterruptedException {
        hanging.await();
    }

    void letGo() {
        goOn.countDown();
    }

    /** Every request that was taken, in its order. */
    List<BookingRequest> requests() {
        return List.copyOf(all);
    }

    /** What was asked for with the label of that order. */
    BookingRequest requestOf(String orderNumber) {
        return java.util.Objects.requireNonNull(requests.get(orderNumber), orderNumber);
    }

    List<Charge> charges() {
        return List.copyOf(charges);
    }

    Set<String> givenBack() {
        return Set.copyOf(givenBack);
    }

    int cancellations() {
        return cancellations.get();
    }

    Mood draw() {
        Mood mood = moods.poll();
        return mood == null ? always.get() : mood;
    }

    @Override
    public CarrierProfile profile() {
        return PROFILE;
    }

    @Override
    public Class<Settings> settingsType() {
        return Settings.class;
    }

    @Override
    public Booking book(BookingRequest request, Settings settings) throws PluginException {
        return book(request, draw());
    }

    @Override
    public Booking bookReturn(BookingRequest request, Settings settings) throws PluginException {
        returns.add(request);
        return book(request, draw());
    }

    /** What was sold under a reference, as its own portal shows it. */
    Booking sold(String reference) {
        return Objects.requireNonNull(sold.get(reference));
    }

    /** What was asked for as a return label. */
    List<BookingRequest> returns() {
        return List.copyOf(returns);
    }

    Booking book(BookingRequest request, Mood mood) throws PluginException {
        return switch (mood) {
            case FINE -> sell(request);
            case LOSES_ANSWER -> {
                sell(request);
                throw new Unclear("answer-lost", "The carrier did not answer in time.", null);
            }
            case BREAKS_BEFORE -> throw new Unclear("answer-lost", "The carrier did not answer in time.", null);
            case BUSY -> throw new Unavailable("too-many-requests", "The carrier is busy.");
            case REFUSES ->
                throw new Rejected(
                        "address-not-codeable",
                        "The carrier cannot find the street.",
                        List.of(Rejected.Fault.of("to.street", "unknown street")));
            case CALLER_DIES_AFTER -> {
                sell(request);
                throw new ProcessDied();
            }
            case CALLER_DIES_BEFORE -> throw new ProcessDied();
            case HANGS -> {
                Booking booking = sell(request);
                hanging.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                yield booking;
            }
        };
    }

    private Booking sell(BookingRequest request) {
        String number = String.format("%020d", 340_434_000_000L + numbers.incrementAndGet());
        Booking booking = new Booking(
                number,
                Optional.of(new ReturnNumber("DHL", "R" + number)),
                List.of(
                        new CarrierDocument(
                                CarrierDocument.Kind.LABEL,
                                DocumentType.PDF,
                                ("label " + number).getBytes(StandardCharsets.UTF_8)),
                        new CarrierDocument(
                                CarrierDocument.Kind.RETURN_LABEL,
                                DocumentType.PDF,
                                ("return " + number).getBytes(StandardCharsets.UTF_8))),
                Optional.of(Money.euro("4.19")),
                List.of("street was corrected"));
        charges.add(new Charge(request.reference(), number, request.orderNumber()));
        sold.put(request.reference(), booking);
        requests.put(request.orderNumber(), request);
        all.add(request);
        return booking;
    }

    @Override
    public Optional<Booking> find(BookingRequest request, Settings settings) throws PluginException {
        if (!finds) {
            throw new Unavailable("maintenance", "The carrier does not tell now.");
        }
        return Optional.ofNullable(sold.get(request.reference()));
    }

    @Override
    public Optional<Booking> fetch(String trackingNumber, LabelPaper paper, Settings settings) {
        return sold.values().stream()
                .filter(b -> b.trackingNumber().equals(trackingNumber))
                .findFirst()
                .map(b -> forgetful
                        ? new Booking(b.trackingNumber(), Optional.empty(), b.documents(), b.price(), b.warnings())
                        : b);
    }

    @Override
    public Cancelled cancel(String trackingNumber, Settings settings) throws PluginException {
        cancellations.incrementAndGet();
        if (cancelFails.isPresent()) {
            throw cancelFails.get();
        }
        return givenBack.add(trackingNumber) ? Cancelled.NOW : Cancelled.UNKNOWN_NUMBER;
    }
}
