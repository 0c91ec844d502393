package org.packhaus.order;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.ChannelItem;
import org.packhaus.sdk.Money;
import org.packhaus.seller.SellerId;

/**
 * An order with what the list shows, denormalised, so that a page of the list is one range of one index. Only changed columns are
 * written: the stock room sets its light by a bulk statement, which a stale full update would undo.
 */
@Entity
@Table(name = "sales_order")
@Filter(name = "seller")
@DynamicUpdate
class SalesOrder {
    /** Sorts behind every deadline. */
    static final Instant UNKNOWN_DUE = Instant.parse("9999-01-01T00:00:00Z");

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sales_order_seq")
    @SequenceGenerator(name = "sales_order_seq", sequenceName = "sales_order_seq", allocationSize = 50)
    @Nullable
    Long id;

    @Version
    int version;

    long sellerId;
    long connectionId;
    String channel;
    String channelOrderId;
    String orderNumber = "";
    Instant orderedAt;
    Instant channelChangedAt;
    String fingerprint = "";
    Instant importedAt;
    boolean unreadable;

    @Enumerated(EnumType.STRING)
    Stage stage = Stage.ANNOUNCED;

    boolean freight;
    boolean onHold;

    @Nullable
    String holdReason;

    boolean hasProblem;

    @Nullable
    String problemCode;

    @Nullable
    String problemText;

    @Nullable
    String problemFix;

    @Enumerated(EnumType.STRING)
    StockLight stockLight = StockLight.NONE;

    @Nullable
    Instant processableAt;

    @Nullable
    Instant shipBy;

    Instant dueAt = UNKNOWN_DUE;

    @Nullable
    Instant promisedAt;

    @Nullable
    Instant closedAt;

    @Nullable
    Instant deliveredAt;

    @Nullable
    Instant erasedAt;

    /** When somebody has last written about it after its buyer was erased; null once that is forgotten, too. */
    @Nullable
    Instant writtenAt;

    String paymentMethod = "";

    @Nullable
    BigDecimal fee;

    BigDecimal total = BigDecimal.ZERO;
    String currency = "EUR";
    boolean suspectedFraud;
    boolean takesBack;

    @Embedded
    Buyer buyer = new Buyer();

    int pieces;

    @Nullable
    @Column(name = "weight_g")
    Integer weightGrams;

    @Enumerated(EnumType.STRING)
    WeightClass weightClass = WeightClass.UNKNOWN;

    @Nullable
    String carrier;

    @Nullable
    String carrierProduct;

    @Nullable
    BigDecimal carrierPrice;

    @Nullable
    String carrierCurrency;

    @Nullable
    String carrierReason;

    int parcels;
    int labels;
    boolean packed;
    boolean slipPrinted;
    int confirmed;

    /** The order in whose parcels its pieces leave; never one that leaves with another itself. */
    @Nullable
    Long sentWith;

    @SuppressWarnings("NullAway.Init")
    protected SalesOrder() {}

    SalesOrder(
            SellerId seller, long connectionId, String channel, String channelOrderId, Instant orderedAt, Instant now) {
        this.sellerId = seller.value();
        this.connectionId = connectionId;
        this.channel = channel;
        this.channelOrderId = channelOrderId;
        this.orderedAt = orderedAt;
        this.channelChangedAt = orderedAt;
        this.importedAt = now;
    }

    OrderId id() {
        if (id == null) {
            throw new IllegalStateException("order " + orderNumber + " has not been saved yet");
        }
        return new OrderId(id);
    }

    SellerId seller() {
        return new SellerId(sellerId);
    }

    void problem(@Nullable Problem problem) {
        hasProblem = problem != null;
        problemCode = problem == null ? null : problem.code();
        problemText = problem == null ? null : cut(problem.text(), 1000);
        problemFix = problem == null || problem.fix() == null ? null : cut(problem.fix(), 500);
    }

    @Nullable
    Problem problem() {
        return problemCode == null || problemText == null ? null : new Problem(problemCode, problemText, problemFix);
    }

    void shipBy(@Nullable Instant deadline) {
        shipBy = deadline;
        dueAt = deadline == null ? UNKNOWN_DUE : deadline;
    }

    void weigh(@Nullable Integer grams) {
        weightGrams = grams;
        weightClass = WeightClass.of(grams);
    }

    void carrier(@Nullable CarrierChoice choice) {
        carrier = choice == null ? null : choice.carrier();
        carrierProduct = choice == null ? null : choice.product();
        carrierReason = choice == null ? null : cut(choice.reason(), 200);
        Money price = choice == null ? null : choice.price();
        carrierPrice = price == null ? null : price.amount();
        carrierCurrency = price == null ? null : price.currency().getCurrencyCode();
    }

    @Nullable
    CarrierChoice carrier() {
        if (carrier == null) {
            return null;
        }
        Money price = carrierPrice == null || carrierCurrency == null ? null : Money.of(carrierPrice, carrierCurrency);
        return new CarrierChoice(
                carrier,
                carrierProduct == null ? "" : carrierProduct,
                price,
                carrierReason == null ? "" : carrierReason);
    }

    /**
     * Where the order stands, from its pieces and what the shipment room said. Freight is nothing for our labels, so it does not hold an
     * order back from being "labelled".
     */
    void restage(Collection<OrderPiece> items, Instant now) {
        if (unreadable) {
            return;
        }
        boolean announced = items.stream().anyMatch(item -> item.state == ChannelItem.State.ANNOUNCED);
        boolean open = items.stream().anyMatch(item -> item.state == ChannelItem.State.PROCESSABLE);
        boolean bare =
                items.stream().anyMatch(item -> item.state == ChannelItem.State.PROCESSABLE && item.parcelId == null);
        boolean left = items.stream()
                .anyMatch(item -> item.state == ChannelItem.State.SENT || item.state == ChannelItem.State.RETURNED);
        if (announced) {
            stage = Stage.ANNOUNCED;
        } else if (open) {
            boolean labelled = !bare && parcels > 0 && labels >= parcels;
            stage = !labelled ? Stage.TO_SHIP : packed ? Stage.PACKED : Stage.LABEL_PRINTED;
        } else {
            stage = left ? Stage.SENT : Stage.CANCELLED;
        }
        if (stage.isOpen()) {
            closedAt = null;
        } else if (closedAt == null) {
            closedAt = now;
        }
    }

    static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
