package org.packhaus.sandbox.gls;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.packhaus.sandbox.carrier.Roads;
import org.packhaus.sandbox.carrier.SandboxCarrier;
import org.packhaus.sandbox.carrier.Step;
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

/** GLS Germany: puts its interfaces together. */
public final class Gls implements SandboxCarrier {

    static final String KEY = "gls";

    private final GlsAccess access;
    private final ParcelBook book;
    private final ShipmentsApi shipments;
    private final TrackingApi tracking;

    public Gls(Sellers sellers, SandboxClock clock, Roads roads) {
        access = new GlsAccess(sellers, clock);
        book = new ParcelBook(clock, roads);
        shipments = new ShipmentsApi(access, book, clock);
        tracking = new TrackingApi(access, book, clock);
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String code() {
        return "GLS";
    }

    @Override
    public void routes(Routes routes) {
        access.routes(routes);
        shipments.routes(routes);
        tracking.routes(routes);
    }

    @Override
    public ObjectNode account(Seller seller) {
        return Json.object()
                .put("clientId", GlsAccess.clientId(seller))
                .put("clientSecret", GlsAccess.clientSecret(seller))
                .put("contactId", GlsAccess.contactId(seller));
    }

    @Override
    public ArrayNode charges(String seller) {
        return book.sales().charges(seller);
    }

    @Override
    public Optional<byte[]> reprint(String number) {
        return book.parcel(number).map(parcel -> GlsLabel.of(parcel).pdf());
    }

    @Override
    public List<CarrierNews.News> news(String number, Instant now) {
        return book.parcel(number).map(parcel -> parcel.travel(now).news()).orElse(List.of());
    }

    /** None of its twelve statuses says that a parcel comes back, or is lost. */
    @Override
    public Optional<Travel> way(String number, Instant now) {
        return book.parcel(number).map(parcel -> parcel.travel(now).without(Step.RETURNING, Step.LOST));
    }

    @Override
    public JsonNode remember() {
        return book.sales().remember();
    }

    @Override
    public void recall(JsonNode memory) {
        book.sales().recall(memory);
    }

    @Override
    public void reset() {
        access.clear();
        book.sales().clear();
    }
}
