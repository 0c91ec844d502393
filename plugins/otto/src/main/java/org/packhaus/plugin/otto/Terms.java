package org.packhaus.plugin.otto;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.packhaus.sdk.Calls;
import org.packhaus.sdk.DeliveryTerms.Kind;
import org.packhaus.sdk.DeliveryTerms.Term;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.PluginException;

/**
 * How and how fast SKUs are shipped: each SKU names a shipping profile (Availability V1), the profile says the rest
 * (ShippingProfiles V1).
 */
final class Terms {
    /** Up to so many SKUs are asked for one by one; for more it takes fewer calls to read the whole list. */
    private static final int FEW = 20;

    private static final int MOST_PAGES = 2_000;
    private static final String SKUS = "/v1/availability/product-delivery-information";

    private final OttoApi api;

    Terms(OttoApi api) {
        this.api = api;
    }

    /** Which profile a SKU has, and its own processing time if that is not the profile's. */
    private record Assignment(String profile, Optional<Integer> processingDays) {}

    Map<String, Term> of(Set<String> skus, OttoSettings settings) throws PluginException {
        if (skus.isEmpty()) {
            return Map.of();
        }
        Map<String, Json> profiles = profiles(settings);
        Map<String, Term> terms = new HashMap<>();
        for (Map.Entry<String, Assignment> entry : assignments(skus, settings).entrySet()) {
            Json profile = profiles.get(entry.getValue().profile());
            if (profile != null) {
                term(profile, entry.getValue()).ifPresent(term -> terms.put(entry.getKey(), term));
            }
        }
        return terms;
    }

    /** How many profiles the seller has. */
    int count(OttoSettings settings) throws PluginException {
        return profiles(settings).size();
    }

    private Map<String, Json> profiles(OttoSettings settings) throws PluginException {
        Map<String, Json> profiles = new HashMap<>();
        pages(
                "/v1/shipping-profiles",
                settings,
                page -> page.at("results")
                        .list()
                        .forEach(profile ->
                                profiles.put(profile.at("shippingProfileId").textOrEmpty(), profile)));
        return profiles;
    }

    private Map<String, Assignment> assignments(Set<String> skus, OttoSettings settings) throws PluginException {
        Map<String, Assignment> found = new HashMap<>();
        // A slash in a path is a slash to many a gateway, however it is encoded.
        if (skus.size() <= FEW && skus.stream().noneMatch(sku -> sku.contains("/") || sku.startsWith("."))) {
            for (String sku : skus) {
                Calls.Answer answer = api.get(settings, Scope.TERMS, SKUS + "/" + OttoApi.encode(sku));
                if (answer.isSuccess()) {
                    found.put(sku, assignment(answer.json()));
                } else if (answer.status() != 404) {
                    throw OttoErrors.of(answer)
                            .rejected(
                                    "terms-refused", "OTTO does not say how SKU " + sku + " is shipped", path -> path);
                }
            }
            return found;
        }
        pages(
                SKUS + "?limit=200",
                settings,
                page -> page.at("results").list().stream()
                        .filter(entry -> skus.contains(entry.at("sku").textOrEmpty()))
                        .forEach(entry -> found.put(entry.at("sku").textOrEmpty(), assignment(entry))));
        return found;
    }

    private static Assignment assignment(Json entry) {
        return new Assignment(
                entry.at("shippingProfileId").textOrEmpty(),
                entry.at("processingTime").number().map(Number::intValue));
    }

    private void pages(String path, OttoSettings settings, Consumer<Json> page) throws PluginException {
        String next = path;
        for (int i = 0; i < MOST_PAGES; i++) {
            Calls.Answer answer = api.get(settings, Scope.TERMS, next);
            if (!answer.isSuccess()) {
                throw OttoErrors.of(answer)
                        .rejected("terms-refused", "OTTO does not give the shipping profiles", field -> field);
            }
            Json body = answer.json();
            page.accept(body);
            Optional<String> link = body.at("links")
                    .each()
                    .filter(l -> l.at("rel").textOrEmpty().equals("next"))
                    .map(l -> l.at("href").textOrEmpty())
                    .filter(href -> href.startsWith("/"))
                    .findFirst();
            if (link.isEmpty()) {
                return;
            }
            next = link.get();
        }
    }

    private static Optional<Term> term(Json profile, Assignment assignment) {
        Optional<Integer> processing = assignment
                .processingDays()
                .or(() -> profile.at("defaultProcessingTime").number().map(Number::intValue));
        Optional<Integer> transport = profile.at("transportTime").number().map(Number::intValue);
        if (processing.isEmpty() || transport.isEmpty()) {
            return Optional.empty();
        }
        try {
            Set<DayOfWeek> days = profile.at("workingDays").list().stream()
                    .map(day -> DayOfWeek.valueOf(day.textOrEmpty()))
                    .collect(Collectors.toSet());
            Kind kind = profile.at("deliveryType").textOrEmpty().startsWith("FORWARDER") ? Kind.FREIGHT : Kind.PARCEL;
            LocalTime cutOff = LocalTime.parse(profile.at("orderCutoff").textOrEmpty());
            return days.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Term(kind, days, cutOff, processing.get(), transport.get()));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
