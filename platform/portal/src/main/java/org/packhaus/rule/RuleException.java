package org.packhaus.rule;

import org.packhaus.Refusal;

/** Something could not be done to rules or price tables. The message says what to do next. */
public class RuleException extends Refusal {
    private static final long serialVersionUID = 1L;

    public RuleException(String code, String text, String... named) {
        super(code, text, named);
    }
}
