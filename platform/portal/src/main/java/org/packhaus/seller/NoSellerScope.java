package org.packhaus.seller;

/** Somebody asked for a seller's data without saying which sellers they may see. Always a mistake in the program, never shown. */
public final class NoSellerScope extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    NoSellerScope(String text) {
        super("no-seller-scope: " + text);
    }
}
