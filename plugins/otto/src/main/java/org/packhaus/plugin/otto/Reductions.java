package org.packhaus.plugin.otto;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.packhaus.sdk.Calls;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.PriceReductions.Reduction;
import org.packhaus.sdk.PriceReductions.State;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.Returns;
import org.packhaus.sdk.Unavailable;

/** OTTO Price-Reductions V1: part of the price back, and the buyer keeps the piece. OTTO does not tell two equal requests apart. */
final class Reductions {
    private static final String PATH = "/v1/price-reductions";
    private static final int MOST_ON_A_PAGE = 128;

    private final OttoApi api;

    Reductions(OttoApi api) {
        this.api = api;
    }

    void reduce(String orderId, String itemId, Money amount, OttoSettings settings) throws PluginException {
        if (!amount.currency().getCurrencyCode().equals("EUR")) {
            throw new Rejected(
                    "only-euro",
                    "OTTO reduces prices in euro only.",
                    List.of(Rejected.Fault.of("amount", "Not in euro")));
        }
        Json body = Json.object()
                .put("positionItemId", itemId)
                .put("salesOrderId", orderId)
                .put(
                        "priceReduction",
                        Json.object().put("amount", amount.amount()).put("currency", "EUR"))
                .json();
        Calls.Answer answer = api.report(settings, Scope.REDUCTIONS, PATH, body);
        if (answer.status() == 424) {
            throw new Unavailable(
                    "service-behind-away", "OTTO cannot reduce prices at the moment and asks to try again later.");
        }
        if (!answer.isSuccess()) {
            OttoErrors errors = OttoErrors.of(answer);
            boolean notThere = errors.toString().contains("not yet shipped");
            String code = switch (answer.status()) {
                case 404 -> "item-unknown";
                case 409 -> notThere ? Returns.NOT_SENT : "reduction-too-high";
                default -> "reduction-refused";
            };
            throw errors.rejected(
                    code,
                    "OTTO does not reduce the price",
                    field -> field.startsWith("priceReduction") ? "amount" : field);
        }
    }

    List<Reduction> of(String itemId, OttoSettings settings) throws PluginException {
        Calls.Answer answer = api.get(
                settings,
                Scope.REDUCTIONS,
                PATH + "?positionItemId=" + OttoApi.encode(itemId) + "&page=1&limit=" + MOST_ON_A_PAGE);
        if (answer.status() == 404) {
            return List.of();
        }
        if (!answer.isSuccess()) {
            throw OttoErrors.of(answer)
                    .rejected("reductions-refused", "OTTO gives no price reductions", field -> field);
        }
        Json body = answer.json();
        if (!body.at("results").isPresent()) {
            throw answer.lacks("holds no list of price reductions");
        }
        return body.at("results")
                .each()
                .filter(piece -> piece.at("positionItemId").textOrEmpty().equals(itemId))
                .flatMap(piece -> piece.at("priceReductions").each())
                .flatMap(Reductions::reduction)
                .sorted(Comparator.comparing(Reduction::at))
                .toList();
    }

    /** Whether the app may reduce prices at all. */
    void probe(OttoSettings settings) throws PluginException {
        api.get(settings, Scope.REDUCTIONS, PATH + "?page=1&limit=1");
    }

    private static Stream<Reduction> reduction(Json reduction) {
        Optional<Instant> at = OttoDates.parse(reduction.at("creationDateTime").textOrEmpty());
        Json money = reduction.at("priceReduction");
        String currency = money.at("currency").textOrEmpty();
        Optional<Money> amount =
                money.at("amount").number().map(value -> Money.of(value, currency.isEmpty() ? "EUR" : currency));
        return Stream.of(State.values())
                .filter(state ->
                        state.name().equalsIgnoreCase(reduction.at("status").textOrEmpty()))
                .flatMap(state ->
                        at.stream().flatMap(when -> amount.stream().map(much -> new Reduction(much, state, when))));
    }
}
