package org.packhaus.rule.ui;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.packhaus.rule.Action;
import org.packhaus.rule.Condition;
import org.packhaus.rule.Extra;
import org.packhaus.rule.Offer;
import org.packhaus.rule.OfferRow;
import org.packhaus.rule.SecondChoice;
import org.packhaus.rule.ShippingRule;
import org.packhaus.rule.WhatIf;
import org.packhaus.sdk.Service;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Texts;
import org.packhaus.shipment.CarrierPick;
import org.packhaus.shipment.CarrierReason;

/** Rules and what comes of them in plain sentences. */
record RuleWords(Formats formats, Map<Offer, OfferRow> offers) {

    String name(Offer offer) {
        OfferRow row = offers.get(offer);
        return row == null ? formats.text("rule.offer.unknown", offer.product()) : row.name();
    }

    /** "Country is DE and weight up to 2 kg". */
    String when(ShippingRule rule) {
        return rule.conditions().isEmpty()
                ? formats.text("rule.when.always")
                : rule.conditions().stream()
                        .map(this::when)
                        .collect(
                                Collectors.joining(formats.text("rule.and.glue").replace('_', ' ')));
    }

    private String when(Condition condition) {
        Typed typed = Typed.of(condition);
        String key = "rule.when." + typed.kind().word();
        return switch (condition) {
            case Condition.Weight(int over, int upTo) -> range(key, kilos(over), over, kilos(upTo), upTo);
            case Condition.Worth(int over, int upTo) -> range(key, euros(over), over, euros(upTo), upTo);
            case Condition.Pieces(int from, int to) -> range(key, formats.number(from), from, formats.number(to), to);
            case Condition.Promise(int days) -> formats.text(key, days);
            case Condition.Due(int hours) -> formats.text(key, hours);
            case Condition.Country(var countries, boolean except) ->
                formats.text(
                        except ? key + ".other" : key,
                        new TreeSet<>(countries)
                                .stream()
                                        .map(code -> Locale.of("", code).getDisplayCountry(formats.locale()))
                                        .collect(Collectors.joining(", ")));
            case Condition.Channel channel -> formats.text(key, typed.text());
            case Condition.Tag tag -> formats.text(key, typed.text());
            case Condition.Postcode postcode -> formats.text(key, typed.text());
            case Condition.Size size -> formats.text(typed.other() ? key + ".other" : key, typed.text());
            case Condition.Sku sku -> formats.text(typed.other() ? key + ".other" : key, typed.text());
            case Condition.Pickup pickup -> formats.text(typed.other() ? key + ".other" : key);
        };
    }

    private String range(String key, String from, int over, String to, int upTo) {
        return upTo == 0
                ? formats.text(key + ".over", from)
                : over == 0 ? formats.text(key + ".up-to", to) : formats.text(key + ".between", from, to);
    }

    private String kilos(int grams) {
        var number = java.text.NumberFormat.getNumberInstance(formats.locale());
        return number.format(grams / 1000.0) + " kg";
    }

    private String euros(int euros) {
        return euros(BigDecimal.valueOf(euros));
    }

    String euros(BigDecimal amount) {
        return formats.money(amount, "EUR");
    }

    /** "the cheapest of DHL Paket, Hermes S, with signature". */
    String take(ShippingRule rule) {
        String what = switch (rule.action()) {
            case Action.Fixed(Offer offer) -> name(offer);
            case Action.Best(Action.Aim aim, List<Offer> among) ->
                formats.text(
                        "rule.take." + word(aim), among.stream().map(this::name).collect(Collectors.joining(", ")));
        };
        return rule.extras().isEmpty()
                ? what
                : formats.text(
                        "rule.take.with",
                        what,
                        rule.extras().stream().map(this::extra).collect(Collectors.joining(", ")));
    }

    /** "If it is down: switch to Hermes S"; empty if nothing is planned. */
    String second(ShippingRule rule) {
        SecondChoice second = rule.second();
        return second == null
                ? ""
                : formats.text("rule.second." + second.mode().name().toLowerCase(Locale.ROOT), name(second.offer()));
    }

    private String extra(Extra extra) {
        return extra.number() > 0 && extra.kind() != Service.Kind.INSURANCE
                ? service(extra.kind()) + " " + extra.number() + "+"
                : service(extra.kind());
    }

    String service(Service.Kind kind) {
        return formats.text("service." + word(kind));
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String why(CarrierReason reason) {
        String key = "carrier.why." + reason.code();
        return Texts.has(key) ? formats.text(key, reason.detail()) : reason.code();
    }

    /** "DHL Paket · 4,19 € · 2 days", or why nobody brings it. */
    String side(WhatIf.Side side) {
        CarrierPick pick = side.pick();
        if (pick == null) {
            return formats.text("problem." + side.obstacle());
        }
        List<String> parts = new ArrayList<>();
        parts.add(name(new Offer(pick.connection(), pick.product())));
        var price = side.price();
        if (price != null) {
            parts.add(euros(price.amount()));
        }
        var days = side.days();
        if (days != null) {
            parts.add(formats.text("rule.days", days));
        }
        if (!side.obstacle().isEmpty()) {
            parts.add(formats.text("carrier.verdict." + side.obstacle()));
        }
        return String.join(" · ", parts);
    }
}
