package org.packhaus.sdk.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.Booking;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.BringsReturnNumber;
import org.packhaus.sdk.Cancellation;
import org.packhaus.sdk.Carrier;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.CarrierProduct;
import org.packhaus.sdk.CarrierProfile;
import org.packhaus.sdk.FetchesLabels;
import org.packhaus.sdk.FindsByReference;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.Parcel;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.Tracking;
import org.packhaus.sdk.Weight;

/**
 * The rules of {@link Carrier} as tests. Extend it in your plugin's tests, teach the server what the carrier answers, and run
 * it; run it a second time with {@link ScriptedServer#forwardTo} against the carrier's sandbox.
 *
 * @param <S> your settings
 */
public abstract class CarrierContract<S extends Record> extends Contract<S, Carrier<S>> {

    /** Where labels are bought, with POST; {@code *} stands for one step. */
    protected abstract String purchasePath();

    /** A request the carrier refuses for its address. */
    protected abstract BookingRequest undeliverable();

    /** The field it then names, as {@link Rejected.Fault#field()}. */
    protected abstract String undeliverableField();

    /** A request the carrier fulfils: a book to Berlin, with a return number if {@code true}. */
    protected BookingRequest request(boolean returnNumberWanted) {
        CarrierProfile profile = extension(tools).profile();
        Address shop = Address.to("")
                .company("Teehaus Dachs GmbH")
                .street("Frankenstraße", "298")
                .city("45133", "Essen")
                .build();
        Address buyer = Address.to("Änne Groß")
                .street("Kurt-Schumacher-Straße", "20 b")
                .city("53113", "Bonn")
                .build();
        String reference = ("P" + UUID.randomUUID().toString().replace("-", ""))
                .substring(0, Math.min(33, profile.reference().max()));
        return new BookingRequest(
                reference,
                profile.products().getFirst().id(),
                new Parcel(Weight.grams(740), Optional.empty(), List.of()),
                shop,
                buyer,
                shop,
                LocalDate.now(tools.clock().withZone(java.time.ZoneId.of("Europe/Berlin"))),
                returnNumberWanted,
                List.of(),
                LabelPaper.PDF_103_X_199,
                "bwqwz7s8cx");
    }

    /** Whether the carrier gives a return number with the label. */
    protected boolean bringsReturnNumbers() {
        return extension(tools) instanceof BringsReturnNumber<?>;
    }

    private Booking book(BookingRequest request) throws Exception {
        return extension(tools).book(request, settings());
    }

    @Test
    void saysWhoItIs() {
        CarrierProfile profile = extension(tools).profile();
        assertThat(profile).as("constant").isEqualTo(extension(tools).profile());
        assertThat(profile.id()).matches("[a-z][a-z0-9-]*");
        assertThat(profile.name()).isNotBlank();
        assertThat(profile.carrierCode()).matches("[A-Z][A-Z0-9_]*");
        assertThat(profile.products()).extracting(CarrierProduct::id).doesNotHaveDuplicates();
        assertThat(profile.products()).extracting(CarrierProduct::name).doesNotContain("");
        assertThat(profile.reference().min())
                .isLessThanOrEqualTo(profile.reference().max());
        assertThat(profile.reference().max()).as("room for a reference").isGreaterThanOrEqualTo(8);
        assertThat(server.calls()).as("it must not call out for that").isEmpty();
    }

    @Test
    void sellsALabelWithItsNumber() throws Exception {
        BookingRequest request = request(false);
        Booking booking = book(request);
        assertThat(booking.trackingNumber()).isNotBlank();
        assertThat(booking.documents())
                .filteredOn(document -> document.kind() == CarrierDocument.Kind.LABEL)
                .allSatisfy(label -> {
                    assertThat(label.content()).isNotEmpty();
                    assertThat(label.type()).isEqualTo(request.paper().type());
                })
                .isNotEmpty();
        assertThat(server.calls("POST", purchasePath())).hasSize(1);
    }

    @Test
    void bringsAReturnNumberWhenOneIsWanted() throws Exception {
        if (bringsReturnNumbers()) {
            assertThat(book(request(true)).returnNumber()).hasValueSatisfying(number -> {
                assertThat(number.number()).isNotBlank();
                assertThat(number.carrierCode())
                        .isEqualTo(extension(tools).profile().carrierCode());
            });
        }
    }

    @Test
    void sendsTheReferenceSoThatTheBookingCanBeFoundAgain() throws Exception {
        BookingRequest request = request(false);
        book(request);
        assertThat(server.calls("POST", purchasePath()).getFirst().text()).contains(request.reference());
    }

    @Test
    void saysUnclearWhenTheAnswerIsLost() {
        expectUnclear(purchasePath(), () -> extension(tools).book(request(false), settings()));
    }

    @Test
    void saysUnavailableWhenNothingCanHaveHappened() {
        expectUnavailable(
                purchasePath(),
                () -> extension(tools).book(request(false), settings()),
                () -> extension(tools).book(request(false), settings(ScriptedServer.nobody())));
    }

    @Test
    void blamesTheSettingsWhenCredentialsAreRefused() {
        URI service = server.uri();
        expect(InvalidSettings.class, () -> extension(tools).book(request(false), wrongSettings(service)));
    }

    @Test
    void namesTheFieldOfARefusedAddress() {
        Rejected rejected = expect(Rejected.class, () -> extension(tools).book(undeliverable(), settings()));
        assertThat(rejected.faults())
                .extracting(fault -> fault.field().orElse(""))
                .contains(undeliverableField());
        assertThat(rejected.faults())
                .allSatisfy(fault -> assertThat(fault.text()).isNotBlank());
    }

    @Test
    void readsAnswersThatHaveGrown() throws Exception {
        server.always(Reply::withUnknownFields);
        assertThat(book(request(false)).trackingNumber()).isNotBlank();
    }

    @Test
    void mayBeUsedByManyThreads() throws Exception {
        Carrier<S> one = extension(tools);
        List<Future<Booking>> bookings = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                BookingRequest request = request(false);
                bookings.add(threads.submit(() -> one.book(request, settings())));
            }
        }
        List<String> numbers = new ArrayList<>();
        for (Future<Booking> booking : bookings) {
            numbers.add(booking.get(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS).trackingNumber());
        }
        assertThat(numbers).doesNotHaveDuplicates();
        assertThat(server.calls("POST", purchasePath())).hasSize(20);
    }

    @Test
    @SuppressWarnings("unchecked") // An ability has the settings of its role.
    void takesALabelBackTwice() throws Exception {
        if (extension(tools) instanceof Cancellation<?> ability) {
            Cancellation<S> cancellation = (Cancellation<S>) ability;
            String number = book(request(false)).trackingNumber();
            assertThat(cancellation.cancel(number, settings())).isEqualTo(Cancellation.Cancelled.NOW);
            cancellation.cancel(number, settings());
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void fetchesALabelAgain() throws Exception {
        if (extension(tools) instanceof FetchesLabels<?> ability) {
            FetchesLabels<S> fetches = (FetchesLabels<S>) ability;
            BookingRequest request = request(bringsReturnNumbers());
            Booking bought = book(request);
            Booking fetched = fetches.fetch(bought.trackingNumber(), request.paper(), settings())
                    .orElseThrow();
            assertThat(fetched.trackingNumber()).isEqualTo(bought.trackingNumber());
            assertThat(fetches.fetch("00340434000000000000", request.paper(), settings()))
                    .as("a number nobody knows")
                    .isEmpty();
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void findsALostBookingByItsReference() throws Exception {
        if (extension(tools) instanceof FindsByReference<?> ability) {
            FindsByReference<S> finds = (FindsByReference<S>) ability;
            BookingRequest request = request(false);
            assertThat(finds.find(request, settings())).isEmpty();
            server.once("POST", purchasePath(), Reply::lost);
            expect(org.packhaus.sdk.Unclear.class, () -> extension(tools).book(request, settings()));
            assertThat(finds.find(request, settings())).isPresent();
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void leavesOutParcelsItDoesNotKnow() throws Exception {
        if (extension(tools) instanceof Tracking<?> ability) {
            Tracking<S> tracking = (Tracking<S>) ability;
            assertThat(tracking.mostPerCall()).isPositive();
            assertThat(tracking.track(List.of("00340434000000000000"), settings()))
                    .isEmpty();
        }
    }
}
