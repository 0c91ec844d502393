package org.packhaus.casework;

import java.util.Arrays;
import java.util.List;

/** Why a seller writes to a buyer. The marketplace's terms name what is allowed; a word in the contract may hang on it. */
public enum ContactReason {
    /** The buyer asked. */
    ANSWER(true),
    /** A question without which the order cannot be carried out. */
    ORDER_QUESTION(true),
    /** When a forwarder may come. */
    DELIVERY_APPOINTMENT(true),
    /** Another tracking number, a delay. */
    SHIPMENT_CHANGE(true),
    RECALL(true),
    /** Where goods go whose return was rejected. */
    REJECTED_RETURN(true),
    /** Old appliances, batteries, packaging. */
    TAKE_BACK(true),
    /** The marketplace tells buyers itself that a parcel left, waits in a shop, or arrived; sellers who do it again are blocked. */
    SHIPPING_NOTICE(false);

    private final boolean allowed;

    ContactReason(boolean allowed) {
        this.allowed = allowed;
    }

    public boolean isAllowed() {
        return allowed;
    }

    /** With which a seller may begin. */
    public static List<ContactReason> toBegin() {
        return Arrays.stream(values())
                .filter(reason -> reason != ANSWER && reason.allowed)
                .toList();
    }

    void require() {
        if (!allowed) {
            throw new CaseException(
                    "contact-not-allowed",
                    "The marketplace tells buyers itself that a parcel has left, waits in a shop or has arrived. A"
                            + " seller who does it again may be blocked. Write only if something about the shipment has"
                            + " changed.");
        }
    }
}
