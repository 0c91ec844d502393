package org.packhaus.aftersales;

import org.packhaus.Refusal;

/** What a person wanted of a return cannot be done; the text says why and what to do. */
public class AfterSalesException extends Refusal {
    private static final long serialVersionUID = 1L;

    AfterSalesException(String code, String text, String... named) {
        super(code, text, named);
    }
}
