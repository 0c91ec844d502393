package org.packhaus.sandbox.hermes;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.packhaus.sandbox.carrier.Sale;
import org.packhaus.sandbox.carrier.Step;
import org.packhaus.sandbox.carrier.Travel;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import org.packhaus.sandbox.web.Routes;
import org.packhaus.sandbox.world.SandboxClock;
import org.packhaus.sandbox.world.Seller;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Where parcels are: by their numbers, or by the customer's number and reference. */
final class ShipmentInfoApi {

    private static final int MOST = 100;

    private final HermesAccess access;
    private final OrderBook book;
    private final SandboxClock clock;

    ShipmentInfoApi(HermesAccess access, OrderBook book, SandboxClock clock) {
        this.access = access;
        this.book = book;
        this.clock = clock;
    }

    void routes(Routes routes) {
        routes.group(HermesErrors::gateway).add("GET", Hermes.BASE + "/shipmentinfo", "hermes.tracking", this::info);
    }

    private Reply info(Request request) {
        Seller seller = access.follower(request);
        List<String> numbers = request.queries("shipmentID");
        Optional<String> reference = request.query("clientReference");
        if (!numbers.isEmpty() && reference.isPresent()) {
            return HermesErrors.of(400, "e008", "Unsupported Combination of request Parameter");
        }
        if (reference.isPresent() ? request.query("clientID").isEmpty() : numbers.isEmpty() || numbers.size() > MOST) {
            return HermesErrors.of(400, "e005", "Syntax error during validation - Incorrect properties specified.");
        }
        boolean english = request.header("Accept-Language").orElse("DE").regionMatches(true, 0, "EN", 0, 2);
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("shipmentinfo");
        if (reference.isPresent()) {
            String client = request.query("clientID").orElse("");
            book.sales().byReference(seller.key(), reference.get()).stream()
                    .filter(sale -> sale.account().equals(client))
                    .forEach(sale -> list.add(info(sale, english).put("clientID", client)));
        }
        for (String number : numbers) {
            Optional<Sale> sale =
                    book.sales().find(number).filter(s -> s.seller().equals(seller.key()));
            list.add(sale.map(s -> info(s, english)).orElseGet(() -> unknown(number)));
        }
        return Reply.ok(answer);
    }

    private static ObjectNode unknown(String number) {
        ObjectNode info = Json.object().put("shipmentID", number);
        info.putObject("result").put("code", "e001").put("message", "There is no information for the entered value.");
        return info;
    }

    private ObjectNode info(Sale sale, boolean english) {
        ObjectNode info = Json.object().put("shipmentID", sale.number()).put("clientReference", sale.reference());
        ArrayNode history = info.putArray("status");
        for (Travel.Moment moment : moments(sale)) {
            HermesEvent event = HermesEvent.of(moment.step(), sale);
            ObjectNode status = history.addObject()
                    .put(
                            "timestamp",
                            DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                                    moment.at().atZone(SandboxClock.BERLIN).toOffsetDateTime()))
                    // Both lengths of a code are about; who reads them must know both.
                    .put("code", sale.number().hashCode() % 2 == 0 ? event.longCode() : event.shortCode())
                    .put("description", english ? event.english() : event.german());
            if (!moment.place().isEmpty()) {
                status.putObject("scanningUnit")
                        .put("name", "Hermes Germany")
                        .put("city", moment.place())
                        .put("countryCode", "DEU");
            }
        }
        return info.put("trackingLink", "https://example.com/tracking/" + sale.number());
    }

    /** A return is announced and, as nobody knows what the buyer does, nothing else. */
    private List<Travel.Moment> moments(Sale sale) {
        Instant now = clock.now();
        if (sale.purpose() == Sale.Purpose.RETURN) {
            return List.of(new Travel.Moment(Step.ANNOUNCED, sale.at(), ""));
        }
        return new ArrayList<>(Hermes.travel(sale, now).without(Step.LOST).moments());
    }
}
