package org.packhaus.shipment;

import org.packhaus.Refusal;

/** Something about a shipment cannot be done as asked. The text says what to do next; the code is explained in docs/operations. */
public final class ShipmentException extends Refusal {
    private static final long serialVersionUID = 1L;

    ShipmentException(String code, String text, String... named) {
        super(code, text, named);
    }
}
