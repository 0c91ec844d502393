package org.packhaus.shipment;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.Set;
import org.packhaus.database.TransactionRetry;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.ReportedShipment;
import org.springframework.stereotype.Service;

/** What a channel holds of a parcel that was reported to it. Sees the sellers in scope only. */
@Service
public class ChannelViews {
    private final EntityManager entities;
    private final ChannelDesk desk;
    private final TransactionRetry transactions;

    ChannelViews(EntityManager entities, ChannelDesk desk, TransactionRetry transactions) {
        this.entities = entities;
        this.desk = desk;
        this.transactions = transactions;
    }

    /** Asks the channel; empty if the label was not reported, or the channel knows no such parcel. Never call inside a transaction. */
    public Optional<ReportedShipment> of(PurchaseId label) throws PluginException {
        Optional<ConfirmationEntity> report = transactions.call(() -> entities.createQuery(
                        "select c from ParcelConfirmation c where c.purchaseId = :label and c.state in (:taken)",
                        ConfirmationEntity.class)
                .setParameter("label", label.value())
                .setParameter(
                        "taken",
                        Set.of(ConfirmationState.REPORTED, ConfirmationState.CONFIRMED, ConfirmationState.MISMATCH))
                .getResultStream()
                .findFirst());
        return report.isEmpty()
                ? Optional.empty()
                : desk.shipment(
                        report.get().channel(),
                        report.get().carrierCode(),
                        report.get().trackingNumber());
    }
}
