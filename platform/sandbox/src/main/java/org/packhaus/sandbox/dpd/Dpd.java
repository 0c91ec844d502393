package org.packhaus.sandbox.dpd;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.packhaus.sandbox.carrier.Roads;
import org.packhaus.sandbox.carrier.Sale;
import org.packhaus.sandbox.carrier.Sales;
import org.packhaus.sandbox.carrier.SandboxCarrier;
import org.packhaus.sandbox.carrier.Step;
import org.packhaus.sandbox.carrier.Travel;
import org.packhaus.sandbox.otto.CarrierNews;
import org.packhaus.sandbox.web.Routes;
import org.packhaus.sandbox.world.SandboxClock;
import org.packhaus.sandbox.world.Seller;
import org.packhaus.sandbox.world.Sellers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** DPD in Germany: puts its interfaces together. */
public final class Dpd implements SandboxCarrier {

    private final Sales sales;
    private final DpdAccess access;
    private final ShippingApi shipping;
    private final TrackingApi tracking;

    public Dpd(Sellers sellers, SandboxClock clock, Roads roads) {
        sales = new Sales(roads);
        access = new DpdAccess(sellers, clock);
        shipping = new ShippingApi(access, sales, clock);
        tracking = new TrackingApi(access, sales, clock);
    }

    @Override
    public String key() {
        return "dpd";
    }

    @Override
    public String code() {
        return "DPD";
    }

    @Override
    public void routes(Routes routes) {
        access.routes(routes);
        shipping.routes(routes);
        tracking.routes(routes);
    }

    @Override
    public ObjectNode account(Seller seller) {
        return DpdAccess.account(seller);
    }

    @Override
    public ArrayNode charges(String seller) {
        return sales.charges(seller);
    }

    @Override
    public Optional<byte[]> reprint(String number) {
        return sales.find(number).map(sale -> DpdLabel.PDF_A6.print(sale).content());
    }

    @Override
    public List<CarrierNews.News> news(String number, Instant now) {
        return sales.find(number).map(sale -> travel(sale, now).news()).orElse(List.of());
    }

    static Travel travel(Sale sale, Instant now) {
        return Travel.of(sale, sale.details().at("/sender/address/city").asString(""), now);
    }

    /** Its interface has milestones for the straight way only. */
    @Override
    public Optional<Travel> way(String number, Instant now) {
        return sales.find(number)
                .map(sale -> travel(sale, now)
                        .without(
                                Step.OUT_FOR_DELIVERY,
                                Step.DELAYED,
                                Step.ATTEMPT_FAILED,
                                Step.AT_SHOP,
                                Step.RETURNING,
                                Step.LOST));
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
        tracking.clear();
        sales.clear();
    }
}
