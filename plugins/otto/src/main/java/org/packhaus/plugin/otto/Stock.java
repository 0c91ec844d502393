package org.packhaus.plugin.otto;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.packhaus.sdk.Calls;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.StockTarget;

/** OTTO Availability V1, quantities. */
final class Stock {
    static final int MOST = 200;
    private static final int HIGHEST = 999_999_999;

    private final OttoApi api;

    Stock(OttoApi api) {
        this.api = api;
    }

    List<StockTarget.Answer> push(List<StockTarget.Level> levels, OttoSettings settings) throws PluginException {
        if (levels.isEmpty()) {
            return List.of();
        }
        if (levels.size() > MOST) {
            throw new IllegalArgumentException("At most " + MOST + " levels a call, not " + levels.size());
        }
        List<Json> body = levels.stream()
                .map(level -> Json.object()
                        .put("sku", level.sku())
                        .put("quantity", Math.clamp(level.available(), 0, HIGHEST))
                        .json())
                .toList();
        Calls.Answer answer = api.set(settings, Scope.STOCK, "/v1/availability/quantities", Json.array(body));
        if (!answer.isSuccess()) {
            throw OttoErrors.of(answer).rejected("stock-refused", "OTTO takes none of the stock levels", path -> path);
        }
        Map<String, String> refused = answer.status() == 207 ? refused(answer.json(), levels) : Map.of();
        return levels.stream()
                .map(level -> new StockTarget.Answer(level.sku(), Optional.ofNullable(refused.get(level.sku()))))
                .toList();
    }

    /** OTTO names the SKU in {@code logref}, or only at the end of the sentence. */
    private static Map<String, String> refused(Json body, List<StockTarget.Level> levels) {
        Map<String, String> refused = new HashMap<>();
        for (OttoErrors.Problem problem : OttoErrors.of(207, body).problems()) {
            levels.stream()
                    .map(StockTarget.Level::sku)
                    .filter(sku ->
                            problem.reference().equals(sku) || problem.detail().endsWith(": " + sku))
                    .forEach(sku -> refused.put(sku, problem.sentence()));
        }
        return refused;
    }
}
