package org.packhaus.sandbox.control;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.packhaus.sandbox.buyer.ChoosyBuyers;
import org.packhaus.sandbox.buyer.OrderMaker;
import org.packhaus.sandbox.carrier.SandboxCarrier;
import org.packhaus.sandbox.fault.Faults;
import org.packhaus.sandbox.otto.Order;
import org.packhaus.sandbox.otto.Otto;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import org.packhaus.sandbox.web.Routes;
import org.packhaus.sandbox.world.SandboxClock;
import org.packhaus.sandbox.world.Seller;
import org.packhaus.sandbox.world.Sellers;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Orders, time, truth and reset. Everything below {@code /sandbox}, described in the module's README. */
public final class ControlApi {

    private static final int MOST_ORDERS = 20_000;

    private final Sellers sellers;
    private final SandboxClock clock;
    private final Otto otto;
    private final List<SandboxCarrier> carriers;
    private final OrderMaker maker;
    private final ChoosyBuyers buyers;
    private final SellersControl sellersControl;
    private final FaultsControl faultsControl;

    public ControlApi(
            Sellers sellers,
            SandboxClock clock,
            Faults faults,
            Otto otto,
            List<SandboxCarrier> carriers,
            OrderMaker maker,
            ChoosyBuyers buyers) {
        this.sellers = sellers;
        this.clock = clock;
        this.otto = otto;
        this.carriers = carriers;
        this.maker = maker;
        this.buyers = buyers;
        sellersControl = new SellersControl(sellers, carriers);
        faultsControl = new FaultsControl(faults, otto.access(), carriers);
    }

    public void routes(Routes routes) {
        Routes.Group group = routes.group(ControlErrors::word);
        sellersControl.routes(group);
        faultsControl.routes(group);
        group.add("GET", "/", "sandbox.home", r -> Reply.redirect("/sandbox"));
        group.add("GET", "/sandbox", "sandbox.home", r -> home(routes, r));
        group.add("POST", "/sandbox/orders", "sandbox.orders.make", this::make);
        group.add("GET", "/sandbox/orders", "sandbox.orders", this::orders);
        group.add("GET", "/sandbox/confirmations", "sandbox.confirmations", r -> Reply.ok(otto.confirmations(key(r))));
        group.add("GET", "/sandbox/charges", "sandbox.charges", this::charges);
        group.add("GET", "/sandbox/label", "sandbox.label", this::label);
        group.add("POST", "/sandbox/advance", "sandbox.advance", this::advance);
        group.add("POST", "/sandbox/cancel", "sandbox.cancel", this::cancel);
        group.add("POST", "/sandbox/reset", "sandbox.reset", r -> reset());
        group.add("GET", "/sandbox/pictures/{sku}.svg", "sandbox.picture", new Pictures(sellers)::draw);
        group.add("GET", "/sandbox/pictures/{sku}.png", "sandbox.photo", new Pictures(sellers)::photo);
    }

    private static Reply home(Routes routes, Request request) {
        String host = request.header("Host").filter(h -> h.matches("[\\w.:-]+")).orElse("localhost:8090");
        return HomePage.show(routes.operations(), host);
    }

    /** The key of the seller asked for, empty for all. */
    private String key(Request request) {
        return request.query("seller").isEmpty()
                ? ""
                : SellersControl.seller(sellers, request).key();
    }

    private Reply make(Request request) {
        Seller seller = SellersControl.seller(sellers, request);
        long count = Numbers.number(request, "count", 1);
        if (count < 0 || count > MOST_ORDERS) {
            throw ControlErrors.bad("count must be between 0 and " + MOST_ORDERS);
        }
        long seed = Numbers.number(request, "seed", 7);
        List<Order> made = switch (request.query("buyer").orElse("")) {
            case "one" -> maker.ofOneBuyer(seller, (int) count, seed);
            case "hasty" -> maker.ofHastyBuyers(seller, (int) count, seed);
            default -> maker.make(seller, (int) count, seed);
        };
        made.forEach(otto.book()::add);
        ArrayNode list = Json.array();
        made.forEach(order -> list.add(Otto.truth(order)));
        return Reply.json(201, list);
    }

    private Reply orders(Request request) {
        return Reply.ok(otto.truth(key(request)));
    }

    private Reply charges(Request request) {
        String seller = key(request);
        ArrayNode charges = Json.array();
        carriers.forEach(carrier -> charges.addAll(carrier.charges(seller)));
        return Reply.ok(charges);
    }

    /** What a person prints in the carrier's own web portal when our answer was lost. */
    private Reply label(Request request) {
        String number = request.query("number").orElseThrow(() -> ControlErrors.bad("The parameter number is missing"));
        return carriers.stream()
                .map(carrier -> carrier.reprint(number))
                .flatMap(Optional::stream)
                .findFirst()
                .map(pdf -> Reply.bytes("application/pdf", pdf))
                .orElseThrow(() -> ControlErrors.missing("No carrier has a label " + number));
    }

    private Reply advance(Request request) {
        long minutes = Numbers.number(request, "hours", 0) * 60 + Numbers.number(request, "minutes", 0);
        if (minutes < 0) {
            throw ControlErrors.bad("Time cannot go back");
        }
        clock.advance(Duration.ofMinutes(minutes));
        return Reply.ok(Json.object()
                .put("now", clock.now().toString())
                .put("aheadMinutes", clock.ahead().toMinutes()));
    }

    private Reply cancel(Request request) {
        String order = request.query("order").orElseThrow(() -> ControlErrors.bad("The parameter order is missing"));
        String reason = request.query("reason").orElse("CANCELLED_ON_CUSTOMER_WISH");
        Optional<Integer> cancelled = otto.cancel(order, reason);
        int items = cancelled.orElseThrow(() -> ControlErrors.missing("There is no order " + order));
        ObjectNode json = Json.object().put("order", order).put("cancelledItems", items);
        return Reply.json(items == 0 ? 409 : 200, json);
    }

    private Reply reset() {
        sellers.reset();
        clock.reset(Duration.ZERO);
        otto.reset();
        carriers.forEach(SandboxCarrier::reset);
        maker.reset();
        buyers.content();
        faultsControl.reset();
        return Reply.ok(Json.object().put("reset", true));
    }
}
