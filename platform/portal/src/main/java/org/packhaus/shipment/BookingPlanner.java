package org.packhaus.shipment;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.ItemId;
import org.packhaus.order.OrderItem;
import org.packhaus.order.OrderService;
import org.packhaus.order.ShippableOrder;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.CustomsDeclaration;
import org.packhaus.sdk.CustomsUnion;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.Parcel;
import org.packhaus.seller.SellerDetails;
import org.packhaus.seller.SellerService;
import org.packhaus.seller.SenderAddress;
import org.springframework.stereotype.Component;

/** Makes the request for a parcel's label from the order, the seller and what the channel demands. */
@Component
class BookingPlanner implements LabelPlans {
    private final ShipmentBook book;
    private final OrderService orders;
    private final SellerService sellers;
    private final ChannelDesk channels;
    private final LabelPapers papers;
    private final Clock clock;

    BookingPlanner(
            ShipmentBook book,
            OrderService orders,
            SellerService sellers,
            ChannelDesk channels,
            LabelPapers papers,
            Clock clock) {
        this.book = book;
        this.orders = orders;
        this.sellers = sellers;
        this.channels = channels;
        this.papers = papers;
        this.clock = clock;
    }

    @Override
    public LabelPlan plan(ParcelEntity parcel, LabelPurchase.Purpose purpose, String reference) {
        ShipmentEntity shipment = book.shipment(parcel.shipmentId());
        ShippableOrder order = orders.shippable(parcel.order());
        if (!parcel.isLive()) {
            throw new ShipmentException(
                    "parcel-given-up",
                    "A parcel of order " + order.orderNumber() + " was given up meanwhile: its pieces were cancelled or"
                            + " dealt anew. Book the order again.",
                    order.orderNumber());
        }
        SellerDetails seller = sellers.details(parcel.sellerId());
        Address to = order.deliverTo();
        if (to == null) {
            throw new ShipmentException(
                    "no-address",
                    "Order " + order.orderNumber() + " has no delivery address; the channel hides it or it was erased.",
                    order.orderNumber());
        }
        Address from = address(seller.sender(), seller.name());
        CarrierPick pick = shipment.pick()
                .orElseThrow(() -> new ShipmentException(
                        "no-carrier",
                        "Nobody has chosen a carrier for the parcel of order " + order.orderNumber()
                                + " yet. Book the order again.",
                        order.orderNumber()));
        List<Parcel.Content> contents = contents(parcel, order);
        Parcel box = new Parcel(parcel.weight(), parcel.dimensions(), contents);
        LocalDate day = ShipDates.shipDate(clock.instant(), seller.cutOff(), seller.timeZone());
        return switch (purpose) {
            case OUTBOUND ->
                new LabelPlan(
                        pick.connection(),
                        new BookingRequest(
                                reference,
                                pick.product(),
                                new Parcel(
                                        box.weight(),
                                        box.dimensions(),
                                        contents,
                                        customs(order, to, contents, isFirst(parcel))),
                                from,
                                to,
                                from,
                                day,
                                parcel.returnNumber().isEmpty()
                                        && channels.demands(order.connection()).returnNumber(),
                                pick.services(),
                                papers.of(pick.connection()),
                                order.orderNumber()));
            case RETURN ->
                new LabelPlan(
                        parcel.wantedReturnLabel()
                                .orElseThrow(() -> new ShipmentException(
                                        "return-label-not-wanted",
                                        "The parcel of order " + order.orderNumber()
                                                + " needs no return label any more. Book the order again.",
                                        order.orderNumber())),
                        new BookingRequest(
                                reference,
                                "",
                                box,
                                to,
                                from,
                                from,
                                day,
                                false,
                                List.of(),
                                LabelPaper.PDF_103_X_199,
                                order.orderNumber()));
        };
    }

    /** What is declared where customs asks: goods that were sold. The delivery fee goes with the order's first parcel. */
    private static Optional<CustomsDeclaration> customs(
            ShippableOrder order, Address to, List<Parcel.Content> contents, boolean first) {
        if (CustomsUnion.holds(to)) {
            return Optional.empty();
        }
        Money nothing =
                Money.of(BigDecimal.ZERO, contents.getFirst().value().currency().getCurrencyCode());
        Money fee = order.deliveryFee();
        return Optional.of(CustomsDeclaration.sale(order.orderNumber(), first && fee != null ? fee : nothing));
    }

    private boolean isFirst(ParcelEntity parcel) {
        return book.liveParcelsOf(List.of(parcel.order())).stream()
                .findFirst()
                .filter(first -> first.id().equals(parcel.id()))
                .isPresent();
    }

    private List<Parcel.Content> contents(ParcelEntity parcel, ShippableOrder order) {
        Set<ItemId> inside = book.itemsOf(List.of(parcel.order())).stream()
                .filter(item -> item.parcelId().equals(parcel.id()))
                .map(ParcelItem::item)
                .collect(Collectors.toSet());
        List<ParcelId> boxes = book.boxesOf(parcel.order(), parcel.id());
        BoxShare share = new BoxShare(boxes.indexOf(parcel.id()) + 1, boxes.size());
        // Pieces of one SKU may have been sold at different prices, and customs adds up.
        Map<List<Object>, List<OrderItem>> same = order.allItems().stream()
                .filter(item -> inside.contains(item.id()))
                .collect(Collectors.groupingBy(
                        item -> List.of(item.sku(), item.price()), LinkedHashMap::new, Collectors.toList()));
        if (same.isEmpty()) {
            throw new ShipmentException(
                    "parcel-empty",
                    "Nothing is left in the parcel of order " + order.orderNumber() + ". Book the order again.");
        }
        return same.values().stream().map(pieces -> content(pieces, share)).toList();
    }

    private static Parcel.Content content(List<OrderItem> pieces, BoxShare share) {
        OrderItem one = pieces.getFirst();
        return new Parcel.Content(
                one.sku(),
                one.title(),
                pieces.size(),
                share.of(one.price()),
                Optional.ofNullable(one.commodity()).map(share::of));
    }

    static Address address(SenderAddress sender, String sellerName) {
        String name = text(sender.company()) + text(sender.name());
        return Address.to(name.isBlank() ? sellerName : text(sender.name()))
                .company(sender.company())
                .addition(sender.extra())
                .street(sender.street(), sender.houseNumber())
                .city(sender.zip(), sender.city())
                .country(CountryCode.find(sender.country()).orElse(CountryCode.DE))
                .phone(sender.phone())
                .email(sender.email())
                .build();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
