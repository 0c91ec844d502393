package org.packhaus.sandbox.dhl;

import java.util.List;
import org.packhaus.sandbox.otto.CarrierNews;
import org.packhaus.sandbox.web.Routes;
import org.packhaus.sandbox.world.SandboxClock;
import org.packhaus.sandbox.world.Sellers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** DHL Parcel DE: puts its interfaces together and tells the control API what was charged. */
public final class Dhl {

    /** The key and secret of the one app that is registered at the sandbox's developer portal. */
    public static final String API_KEY = "packhaus-sandbox-key";

    public static final String API_SECRET = "packhaus-sandbox-secret";

    private final DhlAccess access;
    private final ParcelBook book;
    private final ShippingApi shipping;
    private final ReturnsApi returns;
    private final ManifestsApi manifests;
    private final TrackingApi tracking;

    public Dhl(Sellers sellers, SandboxClock clock) {
        access = new DhlAccess(sellers, clock);
        book = new ParcelBook(clock);
        shipping = new ShippingApi(access, book, clock);
        returns = new ReturnsApi(access, book, sellers, clock);
        manifests = new ManifestsApi(access, book, clock);
        tracking = new TrackingApi(access, book, clock);
    }

    public void routes(Routes routes) {
        access.routes(routes);
        shipping.routes(routes);
        returns.routes(routes);
        manifests.routes(routes);
        tracking.routes(routes);
    }

    /** Every number that was handed out, voided ones too. @param seller a key, or empty for all */
    public ArrayNode charges(String seller) {
        return book.charges(seller);
    }

    /** What OTTO hears about a number of DHL's. */
    public CarrierNews news() {
        return (carrier, number, now) -> carrier.equals("DHL")
                ? book.find(number)
                        .map(parcel -> Journey.of(parcel, now).news())
                        .orElse(List.of())
                : List.of();
    }

    /** What has to survive a restart: numbers and charges. */
    public JsonNode remember() {
        return book.remember();
    }

    public void recall(JsonNode memory) {
        book.recall(memory);
    }

    public void reset() {
        access.clear();
        book.clear();
    }
}
