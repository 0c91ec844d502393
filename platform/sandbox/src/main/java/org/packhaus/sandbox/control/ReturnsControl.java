package org.packhaus.sandbox.control;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.packhaus.sandbox.buyer.ChoosyBuyers;
import org.packhaus.sandbox.otto.BoxContents;
import org.packhaus.sandbox.otto.Order;
import org.packhaus.sandbox.otto.Otto;
import org.packhaus.sandbox.otto.ReturnWay;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import org.packhaus.sandbox.web.Routes;
import org.packhaus.sandbox.world.Sellers;

/** What buyers send back, what really is in their boxes, and how it was decided. */
public final class ReturnsControl {

    private static final List<String> STATES = List.of("ANNOUNCED", "ON_THE_WAY", "DELIVERED");

    private final Sellers sellers;
    private final Otto otto;
    private final ChoosyBuyers buyers;

    public ReturnsControl(Sellers sellers, Otto otto, ChoosyBuyers buyers) {
        this.sellers = sellers;
        this.otto = otto;
        this.buyers = buyers;
    }

    public void routes(Routes routes) {
        Routes.Group group = routes.group(ControlErrors::word);
        group.add("POST", "/sandbox/buyers/choosy", "sandbox.buyers", this::choosy);
        group.add("POST", "/sandbox/buyers/content", "sandbox.buyers", request -> content());
        group.add("GET", "/sandbox/returns", "sandbox.returns", this::truth);
        group.add("POST", "/sandbox/returns", "sandbox.returns.make", this::make);
        group.add("GET", "/sandbox/reductions", "sandbox.reductions", this::reductions);
        group.add("GET", "/sandbox/returns/deadline", "sandbox.returns.deadline", request -> deadline());
        group.add("POST", "/sandbox/returns/deadline", "sandbox.returns.deadline", this::changeDeadline);
    }

    private Reply choosy(Request request) {
        long seed = Numbers.number(request, "seed", 1);
        long percent = Numbers.number(request, "percent", 6);
        if (percent < 0 || percent > 100) {
            throw ControlErrors.bad("percent must be between 0 and 100");
        }
        buyers.choosy(seed, (int) percent);
        return Reply.ok(Json.object().put("buyers", "choosy").put("seed", seed).put("percent", percent));
    }

    private Reply content() {
        buyers.content();
        return Reply.ok(Json.object().put("buyers", "content"));
    }

    private Reply truth(Request request) {
        return Reply.ok(otto.returnsTruth(seller(request)));
    }

    private Reply reductions(Request request) {
        return Reply.ok(otto.reductionsTruth(seller(request)));
    }

    private String seller(Request request) {
        return request.query("seller").isEmpty()
                ? ""
                : SellersControl.seller(sellers, request).key();
    }

    private Reply make(Request request) {
        String name = request.query("order").orElseThrow(() -> ControlErrors.bad("The parameter order is missing"));
        Order order = otto.order(name).orElseThrow(() -> ControlErrors.missing("There is no order " + name));
        String state = request.query("state").orElse("DELIVERED");
        if (!STATES.contains(state)) {
            throw ControlErrors.bad("state must be one of " + STATES);
        }
        BoxContents contents = choice(request, "contents", BoxContents.ORIGINAL);
        ReturnWay way = choice(request, "way", ReturnWay.STRAIGHT);
        List<String> returnable = otto.returns().returnable(order);
        List<String> wanted = request.queries("piece").isEmpty() ? returnable : request.queries("piece");
        Map<String, BoxContents> box = new LinkedHashMap<>();
        wanted.stream().filter(returnable::contains).forEach(piece -> box.put(piece, contents));
        long days = Numbers.number(request, "daysAgo", 0);
        if (days < 0 || days > 60) {
            throw ControlErrors.bad("daysAgo must be between 0 and 60");
        }
        int parcels = otto.returns()
                .sendBack(order, box, way, request.flag("fastRefund", false), state, Duration.ofDays(days));
        return Reply.json(
                parcels == 0 ? 409 : 201,
                Json.object()
                        .put("order", order.orderNumber())
                        .put("pieces", box.size())
                        .put("parcels", parcels));
    }

    private static <E extends Enum<E>> E choice(Request request, String name, E otherwise) {
        String text = request.query(name).orElse(otherwise.name()).toUpperCase(Locale.ROOT);
        try {
            return Enum.valueOf(otherwise.getDeclaringClass(), text);
        } catch (IllegalArgumentException e) {
            throw ControlErrors.bad(name + " must be one of "
                    + List.of(otherwise.getDeclaringClass().getEnumConstants()));
        }
    }

    private Reply deadline() {
        return Reply.ok(Json.object().put("days", otto.returns().deadlineDays()));
    }

    private Reply changeDeadline(Request request) {
        long days = Numbers.number(request, "days", 14);
        if (days < 0 || days > 365) {
            throw ControlErrors.bad("days must be between 0 (never) and 365");
        }
        otto.returns().decideAfter((int) days);
        return deadline();
    }
}
