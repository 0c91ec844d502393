package org.packhaus.rule;

import java.util.Set;
import org.packhaus.sdk.Service;

/**
 * A carrier's product as people call it.
 *
 * @param contract the connection's name
 */
public record OfferRow(Offer offer, String contract, String carrier, String product, Set<Service.Kind> services) {
    public OfferRow {
        services = Set.copyOf(services);
    }

    /** {@code DHL Paket}, and the contract where its name says more than the carrier's. */
    public String name() {
        String full = product.startsWith(carrier) ? product : carrier + " " + product;
        return contract.isBlank() || full.startsWith(contract) ? full : full + " · " + contract;
    }
}
