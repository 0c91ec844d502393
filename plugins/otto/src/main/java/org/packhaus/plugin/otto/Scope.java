package org.packhaus.plugin.otto;

/**
 * What a token is asked for. One token for each, because OTTO refuses a token altogether if the app lacks one scope of it:
 * a seller who did not tick <em>Products</em> can still ship.
 */
enum Scope {
    SHIPPING("orders shipments", "Orders and Shipments"),
    STOCK("availability", "Availability"),
    TERMS("availability shipping-profiles", "Availability and Shipping Profiles"),
    CATALOGUE("products", "Products"),
    RETURNS("returns", "Returns"),
    RECEIPTS("receipts", "Receipts"),
    REDUCTIONS("price-reduction", "Price Reductions"),
    RETURN_ADDRESSES("returns-warehouse-read", "Returns Warehouse");

    private final String names;
    private final String title;

    Scope(String names, String title) {
        this.names = names;
        this.title = title;
    }

    /** As OTTO wants them. */
    String names() {
        return names;
    }

    /** As OTTO Partner Connect calls the interfaces. */
    String title() {
        return title;
    }
}
