package org.packhaus.seller;

/** What is needed to open a seller's account; the rest has sensible defaults and is edited later. */
public record NewSeller(String name, Mark mark, SenderAddress sender) {
    public NewSeller {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a seller has a name");
        }
    }
}
