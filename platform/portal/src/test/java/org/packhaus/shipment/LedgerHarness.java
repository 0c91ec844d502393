package org.packhaus.shipment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.OrderId;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.Parcel;
import org.packhaus.sdk.Weight;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.Mark;
import org.packhaus.seller.NewSeller;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.packhaus.seller.SellerService;
import org.packhaus.seller.SenderAddress;
import org.springframework.stereotype.Component;

/** Makes parcels and nodes: several ledgers on one database, as if each ran in a process of its own. */
@Component
class LedgerHarness {
    static final ConnectionId CARRIER = new ConnectionId(1);
    private static final CarrierPick PICK =
            new CarrierPick(CARRIER, "V01PAK", List.of(), CarrierReason.of(CarrierReason.SELLER_DEFAULT));
    static final LedgerTimes TIMES = new LedgerTimes(
            java.time.Duration.ofSeconds(20),
            java.time.Duration.ofSeconds(5),
            java.time.Duration.ofSeconds(20),
            java.time.Duration.ofSeconds(5),
            java.time.Duration.ofMinutes(10),
            3);
    private static final AtomicLong ORDERS = new AtomicLong(900_000);

    private final ShipmentBook shipments;
    private final LedgerBook book;
    private final TransactionRetry transactions;
    private final References references;
    private final SellerService sellers;

    LedgerHarness(
            ShipmentBook shipments,
            LedgerBook book,
            TransactionRetry transactions,
            References references,
            SellerService sellers) {
        this.shipments = shipments;
        this.book = book;
        this.transactions = transactions;
        this.references = references;
        this.sellers = sellers;
    }

    SellerId seller(String name) {
        return sellers.create(new NewSeller(name, new Mark("T", 1), SenderAddress.EMPTY));
    }

    ParcelId parcel(SellerId seller, Instant now) {
        return SellerScope.get(
                Set.of(seller),
                () -> transactions.call(() -> {
                    OrderId order = new OrderId(ORDERS.incrementAndGet());
                    var shipment = new ShipmentEntity(seller, order, 1, now, "test");
                    shipment.choose(PICK);
                    shipments.add(shipment);
                    var parcel = new ParcelEntity(seller, order, shipment.id(), 1, now);
                    parcel.measures(Weight.grams(1200), Optional.empty());
                    shipments.add(parcel);
                    return parcel.id();
                }));
    }

    List<ParcelId> parcels(SellerId seller, Instant now, int count) {
        List<ParcelId> parcels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parcels.add(parcel(seller, now));
        }
        return parcels;
    }

    /** A life of a portal process. */
    final class Life {
        final LabelLedger ledger;
        final LabelSettler settler;

        Life(Node node, CarrierDesk desk, LabelNews news, Clock clock) {
            LabelPlans plans =
                    (parcel, purpose, reference) -> new LabelPlans.LabelPlan(CARRIER, request(parcel, reference));
            var moves = new LedgerMoves(
                    book, transactions, plans, news, references, new LabelOutcomes(clock), TIMES, clock);
            settler = new LabelSettler(book, moves, desk, node, TIMES, clock);
            var voider = new LabelVoider(book, moves, news, desk, node, TIMES, clock);
            ledger = new LabelLedger(moves, settler, voider, desk, node, TIMES, clock);
        }

        /** One round of the ledger's own job. */
        void round() {
            settler.recover();
            settler.due(LabelState.UNCLEAR).forEach(settler::settle);
            settler.due(LabelState.PLANNED).forEach(p -> ledger.buy(settler.parcelOf(p)));
            settler.due(LabelState.VOIDING).forEach(p -> ledger.voidLabel(p, "ledger"));
        }
    }

    static BookingRequest request(ParcelId parcel, String reference) {
        return request(Weight.grams(1200), "order of parcel " + parcel, reference);
    }

    private static BookingRequest request(ParcelEntity parcel, String reference) {
        return request(parcel.weight(), parcel.order().toString(), reference);
    }

    private static BookingRequest request(Weight weight, String orderNumber, String reference) {
        Address from = Address.to("Packhaus Test")
                .street("Speicherstr.", "1")
                .city("20457", "Hamburg")
                .build();
        return new BookingRequest(
                reference,
                "V01PAK",
                new Parcel(
                        weight,
                        Optional.empty(),
                        List.of(new Parcel.Content("SKU-Ä1", "Türklinke", 1, Money.euro("12.90")))),
                from,
                Address.to("Jörg Mühlenbäcker")
                        .street("Lindenstr.", "12b")
                        .city("24937", "Flensburg")
                        .build(),
                from,
                LocalDate.of(2026, 11, 23),
                true,
                List.of(),
                LabelPaper.PDF_103_X_199,
                orderNumber);
    }

    /** Hears nothing and forbids nothing. */
    static class NoNews implements LabelNews {
        @Override
        public void bought(BoughtLabel label, LabelPurchase purchase) {}

        @Override
        public void returnLabelBought(BoughtLabel label, LabelPurchase purchase) {}

        @Override
        public void voided(LabelPurchase purchase, String text) {}

        @Override
        public void problem(LabelPurchase purchase, String code, String text) {}

        @Override
        public void mayBeVoided(LabelPurchase purchase) {}
    }
}
