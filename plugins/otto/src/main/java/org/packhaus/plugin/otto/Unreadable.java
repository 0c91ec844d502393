package org.packhaus.plugin.otto;

import org.packhaus.sdk.Json;
import org.packhaus.sdk.OrderPage;

/** One order lacks what cannot be done without. Caught where the page is put together; never leaves the plugin. */
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    private final String code;

    Unreadable(String code, String message) {
        super(message);
        this.code = code;
    }

    OrderPage.Unreadable of(Json order) {
        return new OrderPage.Unreadable(
                order.at("salesOrderId").textOrEmpty(),
                order.at("orderNumber").textOrEmpty(),
                code,
                String.valueOf(getMessage()));
    }
}
