package org.packhaus.order;

import jakarta.persistence.Convert;
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
import java.util.Map;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.ChannelItem;
import org.packhaus.sdk.ChannelItem.State;
import org.packhaus.sdk.Commodity;
import org.packhaus.sdk.DeliveryTerms.Kind;
import org.packhaus.sdk.Money;

/** One physical piece of an order. */
@Entity
@Table(name = "order_item")
@Filter(name = "seller")
@DynamicUpdate
class OrderPiece {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "order_item_seq")
    @SequenceGenerator(name = "order_item_seq", sequenceName = "order_item_seq", allocationSize = 50)
    @Nullable
    Long id;

    @Version
    int version;

    long sellerId;
    long orderId;
    String channelItemId;

    @Enumerated(EnumType.STRING)
    State state;

    Instant stateAt;
    String sku = "";
    String articleNumber = "";
    String title = "";
    String ean = "";
    BigDecimal price = BigDecimal.ZERO;
    String currency = "EUR";

    @Nullable
    Instant promisedAt;

    @Convert(converter = AttributesColumn.class)
    Map<String, String> attributes = Map.of();

    boolean takesBack;

    @Nullable
    Long parcelId;

    @SuppressWarnings("NullAway.Init")
    protected OrderPiece() {}

    /** {@link #orderId} follows when the order is saved. */
    OrderPiece(SalesOrder order, ChannelItem item, Instant changedAt) {
        this.sellerId = order.sellerId;
        this.channelItemId = item.id();
        this.state = item.state();
        this.stateAt = changedAt;
        describe(item);
    }

    /** Takes over everything but the state. */
    void describe(ChannelItem item) {
        sku = item.sku();
        articleNumber = SalesOrder.cut(item.articleNumber(), 120);
        title = SalesOrder.cut(item.title(), 500);
        ean = SalesOrder.cut(item.ean(), 20);
        price = item.price().amount();
        currency = item.price().currency().getCurrencyCode();
        promisedAt = item.promisedAt().orElse(null);
        if (!attributes.equals(item.attributes())) {
            attributes = item.attributes();
        }
        takesBack = item.takesBackOldAppliance();
    }

    ItemId id() {
        if (id == null) {
            throw new IllegalStateException("item " + channelItemId + " has not been saved yet");
        }
        return new ItemId(id);
    }

    boolean wanted() {
        return state == State.ANNOUNCED || state == State.PROCESSABLE;
    }

    boolean gone() {
        return state == State.SENT || state == State.RETURNED;
    }

    OrderItem view(@Nullable SkuInfo info, @Nullable Commodity commodity) {
        return new OrderItem(
                id(),
                channelItemId,
                state,
                sku,
                articleNumber,
                title,
                ean,
                Money.of(price, currency),
                promisedAt,
                attributes,
                takesBack,
                parcelId,
                info == null || info.kind == null ? Kind.PARCEL : info.kind,
                info == null ? null : info.weight(),
                info == null ? null : info.dimensions(),
                info == null ? 1 : info.packages,
                info == null ? null : info.pictureUrl,
                commodity);
    }
}
