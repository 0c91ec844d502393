package org.packhaus.seller;

/** A seller or a connection cannot be used as asked. The text says what to do; the code is explained in docs/operations. */
public final class SellerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    SellerException(String code, String text) {
        super(text);
        this.code = code;
    }

    /** One of {@code SELLER_UNKNOWN}, {@code SELLER_NAME_TAKEN}, {@code SELLER_CHANGED}, {@code CONNECTION_UNKNOWN}. */
    public String code() {
        return code;
    }
}
