package org.packhaus.shipment;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderItem;
import org.packhaus.order.Problem;
import org.packhaus.order.ShippableOrder;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerDetails;
import org.packhaus.shipment.CarrierAdvice.Advice;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Who brings a parcel: whom the rules name, else the one carrier and product a seller has set. To choose calls nobody. */
@Service
public class CarrierChooser {
    private final CarrierDesk desk;
    private final ObjectProvider<CarrierAdvice> advice;
    private final ShipmentBook book;
    private final TransactionRetry transactions;

    CarrierChooser(
            CarrierDesk desk, ObjectProvider<CarrierAdvice> advice, ShipmentBook book, TransactionRetry transactions) {
        this.desk = desk;
        this.advice = advice;
        this.book = book;
        this.transactions = transactions;
    }

    /** Lets the rules ask carriers for what they need to know of these parcels. Never inside a transaction. */
    void beforehand(List<Parcelled> parcels) {
        if (!parcels.isEmpty()) {
            advice.forEach(rules -> rules.beforehand(parcels, livePrices()));
        }
    }

    Parcelled parcelled(
            ShippableOrder order, List<OrderItem> items, Packing packing, SellerDetails seller, Instant at) {
        return new Parcelled(order, items, seller, at, standings(), packing);
    }

    Advice choose(Parcelled parcel) {
        return advice.stream()
                .flatMap(rules -> rules.advise(parcel).stream())
                .findFirst()
                .orElseGet(() -> withoutRules(parcel.seller()));
    }

    /** How carriers stand; each is looked at once, however often it is asked for. */
    public Function<ConnectionId, CarrierStanding> standings() {
        Map<ConnectionId, CarrierStanding> known = new HashMap<>();
        return connection -> known.computeIfAbsent(connection, id -> {
            CarrierDesk.Standing standing = desk.standing(id);
            return new CarrierStanding(
                    standing.code(),
                    standing.text(),
                    standing.profile(),
                    standing.isReady() && standing.can(CarrierDesk.Ability.TELLS_PRICES),
                    standing.since());
        });
    }

    /** The way to ask them what a parcel costs. */
    public LivePrices livePrices() {
        return (carrier, seller, question) -> desk.quote(carrier, question.request(seller));
    }

    /** What the newest shipment of each order was given; orders that have none are left out. */
    public Map<OrderId, Chosen> chosen(Collection<OrderId> orders) {
        return transactions.call(() -> {
            Map<OrderId, Chosen> chosen = new HashMap<>();
            book.shipmentsOf(orders)
                    .forEach(shipment -> shipment.pick()
                            .ifPresent(pick -> chosen.put(shipment.order(), new Chosen(pick, shipment.createdAt()))));
            return chosen;
        });
    }

    /** A choice that was made. */
    public record Chosen(CarrierPick pick, Instant at) {}

    /** What stands where no rule speaks. */
    public static Advice withoutRules(SellerDetails seller) {
        ConnectionId carrier = seller.carrier();
        String product = seller.carrierProduct();
        return carrier == null || product == null || product.isBlank()
                ? new Advice.Stop(new Problem(
                        "no-carrier",
                        seller.name() + " has no default carrier and product. Choose them in the seller's settings."))
                : new Advice.Take(
                        new CarrierPick(carrier, product, List.of(), CarrierReason.of(CarrierReason.SELLER_DEFAULT)));
    }
}
