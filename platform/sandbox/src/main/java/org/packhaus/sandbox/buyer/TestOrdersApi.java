package org.packhaus.sandbox.buyer;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.packhaus.sandbox.otto.Address;
import org.packhaus.sandbox.otto.FulfillmentStatus;
import org.packhaus.sandbox.otto.Item;
import org.packhaus.sandbox.otto.Order;
import org.packhaus.sandbox.otto.Otto;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import org.packhaus.sandbox.web.Routes;
import org.packhaus.sandbox.world.PackingUnit;
import org.packhaus.sandbox.world.Product;
import org.packhaus.sandbox.world.SandboxClock;
import org.packhaus.sandbox.world.Seller;
import tools.jackson.databind.node.ArrayNode;

/** OTTO's own sandbox makes test orders of eight scenarios with products of its own; so does this one. */
public final class TestOrdersApi {

    private static final Product PHONE = product(
            "SmartCM1000-schwarz-1", "1245780164732", "Smartphone »CallMe 1000«", "299.00", 420, "EXPRESS", true);
    private static final Product SHIRT =
            product("FancyFlower-m-pi", "4851278936452", "Fancy Shirt »Flower«", "24.99", 210, "PARCEL", false);
    private static final Product MOWER =
            product("0440-Rasen-T-V1", "9821393948573", "Rasenmäher »Turbo V1«", "189.00", 14_500, "PARCEL", true);
    private static final Product SOFA = product(
            "Sped-Wohn-3-98735", "8263748321943", "Spedition Wohnlandschaft", "1299.00", 98_000, "FORWARDER", false);
    private static final Product FRIDGE = product(
            "Sped-Kühl084-kombi", "7263000981290", "Spedition Kühlschrank", "649.00", 71_000, "FORWARDER", true);

    private final Otto otto;
    private final SandboxClock clock;
    private final AtomicLong made = new AtomicLong();

    public TestOrdersApi(Otto otto, SandboxClock clock) {
        this.otto = otto;
        this.clock = clock;
    }

    public void routes(Routes routes) {
        Routes.Group group = routes.group(Otto::orderErrors);
        group.add("POST", "/v4/orders/testorders", "otto.testorders", this::all);
        group.add("POST", "/v4/orders/testorders/{scenario}", "otto.testorders", this::single);
    }

    private Reply all(Request request) {
        Seller seller = otto.orderCaller(request);
        List<Order> orders = new ArrayList<>();
        for (int scenario = 1; scenario <= 8; scenario++) {
            orders.add(make(seller, scenario));
        }
        return answer(orders);
    }

    private Reply single(Request request) {
        Seller seller = otto.orderCaller(request);
        String name = request.variable("scenario");
        return name.matches("scenario[1-8]")
                ? answer(List.of(make(seller, name.charAt(8) - '0')))
                : Otto.orderErrors(404, "The specified resource(s) could not be found", request);
    }

    private Reply answer(List<Order> orders) {
        ArrayNode list = Json.array();
        for (Order order : orders) {
            otto.book().add(order);
            list.addObject().put("salesOrderId", order.salesOrderId()).put("orderNumber", order.orderNumber());
        }
        return Reply.json(201, Json.object().set("resources", list));
    }

    private Order make(Seller seller, int scenario) {
        Random random = new Random(made.incrementAndGet() * 7919 + seller.number());
        random.nextLong();
        Instant now = clock.now();
        List<Product> products = switch (scenario) {
            case 1 -> List.of(PHONE);
            case 2 -> List.of(SHIRT, SHIRT);
            case 3 -> List.of(SHIRT, MOWER);
            case 4 -> List.of(PHONE, SHIRT);
            case 5, 8 -> List.of(FRIDGE);
            case 6 -> List.of(MOWER);
            default -> List.of(SOFA);
        };
        boolean announced = scenario == 5;
        List<Item> items = new ArrayList<>();
        for (Product product : products) {
            BigDecimal off = scenario == 4 ? new BigDecimal("5.00") : BigDecimal.ZERO;
            Item item = new Item(
                    uuid(random), product, off, announced, now.plus(Duration.ofDays(5)), FulfillmentStatus.ANNOUNCED);
            items.add(announced ? item : item.processable(now));
        }
        if (scenario == 6) {
            items.forEach(i -> i.cancelled(FulfillmentStatus.CANCELLED_BY_MARKETPLACE, "PAYMENT_ABORTED", now));
        }
        People people = new People(random);
        Address address = people.someone();
        boolean prepaid = scenario == 5 || scenario == 6;
        Order order = new Order(
                seller.key(),
                "TEST_SCENARIO_" + scenario,
                uuid(random),
                "t" + Long.toString(1_000_000_000_000L + Math.floorMod(random.nextLong(), 9_000_000_000_000L), 36),
                now.minusSeconds(2400),
                prepaid ? "PREPAYMENT" : "INVOICE_SINGLE",
                scenario > 6 ? address.withContact(People.plainMail(address), people.phone()) : address,
                address.withContact(people.pseudonym(), ""),
                new BigDecimal("5.95"),
                items,
                now);
        return announced ? order.announcedUntil(now.plus(Duration.ofDays(10)), true) : order;
    }

    private static Product product(
            String sku, String ean, String title, String price, int grams, String profile, boolean electrical) {
        PackingUnit unit = new PackingUnit(grams, 400, 300, 150);
        return new Product(
                sku,
                "S0T" + ean.substring(8),
                ean,
                title,
                "OTTO Test",
                "Test",
                new BigDecimal(price),
                Map.of(),
                List.of(unit),
                profile,
                electrical,
                10);
    }

    private static String uuid(Random random) {
        return UUID.nameUUIDFromBytes(Long.toString(random.nextLong()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
