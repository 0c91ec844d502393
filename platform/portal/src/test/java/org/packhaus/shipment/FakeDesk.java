package org.packhaus.shipment;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.packhaus.sdk.Booking;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.Cancellation.Cancelled;
import org.packhaus.sdk.CarrierProfile;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.Quotes.Quote;
import org.packhaus.seller.ConnectionId;

/** The way to a {@link FakeCarrier}, whose abilities a test may take away and whose door it may shut. */
final class FakeDesk implements CarrierDesk {
    static final Instant SHUT_AT = Instant.parse("2126-11-23T07:12:00Z");
    private final FakeCarrier carrier;
    private volatile Standing standing = standing(EnumSet.allOf(Ability.class));
    /** By connection; those that are not here tell none. */
    private final Map<ConnectionId, Prices> prices = new ConcurrentHashMap<>();

    final List<BookingRequest> asked = new CopyOnWriteArrayList<>();
    private final Map<ConnectionId, Standing> shut = new ConcurrentHashMap<>();

    /** A carrier's price list. */
    interface Prices {
        List<Quote> of(BookingRequest request) throws PluginException;
    }

    FakeDesk(FakeCarrier carrier) {
        this.carrier = carrier;
    }

    void abilities(boolean finds, boolean fetches, boolean cancels) {
        Set<Ability> abilities = EnumSet.of(Ability.BRINGS_RETURN_NUMBER, Ability.SELLS_RETURNS);
        if (finds) {
            abilities.add(Ability.FINDS);
        }
        if (fetches) {
            abilities.add(Ability.FETCHES);
        }
        if (cancels) {
            abilities.add(Ability.CANCELS);
        }
        standing = standing(abilities);
    }

    /** Its labels bring no return number any more. */
    void bringsNoReturnNumber() {
        standing = standing(EnumSet.complementOf(EnumSet.of(Ability.BRINGS_RETURN_NUMBER)));
    }

    private static Standing standing(Set<Ability> abilities) {
        return new Standing("", "", Optional.of(FakeCarrier.PROFILE), abilities);
    }

    /** What it sells from now on. */
    void sells(CarrierProfile profile) {
        standing = new Standing("", "", Optional.of(profile), EnumSet.allOf(Ability.class));
    }

    /** One connection only. */
    void shut(ConnectionId connection, String code) {
        shut.put(connection, Standing.out(code, "The connection does not work. Repair it.", SHUT_AT));
    }

    /** What that one answers when it is asked for a price; a question that throws is one that was not answered. */
    void tells(ConnectionId connection, Prices prices) {
        this.prices.put(connection, prices);
    }

    void open(ConnectionId connection) {
        shut.remove(connection);
    }

    void shut(String code) {
        standing = Standing.out(code, "The connection does not work. Repair it.");
    }

    @Override
    public Standing standing(ConnectionId connection) {
        Standing now = shut.getOrDefault(connection, standing);
        return prices.containsKey(connection)
                ? now
                : new Standing(now.code(), now.text(), now.profile(), silent(now.abilities()), now.since());
    }

    private static Set<Ability> silent(Set<Ability> abilities) {
        Set<Ability> left = EnumSet.noneOf(Ability.class);
        left.addAll(abilities);
        left.remove(Ability.TELLS_PRICES);
        return left;
    }

    @Override
    public Duration deadline() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Booking book(ConnectionId connection, BookingRequest request) throws PluginException {
        return carrier.book(request, new FakeCarrier.Settings());
    }

    @Override
    public List<Quote> quote(ConnectionId connection, BookingRequest request) throws PluginException {
        asked.add(request);
        return FlowFixture.there(prices.get(connection)).of(request);
    }

    @Override
    public Booking bookReturn(ConnectionId connection, BookingRequest request) throws PluginException {
        return carrier.bookReturn(request, new FakeCarrier.Settings());
    }

    @Override
    public Optional<Booking> find(ConnectionId connection, BookingRequest request) throws PluginException {
        return carrier.find(request, new FakeCarrier.Settings());
    }

    @Override
    public Optional<Booking> fetch(ConnectionId connection, String trackingNumber, LabelPaper paper) {
        return carrier.fetch(trackingNumber, paper, new FakeCarrier.Settings());
    }

    @Override
    public Cancelled cancel(ConnectionId connection, String trackingNumber) throws PluginException {
        return carrier.cancel(trackingNumber, new FakeCarrier.Settings());
    }
}
