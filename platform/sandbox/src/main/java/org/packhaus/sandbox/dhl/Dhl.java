package org.packhaus.sandbox.dhl;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.packhaus.sandbox.carrier.Roads;
import org.packhaus.sandbox.carrier.SandboxCarrier;
import org.packhaus.sandbox.carrier.Travel;
import org.packhaus.sandbox.otto.CarrierNews;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Routes;
import org.packhaus.sandbox.world.SandboxClock;
import org.packhaus.sandbox.world.Seller;
import org.packhaus.sandbox.world.Sellers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** DHL Parcel DE: puts its interfaces together and tells the control API what was charged. */
public final class Dhl implements SandboxCarrier {

    /** The key and secret of the one app that is registered at the sandbox's developer portal. */
    public static final String API_KEY = "packhaus-sandbox-key";

    public static final String API_SECRET = "packhaus-sandbox-secret";

    private final DhlAccess access;
    private final ParcelBook book;
    private final ShippingApi shipping;
    private final ReturnsApi returns;
    private final ManifestsApi manifests;
    private final TrackingApi tracking;
    private final UnifiedApi unified;

    public Dhl(Sellers sellers, SandboxClock clock, Roads roads) {
        access = new DhlAccess(sellers, clock);
        book = new ParcelBook(clock, roads);
        shipping = new ShippingApi(access, book, clock);
        returns = new ReturnsApi(access, book, sellers, clock);
        manifests = new ManifestsApi(access, book, clock);
        tracking = new TrackingApi(access, book, clock);
        unified = new UnifiedApi(book, clock);
    }

    @Override
    public String key() {
        return "dhl";
    }

    @Override
    public String code() {
        return "DHL";
    }

    @Override
    public ObjectNode account(Seller seller) {
        ObjectNode account = Json.object()
                .put("apiKey", API_KEY)
                .put("apiSecret", API_SECRET)
                .put("user", seller.dhlUser())
                .put("password", seller.dhlPassword())
                .put("ekp", seller.ekp());
        ObjectNode numbers = account.putObject("billingNumbers");
        for (String product : List.of("V01PAK", "V62KP", "V53WPAK", "V54EPAK", "V66WPI")) {
            numbers.put(product, seller.billingNumbers().get(product));
        }
        return account.put("returnBillingNumber", seller.billingNumbers().get("V07PAK"))
                .put("returnReceiver", "deu");
    }

    @Override
    public Optional<byte[]> reprint(String number) {
        return book.find(number)
                .filter(parcel -> !parcel.voided)
                .map(parcel -> PdfLabel.write(parcel, parcel.isReturn() ? "R" : "S", PrintFormat.L600));
    }

    @Override
    public void routes(Routes routes) {
        access.routes(routes);
        shipping.routes(routes);
        returns.routes(routes);
        manifests.routes(routes);
        tracking.routes(routes);
        unified.routes(routes);
    }

    @Override
    public ArrayNode charges(String seller) {
        return book.charges(seller);
    }

    @Override
    public List<CarrierNews.News> news(String number, Instant now) {
        return book.find(number).map(parcel -> Journey.of(parcel, now).news()).orElse(List.of());
    }

    @Override
    public Optional<Travel> way(String number, Instant now) {
        return book.find(number).map(parcel -> Journey.of(parcel, now).travel());
    }

    @Override
    public JsonNode remember() {
        return book.remember();
    }

    @Override
    public void recall(JsonNode memory) {
        book.recall(memory);
    }

    @Override
    public void reset() {
        access.clear();
        book.clear();
        unified.clear();
    }
}
