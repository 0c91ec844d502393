package org.packhaus.desk.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.packhaus.rule.Offer;
import org.packhaus.rule.OfferRow;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Texts;
import org.packhaus.shipment.CarrierReason;
import org.packhaus.shipment.CarrierReason.Considered;

/** Who brings a parcel, why, and who else could have, in the reader's words. */
record CarrierWords(Formats formats, Map<Offer, OfferRow> offers) {

    static CarrierWords of(Formats formats, List<OfferRow> rows) {
        Map<Offer, OfferRow> offers = new LinkedHashMap<>();
        rows.forEach(row -> offers.put(row.offer(), row));
        return new CarrierWords(formats, offers);
    }

    String name(Offer offer) {
        var row = offers.get(offer);
        return row == null ? offer.product() : row.name();
    }

    String why(CarrierReason reason) {
        var key = "carrier.why." + reason.code();
        if (reason.considered().size() > 1) {
            // Of a planned second choice: who is out, since when, and who came in.
            var taken = reason.considered().getFirst();
            var out = reason.considered().get(1);
            var since = out.since();
            var full = key + "." + out.verdict() + (since == null ? "" : ".since");
            if (Texts.has(full)) {
                return formats.text(
                        full,
                        reason.detail(),
                        name(new Offer(out.connection(), out.product())),
                        name(new Offer(taken.connection(), taken.product())),
                        since == null ? "" : formats.when(since));
            }
        }
        return Texts.has(key) ? formats.text(key, reason.detail()) : reason.code();
    }

    /** "DHL Paket · 4,19 € (price table) · 2 days · dearer". */
    String considered(Considered one) {
        var text = new StringBuilder(name(new Offer(one.connection(), one.product())));
        var price = one.price();
        if (price != null) {
            text.append(" · ")
                    .append(formats.money(price.amount(), price.currency().getCurrencyCode()));
        }
        var source = one.source();
        if (source != null) {
            text.append(" (").append(formats.text("carrier.source." + source)).append(")");
        }
        var days = one.days();
        if (days != null) {
            text.append(" · ").append(formats.text("rule.days", days));
        }
        var key = "carrier.verdict." + one.verdict();
        return text.append(" · ")
                .append(Texts.has(key) ? formats.text(key) : one.verdict())
                .toString();
    }
}
