package org.packhaus.seller;

import org.packhaus.Refusal;

/** A seller or a connection cannot be used as asked. The text says what to do; the code is explained in docs/operations. */
public final class SellerException extends Refusal {
    private static final long serialVersionUID = 1L;

    SellerException(String code, String text, String... named) {
        super(code, text, named);
    }
}
