package org.packhaus.plugin.otto;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.packhaus.sdk.Calls;
import org.packhaus.sdk.ItemCondition;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.ReturnDecision;
import org.packhaus.sdk.ReturnDecision.Verdict;
import org.packhaus.sdk.ReturnNumber;
import org.packhaus.sdk.ReturnPage;
import org.packhaus.sdk.ReturnQuery;
import org.packhaus.sdk.ReturnReason;
import org.packhaus.sdk.ReturnedItem;
import org.packhaus.sdk.Returns;

/** OTTO Returns V3. An acceptance pays the buyer at once and cannot be taken back. */
final class ReturnDesk {
    static final int MOST = 200;
    /** As people need them: what lies on the bench first, what nobody will see again last. */
    static final List<ReturnReason> REASONS = List.of(
            new ReturnReason("RETURN_RECEIVED", Verdict.ACCEPT, false),
            new ReturnReason("COMPLAINT", Verdict.ACCEPT, false),
            new ReturnReason("CANCEL_REQUEST_BY_CUSTOMER", Verdict.ACCEPT, true),
            new ReturnReason("UNDELIVERABLE", Verdict.ACCEPT, true),
            new ReturnReason("SHIPMENT_LOST", Verdict.ACCEPT, true),
            new ReturnReason("RETURN_LOST", Verdict.ACCEPT, true),
            new ReturnReason("REFUND_AFTER_AFFIDAVIT", Verdict.ACCEPT, true),
            new ReturnReason("STATUS_SENT_BY_ACCIDENT", Verdict.ACCEPT, true),
            new ReturnReason("ITEM_DAMAGED", Verdict.REJECT, false),
            new ReturnReason("WRONG_ITEM", Verdict.REJECT, false),
            new ReturnReason("ITEM_NOT_IN_THE_PARCEL", Verdict.REJECT, false),
            new ReturnReason("DAMAGE_TO_THE_HYGIENE_SEAL", Verdict.REJECT, false),
            new ReturnReason("THIRD_PARTY_ITEM", Verdict.REJECT, false),
            new ReturnReason("RETURN_PERIOD_EXCEEDED", Verdict.REJECT, false),
            new ReturnReason("EXCHANGE", Verdict.REJECT, false));

    private static final int MOST_ON_A_PAGE = 50;

    private final OttoApi api;

    ReturnDesk(OttoApi api) {
        this.api = api;
    }

    ReturnPage page(ReturnQuery query, OttoSettings settings) throws PluginException {
        String path = "/v3/returns?"
                + query.state().map(state -> "status=" + state.name() + "&").orElse("")
                + "page=" + query.cursor().orElse("1") + "&limit=" + Math.clamp(query.limit(), 1, MOST_ON_A_PAGE);
        Calls.Answer answer = api.get(settings, Scope.RETURNS, path);
        if (answer.status() == 404) {
            return new ReturnPage(List.of(), Optional.empty());
        }
        if (!answer.isSuccess()) {
            throw OttoErrors.of(answer).rejected("returns-refused", "OTTO gives no returns", field -> field);
        }
        Json body = answer.json();
        if (!body.at("positionItems").isPresent()) {
            throw answer.lacks("holds no list of returns");
        }
        return new ReturnPage(
                body.at("positionItems").each().flatMap(ReturnDesk::item).toList(), Links.next(body, "page"));
    }

    /** Nothing for a state that OTTO came up with since: nobody could decide about it here. */
    private static Stream<ReturnedItem> item(Json item) {
        String order = item.at("salesOrderId").textOrEmpty();
        String piece = item.at("positionItemId").textOrEmpty();
        Optional<ReturnedItem.State> state = state(item.at("status").textOrEmpty());
        Optional<Instant> since = OttoDates.parse(item.at("occurredTime").textOrEmpty());
        if (order.isEmpty() || piece.isEmpty() || state.isEmpty() || since.isEmpty()) {
            return Stream.empty();
        }
        Json details = item.at("details");
        Json key = details.at("returnTrackingKey");
        return Stream.of(new ReturnedItem(
                order,
                piece,
                state.get(),
                since.get(),
                key.at("trackingNumbers")
                        .each()
                        .flatMap(number -> number.text().stream())
                        .filter(number -> !number.isBlank())
                        .map(number -> new ReturnNumber(key.at("carrier").textOrEmpty(), number))
                        .toList(),
                details.at("ottoWarehouseID").text().filter(house -> !house.isBlank()),
                condition(details.at("condition").textOrEmpty()),
                details.at("reason").text().filter(reason -> !reason.isBlank())));
    }

    private static Optional<ReturnedItem.State> state(String text) {
        return Stream.of(ReturnedItem.State.values())
                .filter(state -> state.name().equalsIgnoreCase(text))
                .findFirst();
    }

    private static Optional<ItemCondition> condition(String text) {
        return Stream.of(ItemCondition.values())
                .filter(condition -> condition.name().equals(text))
                .findFirst();
    }

    List<Returns.Answer> decide(List<ReturnDecision> decisions, OttoSettings settings) throws PluginException {
        if (decisions.isEmpty()) {
            return List.of();
        }
        Verdict verdict = decisions.getFirst().verdict();
        if (decisions.size() > MOST || decisions.stream().anyMatch(d -> d.verdict() != verdict)) {
            throw new IllegalArgumentException("At most " + MOST + " decisions of one verdict a call");
        }
        String path = verdict == Verdict.ACCEPT ? "/v3/returns/acceptance" : "/v3/returns/rejection";
        Json body = Json.object()
                .put(
                        "positionItems",
                        Json.array(decisions.stream().map(ReturnDesk::body).toList()))
                .json();
        Calls.Answer answer = api.report(settings, Scope.RETURNS, path, body);
        if (!answer.isSuccess()) {
            throw OttoErrors.of(answer)
                    .rejected("decision-refused", "OTTO takes none of the decisions", ReturnDesk::field);
        }
        Map<String, Returns.Error> refused = answer.status() == 207 ? refused(answer, decisions) : Map.of();
        return decisions.stream()
                .map(ReturnDecision::channelItemId)
                .map(id -> new Returns.Answer(id, Optional.ofNullable(refused.get(id))))
                .toList();
    }

    private static Json body(ReturnDecision decision) {
        return Json.object()
                .put("positionItemId", decision.channelItemId())
                .put("salesOrderId", decision.channelOrderId())
                .put("condition", decision.condition().name())
                .put("reason", decision.reason())
                .json();
    }

    private static String field(String path) {
        return path.replaceFirst("^positionItems", "decisions");
    }

    /** OTTO names the piece in {@code logref}, or only in title and sentence. */
    private static Map<String, Returns.Error> refused(Calls.Answer answer, List<ReturnDecision> decisions)
            throws PluginException {
        Json body = answer.json();
        Map<String, Returns.Error> refused = new HashMap<>();
        for (OttoErrors.Problem problem : OttoErrors.of(207, body).problems()) {
            decisions.stream()
                    .map(ReturnDecision::channelItemId)
                    .filter(id -> problem.reference().equals(id)
                            || problem.title().contains(id)
                            || problem.detail().contains(id))
                    .forEach(id -> refused.put(id, new Returns.Error(code(problem.detail()), problem.sentence())));
        }
        Set<String> answered = new HashSet<>(refused.keySet());
        body.at("results")
                .each()
                .map(item -> item.at("positionItemId").textOrEmpty())
                .forEach(answered::add);
        if (!decisions.stream().map(ReturnDecision::channelItemId).allMatch(answered::contains)) {
            throw answer.lacks("does not say of every piece how it took the decision");
        }
        return refused;
    }

    private static String code(String sentence) {
        if (sentence.contains("Already Accepted")) {
            return Returns.ALREADY_TAKEN_BACK;
        }
        if (sentence.contains("Not Sent")) {
            return Returns.NOT_SENT;
        }
        if (sentence.contains("Already Rejected")) {
            return "already-refused";
        }
        return sentence.contains("Does Not Belong") ? "item-not-yours" : "decision-refused";
    }
}
