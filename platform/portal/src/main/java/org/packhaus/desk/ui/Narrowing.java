package org.packhaus.desk.ui;

/** What the list can be narrowed by, each with its word in the address. */
enum Narrowing {
    SHIP_BY("by"),
    SELLER("seller"),
    CHANNEL("channel"),
    CARRIER("carrier"),
    COUNTRY("country"),
    SKU("sku"),
    TAG("tag"),
    ITEMS("items"),
    STOCK("stock"),
    WEIGHT("weight"),
    HELD("held");

    private final String word;

    Narrowing(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** What the chip and the form call it. */
    String textKey() {
        return "filter." + word;
    }
}
