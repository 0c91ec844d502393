package org.packhaus.sandbox.carrier;

import java.time.Instant;
import org.packhaus.sandbox.web.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A label that was sold.
 *
 * @param account that is charged
 * @param seller key of the seller whose account it is
 * @param product the carrier's code
 * @param reference the customer's own; empty if none was sent
 * @param number of the parcel
 * @param returnNumber that came with it; empty if none
 * @param at when it was sold
 * @param voided whether it was given back
 * @param closed whether it is in a day-end close
 * @param city the receiver's
 * @param details whatever else the carrier keeps of it
 */
public record Sale(
        String carrier,
        String account,
        String seller,
        String product,
        String reference,
        String number,
        String returnNumber,
        Purpose purpose,
        Instant at,
        boolean voided,
        boolean closed,
        String city,
        JsonNode details) {

    /** Which way it goes. */
    public enum Purpose {
        OUTBOUND,
        RETURN
    }

    public static Sale outbound(
            String carrier,
            String account,
            String seller,
            String product,
            String reference,
            String number,
            Instant at,
            String city,
            JsonNode details) {
        return new Sale(
                carrier,
                account,
                seller,
                product,
                reference,
                number,
                "",
                Purpose.OUTBOUND,
                at,
                false,
                false,
                city,
                details);
    }

    Sale with(JsonNode otherDetails) {
        return new Sale(
                carrier,
                account,
                seller,
                product,
                reference,
                number,
                returnNumber,
                purpose,
                at,
                voided,
                closed,
                city,
                otherDetails);
    }

    /** A return label by itself; the buyer may never use it. */
    public Sale asReturn() {
        return new Sale(
                carrier,
                account,
                seller,
                product,
                reference,
                number,
                "",
                Purpose.RETURN,
                at,
                voided,
                closed,
                city,
                details);
    }

    public Sale withReturn(String wayBack) {
        return new Sale(
                carrier, account, seller, product, reference, number, wayBack, purpose, at, voided, closed, city,
                details);
    }

    public Sale givenBack() {
        return new Sale(
                carrier,
                account,
                seller,
                product,
                reference,
                number,
                returnNumber,
                purpose,
                at,
                true,
                closed,
                city,
                details);
    }

    public Sale inDayEnd() {
        return new Sale(
                carrier,
                account,
                seller,
                product,
                reference,
                number,
                returnNumber,
                purpose,
                at,
                voided,
                true,
                city,
                details);
    }

    /** As the control API tells it. */
    public ObjectNode charge() {
        return Json.object()
                .put("carrier", carrier)
                .put("account", account)
                .put("seller", seller)
                .put("product", product)
                .put("reference", reference)
                .put("number", number)
                .put("returnNumber", returnNumber.isEmpty() ? null : returnNumber)
                .put("purpose", purpose.name())
                .put("at", at.toString())
                .put("voided", voided)
                .put("closed", closed);
    }
}
