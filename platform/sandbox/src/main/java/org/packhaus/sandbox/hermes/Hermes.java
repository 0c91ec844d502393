package org.packhaus.sandbox.hermes;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.packhaus.sandbox.carrier.LabelSketch;
import org.packhaus.sandbox.carrier.Roads;
import org.packhaus.sandbox.carrier.Sale;
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

/** Hermes Germany: puts its interfaces together. */
public final class Hermes implements SandboxCarrier {

    static final String KEY = "hermes";
    static final String CODE = "HERMES";
    static final String BASE = "/services/hsi";
    /** By then every parcel has reached its end. */
    private static final Duration WHOLE_WAY = Duration.ofDays(30);

    private final HermesAccess access;
    private final OrderBook book;
    private final OrdersApi orders;
    private final ReturnsApi returns;
    private final ShipmentInfoApi info;

    public Hermes(Sellers sellers, SandboxClock clock, Roads roads) {
        access = new HermesAccess(sellers, clock);
        book = new OrderBook(clock, roads);
        orders = new OrdersApi(access, book);
        returns = new ReturnsApi(access, book);
        info = new ShipmentInfoApi(access, book, clock);
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
        orders.routes(routes);
        returns.routes(routes);
        info.routes(routes);
    }

    @Override
    public ObjectNode account(Seller seller) {
        return HermesAccess.account(seller);
    }

    @Override
    public ArrayNode charges(String seller) {
        return book.sales().charges(seller);
    }

    @Override
    public Optional<byte[]> reprint(String number) {
        return book.sales()
                .find(number)
                .map(sale -> LabelSketch.pdf(List.of(HermesLabel.of(sale)), LabelWish.WIDTH, LabelWish.HEIGHT));
    }

    @Override
    public List<CarrierNews.News> news(String number, Instant now) {
        return book.sales().find(number).map(sale -> travel(sale, now).news()).orElse(List.of());
    }

    static Travel travel(Sale sale, Instant now) {
        String from =
                sale.details().path("order").path("senderAddress").path("town").asString("");
        return Travel.of(sale, from, now);
    }

    /** Whether the buyer collects it in a shop in the end. */
    static boolean goesToShop(Sale sale) {
        return travel(sale, sale.at().plus(WHOLE_WAY)).moments().stream()
                .anyMatch(moment -> moment.step() == Step.AT_SHOP);
    }

    /** Nobody at Hermes says that a parcel is lost. */
    @Override
    public Optional<Travel> way(String number, Instant now) {
        return book.sales().find(number).map(sale -> travel(sale, now).without(Step.LOST));
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
    }
}
