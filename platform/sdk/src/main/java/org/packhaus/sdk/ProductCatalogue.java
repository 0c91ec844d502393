package org.packhaus.sdk;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Ability of a {@link SalesChannel}: it knows what the seller's goods weigh and look like. */
public interface ProductCatalogue<S extends Record> {

    /** Those of the SKUs it knows. */
    List<Product> products(Set<String> skus, S settings) throws PluginException;

    /**
     * One of the seller's goods.
     *
     * @param sku the seller's number
     * @param title what it is
     * @param weight packed, all of its packages together
     * @param dimensions packed, of its one package
     * @param packages in how many boxes one piece comes, at least 1
     * @param picture where to see it
     */
    record Product(
            String sku,
            String title,
            Optional<Weight> weight,
            Optional<Dimensions> dimensions,
            int packages,
            Optional<URI> picture) {}
}
