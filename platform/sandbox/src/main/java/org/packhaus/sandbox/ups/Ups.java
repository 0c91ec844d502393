package org.packhaus.sandbox.ups;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.packhaus.sandbox.carrier.LabelSketch;
import org.packhaus.sandbox.carrier.Roads;
import org.packhaus.sandbox.carrier.Sales;
import org.packhaus.sandbox.carrier.SandboxCarrier;
import org.packhaus.sandbox.carrier.Travel;
import org.packhaus.sandbox.otto.CarrierNews;
import org.packhaus.sandbox.web.Routes;
import org.packhaus.sandbox.world.SandboxClock;
import org.packhaus.sandbox.world.Seller;
import org.packhaus.sandbox.world.Sellers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** UPS: puts its interfaces together. */
public final class Ups implements SandboxCarrier {

    static final String KEY = "ups";
    static final String CODE = "UPS";

    private final Sales sales;
    private final UpsAccess access;
    private final ShippingApi shipping;
    private final RatingApi rating;
    private final TrackApi track;

    public Ups(Sellers sellers, SandboxClock clock, Roads roads) {
        sales = new Sales(roads);
        access = new UpsAccess(sellers, clock);
        shipping = new ShippingApi(access, sales, clock);
        rating = new RatingApi(access);
        track = new TrackApi(access, sales, clock);
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public void routes(Routes routes) {
        access.routes(routes);
        shipping.routes(routes);
        rating.routes(routes);
        track.routes(routes);
    }

    @Override
    public ObjectNode account(Seller seller) {
        return UpsAccess.account(seller);
    }

    @Override
    public ArrayNode charges(String seller) {
        return sales.charges(seller);
    }

    @Override
    public Optional<byte[]> reprint(String number) {
        return sales.find(number)
                .filter(sale -> !sale.voided())
                .map(sale -> LabelSketch.pdf(List.of(UpsLabel.sketch(sale)), UpsLabel.WIDTH_MM, UpsLabel.HEIGHT_MM));
    }

    @Override
    public List<CarrierNews.News> news(String number, Instant now) {
        return sales.find(number)
                .map(sale -> Travel.of(sale, UpsLabel.origin(sale), now).news())
                .orElse(List.of());
    }

    @Override
    public Optional<Travel> way(String number, Instant now) {
        return sales.find(number).map(sale -> Travel.of(sale, UpsLabel.origin(sale), now));
    }

    @Override
    public JsonNode remember() {
        return sales.remember();
    }

    @Override
    public void recall(JsonNode memory) {
        sales.recall(memory);
    }

    @Override
    public void reset() {
        access.clear();
        sales.clear();
    }
}
