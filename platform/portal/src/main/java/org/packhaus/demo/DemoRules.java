package org.packhaus.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.packhaus.rule.Action;
import org.packhaus.rule.Condition;
import org.packhaus.rule.Offer;
import org.packhaus.rule.PriceBand;
import org.packhaus.rule.PriceTable;
import org.packhaus.rule.RuleService;
import org.packhaus.rule.SecondChoice;
import org.packhaus.rule.ShippingRule;
import org.packhaus.sdk.Service;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Shipping rules and price tables as a seller with several contracts has them. */
@Component
@Profile({"demo", "headless"})
class DemoRules {
    private final RuleService rules;

    DemoRules(RuleService rules) {
        this.rules = rules;
    }

    /** Once, and only for a seller with more than one carrier. Needs the seller's scope. */
    void open(SellerId seller, Map<String, ConnectionId> carriers) {
        if (carriers.size() < 2 || rules.current(seller).number() > 0) {
            return;
        }
        carriers.forEach((carrier, connection) ->
                prices(carrier).ifPresent(table -> rules.savePrices(seller, offer(carrier, connection), table)));
        rules.save(seller, 0, rules(carriers));
    }

    private static List<ShippingRule> rules(Map<String, ConnectionId> carriers) {
        List<ShippingRule> list = new ArrayList<>();
        Offers offers = new Offers(carriers);
        offers.find("dhl")
                .ifPresent(
                        dhl -> list.add(fixed("Packstation and post office", dhl, null, new Condition.Pickup(true))));
        offers.find("ups")
                .ifPresent(ups -> list.add(
                        fixed("Valuable goods", ups, offers.second("dhl"), new Condition.Worth(250, 0), inGermany())));
        offers.find("dpd")
                .ifPresent(
                        dpd -> list.add(fixed("West", dpd, offers.second("dhl"), postcodes("40", "59"), inGermany())));
        offers.find("gls")
                .ifPresent(
                        gls -> list.add(fixed("South", gls, offers.second("dhl"), postcodes("68", "79"), inGermany())));
        offers.find("ups")
                .ifPresent(ups ->
                        list.add(fixed("Bavaria", ups, offers.second("dhl"), postcodes("80", "87"), inGermany())));
        list.add(new ShippingRule(
                "Everything else",
                true,
                List.of(inGermany()),
                new Action.Best(Action.Aim.CHEAPEST, offers.all()),
                List.of(),
                null));
        return list;
    }

    private static ShippingRule fixed(
            String name, Offer offer, @Nullable SecondChoice second, Condition... conditions) {
        return new ShippingRule(name, true, List.of(conditions), new Action.Fixed(offer), List.of(), second);
    }

    private static Condition inGermany() {
        return new Condition.Country(Set.of("DE"), false);
    }

    private static Condition postcodes(String from, String to) {
        return new Condition.Postcode(List.of(new Condition.Postcode.Range(from, to)));
    }

    private static Offer offer(String carrier, ConnectionId connection) {
        return new Offer(connection, DemoCarriers.ordinary(carrier));
    }

    /** The ordinary products of the carriers there are. */
    private record Offers(Map<String, ConnectionId> carriers) {
        Optional<Offer> find(String carrier) {
            return Optional.ofNullable(carriers.get(carrier)).map(connection -> offer(carrier, connection));
        }

        @Nullable
        SecondChoice second(String carrier) {
            return find(carrier)
                    .map(offer -> new SecondChoice(offer, SecondChoice.Mode.SWITCH))
                    .orElse(null);
        }

        List<Offer> all() {
            return carriers.entrySet().stream()
                    .map(entry -> offer(entry.getKey(), entry.getValue()))
                    .toList();
        }
    }

    /** Made-up prices in the order of magnitude of a small contract, in euros, up to 1, 5, 10 and 31.5 kg. */
    private static Optional<PriceTable> prices(String carrier) {
        return switch (carrier) {
            case "dhl" -> table(1, "3.95", "4.45", "6.10", "11.90");
            case "hermes" -> table(2, "3.45", "4.60", "7.20", "12.80");
            case "dpd" -> table(1, "3.80", "4.50", "6.40", "9.90");
            case "gls" -> table(2, "3.75", "4.35", "6.30", "10.20");
            case "ups" -> table(1, "5.10", "5.90", "7.40", "11.30");
            default -> Optional.empty();
        };
    }

    private static Optional<PriceTable> table(int days, String... prices) {
        int[] grams = {1_000, 5_000, 10_000, 31_500};
        List<PriceBand> bands = new ArrayList<>();
        for (int i = 0; i < grams.length; i++) {
            bands.add(new PriceBand(Set.of("DE"), grams[i], null, new BigDecimal(prices[i]), days));
        }
        return Optional.of(new PriceTable(bands, Map.of(Service.Kind.SIGNATURE, new BigDecimal("1.50"))));
    }
}
