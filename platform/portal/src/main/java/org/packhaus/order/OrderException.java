package org.packhaus.order;

import org.packhaus.Refusal;

/** Something could not be done to an order. The message says to which, and what to do next. */
public class OrderException extends Refusal {
    private static final long serialVersionUID = 1L;

    public OrderException(String code, String text, String... named) {
        super(code, text, named);
    }
}
