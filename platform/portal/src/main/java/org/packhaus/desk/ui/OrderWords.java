package org.packhaus.desk.ui;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.packhaus.order.OrderRow;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Texts;

/** What a row of the order list says, in its reader's words. */
record OrderWords(Formats formats) {

    /** From here on the clock is ochre. */
    private static final Duration SOON = Duration.ofHours(2);

    /** A full ring is a shift; circumference 31.4. */
    private static final double SHIFT_MINUTES = 8 * 60.0;

    private static final double RING = 31.4;

    String stock(OrderRow row) {
        return formats.text("stock." + OrderState.word(row.stockLight()));
    }

    /** The time left matters until the parcel has gone. */
    private static boolean waiting(OrderRow row) {
        return row.shipBy() != null && row.stage().isOpen();
    }

    String mood(OrderRow row) {
        if (row.onHold() && waiting(row)) {
            return "held";
        }
        if (row.shipBy() == null || !waiting(row)) {
            return "none";
        }
        var left = Duration.between(formats.now(), row.shipBy());
        return left.isNegative() ? "late" : left.compareTo(SOON) < 0 ? "soon" : left.toHours() < 8 ? "near" : "far";
    }

    String ring(OrderRow row) {
        if (row.shipBy() == null) {
            return "0";
        }
        double minutes = Duration.between(formats.now(), row.shipBy()).toMinutes();
        return String.format(Locale.ROOT, "%.1f", RING * Math.clamp(minutes / SHIFT_MINUTES, 0.04, 1));
    }

    String left(OrderRow row) {
        if (row.onHold()) {
            return formats.text("orders.held");
        }
        if (row.shipBy() == null || !waiting(row)) {
            return formats.text("stage." + OrderState.word(row.stage()));
        }
        var left = Duration.between(formats.now(), row.shipBy());
        return left.isNegative() ? formats.text("orders.late", formats.length(left)) : formats.length(left);
    }

    String shipBy(OrderRow row) {
        return row.shipBy() == null ? "–" : formats.when(row.shipBy());
    }

    String picture(OrderRow row) {
        var picture = row.items().isEmpty() ? null : row.items().getFirst().pictureUrl();
        return picture == null ? "" : picture;
    }

    String title(OrderRow row) {
        return row.items().isEmpty() ? "–" : row.items().getFirst().title();
    }

    String belowTitle(OrderRow row) {
        if (row.items().isEmpty()) {
            return "";
        }
        var sku = row.items().getFirst().sku();
        int more = row.items().size() - 1;
        return more == 0 ? sku : formats.text("orders.and-more", sku, more);
    }

    String pieces(OrderRow row) {
        return formats.text("orders.pieces", row.pieces());
    }

    /** Announced orders have no address yet: OTTO hides it. */
    String buyer(OrderRow row) {
        return row.buyerName().isBlank() ? formats.text("orders.no-address") : row.buyerName();
    }

    String place(OrderRow row) {
        return Stream.of(row.postalCode() + " " + row.city(), formats.country(row.country()))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    String pickup(OrderRow row) {
        var place = row.pickupPoint();
        return place == null ? "" : formats.text("pickup.short." + OrderState.word(place.kind()), place.number());
    }

    String pickupInFull(OrderRow row) {
        var place = row.pickupPoint();
        return place == null ? "" : formats.text("pickup." + OrderState.word(place.kind()), place.number());
    }

    /** "2.4 kg"; nothing while one of the pieces is unknown. */
    String weight(OrderRow row) {
        var grams = row.weightGrams();
        return grams == null ? "–" : formats.text("orders.kilograms", grams / 1000.0);
    }

    String channel(OrderRow row) {
        var key = "channel." + row.channel();
        return Texts.has(key) ? formats.text(key) : row.channel();
    }

    String total(OrderRow row) {
        return formats.money(row.total().amount(), row.total().currency().getCurrencyCode());
    }

    String carrier(OrderRow row) {
        var choice = row.carrier();
        if (choice == null) {
            return formats.text("orders.no-carrier");
        }
        return choice.product().isBlank() ? choice.carrier() : choice.product();
    }

    String price(OrderRow row) {
        var choice = row.carrier();
        return choice == null || choice.price() == null
                ? ""
                : formats.money(
                        choice.price().amount(), choice.price().currency().getCurrencyCode());
    }

    String why(OrderRow row) {
        var choice = row.carrier();
        if (choice == null) {
            return formats.text(row.freight() ? "orders.freight" : "orders.no-carrier.why");
        }
        var reason = why(choice.reason());
        return row.parcels() > 1 ? formats.text("orders.parcels", row.parcels()) + " · " + reason : reason;
    }

    /** A code, perhaps followed by what its sentence leaves open. */
    private String why(String reason) {
        int gap = reason.indexOf(' ');
        var code = gap < 0 ? reason : reason.substring(0, gap);
        return Texts.has("carrier.why." + code)
                ? formats.text("carrier.why." + code, gap < 0 ? "" : reason.substring(gap + 1))
                : reason;
    }

    /**
     * A mark at the end of a row. The mark alone says neither thing nor state, so it has both in its name.
     *
     * @param state "none", "done", or how far it is: "1/2"
     */
    record Mark(String state, String says) {}

    Mark label(OrderRow row) {
        return mark("mark.label", row.labels(), Math.max(1, row.parcels()));
    }

    Mark slip(OrderRow row) {
        return mark("mark.slip", row.slipPrinted() ? 1 : 0, 1);
    }

    Mark confirmed(OrderRow row) {
        return mark("mark.confirmed", row.confirmed(), Math.max(1, row.parcels()));
    }

    private Mark mark(String key, int done, int of) {
        var thing = formats.text(key);
        if (done == 0) {
            return new Mark("none", formats.text("mark.not-yet", thing));
        }
        return done >= of
                ? new Mark("done", formats.text("mark.done", thing))
                : new Mark(done + "/" + of, formats.text("mark.part", thing, done, of));
    }
}
