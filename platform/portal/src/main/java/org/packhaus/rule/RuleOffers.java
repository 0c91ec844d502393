package org.packhaus.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.packhaus.plugin.PluginHost;
import org.packhaus.plugin.PluginMissing;
import org.packhaus.sdk.CarrierProduct;
import org.packhaus.sdk.CarrierProfile;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.seller.ConnectionRow;
import org.packhaus.seller.ConnectionService;
import org.packhaus.seller.SellerId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** What a seller's carriers sell, as far as their plugins are there to tell. Calls nobody. Sees the sellers in scope only. */
@Service
public class RuleOffers {
    private final ConnectionService connections;
    private final ObjectProvider<PluginHost> plugins;

    RuleOffers(ConnectionService connections, ObjectProvider<PluginHost> plugins) {
        this.connections = connections;
        this.plugins = plugins;
    }

    /** By contract, each in its carrier's order; also of contracts that are paused or broken. */
    public List<OfferRow> of(SellerId seller) {
        List<OfferRow> offers = new ArrayList<>();
        for (ConnectionRow contract : connections.list(ConnectionRole.CARRIER)) {
            if (contract.seller().equals(seller)) {
                profile(contract)
                        .ifPresent(profile ->
                                profile.products().forEach(product -> offers.add(row(contract, profile, product))));
            }
        }
        return offers;
    }

    private Optional<CarrierProfile> profile(ConnectionRow contract) {
        try {
            return Optional.of(plugins.getObject().carrierProfile(contract.id()));
        } catch (PluginMissing e) {
            return Optional.empty();
        }
    }

    private static OfferRow row(ConnectionRow contract, CarrierProfile profile, CarrierProduct product) {
        return new OfferRow(
                new Offer(contract.id(), product.id()),
                contract.name(),
                profile.name(),
                product.name(),
                product.services());
    }
}
