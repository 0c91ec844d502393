package org.packhaus.shipment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.AddressFinding;
import org.packhaus.order.JointOrders;
import org.packhaus.order.OrderItem;
import org.packhaus.order.Problem;
import org.packhaus.order.ShippableOrder;
import org.packhaus.order.StockLight;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.CarrierProduct;
import org.packhaus.sdk.CarrierProfile;
import org.packhaus.sdk.ChannelItem;
import org.packhaus.sdk.ChannelRules;
import org.packhaus.sdk.Dimensions;
import org.packhaus.sdk.PickupPoint;
import org.packhaus.sdk.Weight;
import org.packhaus.seller.SellerDetails;
import org.packhaus.seller.SenderAddress;
import org.packhaus.shipment.CarrierAdvice.Advice;
import org.springframework.stereotype.Component;

/**
 * Finds what would make a label useless, before any money: what the carrier would refuse, and what the channel would refuse when the
 * parcel is reported. The same for a batch and for a single booking. Calls nobody.
 */
@Component
class Preflight {
    private static final String NOTHING = "nothing-to-ship";
    private static final String OTHER_DOOR = "joint-address-differs";
    /** Reasons that lie in the order's course and not in its data: no problem to be mended, only nothing to be booked. */
    private static final Set<String> NOT_OURS = Set.of(
            "order-announced",
            "order-cancelled",
            "order-sent",
            NOTHING,
            "kept-for-later",
            "cancellation-underway",
            "on-hold",
            "freight",
            "waits-for-stock",
            OTHER_DOOR);

    private static final Set<String> PASSING =
            Set.of("connection-paused", "connection-broken", "plugin-missing", "circuit-open", "channel-unavailable");

    private final CarrierDesk carriers;
    private final ChannelDesk channels;
    private final ReturnWays returns;

    Preflight(CarrierDesk carriers, ChannelDesk channels, ReturnWays returns) {
        this.carriers = carriers;
        this.channels = channels;
        this.returns = returns;
    }

    /** Whether the order needs a person because of it, beyond this booking. */
    static boolean flagsTheOrder(Problem problem) {
        return !NOT_OURS.contains(problem.code());
    }

    /** Whether it goes away without anybody touching the order: the label is wanted, and bought once it can be. */
    static boolean passesByItself(Problem problem) {
        return PASSING.contains(problem.code());
    }

    /** Why an order has nothing to be booked. @param kept pieces that a person keeps for later @param cancelled that are being cancelled */
    List<Problem> nothingToBook(ShippableOrder order, List<OrderItem> kept, int cancelled) {
        Problem course = course(order, List.of(), false).orElseThrow();
        if (cancelled > 0 && kept.isEmpty() && course.code().equals(NOTHING)) {
            return List.of(new Problem(
                    "cancellation-underway",
                    (cancelled == 1 ? "A piece" : cancelled + " pieces") + " of order " + order.orderNumber()
                            + " are being cancelled at the channel; nothing else of it waits for a label."));
        }
        return List.of(
                kept.isEmpty() || !course.code().equals(NOTHING)
                        ? course
                        : new Problem(
                                "kept-for-later",
                                (kept.size() == 1 ? "A piece" : kept.size() + " pieces") + " of order "
                                        + order.orderNumber()
                                        + " stay here for now. Put them into a parcel under Parcels, then book again."));
    }

    /** @param packing what the parcel would weigh and measure */
    List<Problem> check(ShippableOrder order, Wish wish, Packing packing, SellerDetails seller, Advice advice) {
        Optional<Problem> course = course(order, wish.items(), wish.isDealt());
        if (course.isPresent()) {
            return List.of(course.get());
        }
        List<Problem> problems = new ArrayList<>();
        address(order, problems);
        door(order, problems);
        sender(seller, problems);
        CustomsCheck.check(order, wish.items()).ifPresent(problems::add);
        boxes(order, wish, problems);
        Optional<CarrierProfile> carrier = carrier(order, packing, advice, problems);
        channel(order, seller, advice, carrier, problems);
        return problems;
    }

    private static Optional<Problem> course(ShippableOrder order, List<OrderItem> items, boolean dealt) {
        String number = order.orderNumber();
        if (order.freight()) {
            return problem("freight", "Order " + number + " goes by forwarder. Packhaus books no label for it.");
        }
        if (order.onHold()) {
            return hold(order);
        }
        if (!items.isEmpty()) {
            return stock(order, dealt);
        }
        return switch (order.stage()) {
            case ANNOUNCED ->
                problem(
                        "order-announced",
                        "Order " + number
                                + " is only announced; the buyer may still take it back. It is booked once it is free.");
            case CANCELLED -> problem("order-cancelled", "Order " + number + " was cancelled.");
            case SENT -> problem("order-sent", "Order " + number + " has left already.");
            case TO_SHIP, LABEL_PRINTED, PACKED ->
                problem(NOTHING, "Order " + number + " has no piece that waits for a label.");
        };
    }

    private static Optional<Problem> hold(ShippableOrder order) {
        ShippableOrder held = order.orders().stream()
                .filter(ShippableOrder::onHold)
                .findFirst()
                .orElse(order);
        String reason = order.holdReason();
        return problem(
                "on-hold",
                "Order " + held.orderNumber() + " is on hold"
                        + (reason == null || reason.isBlank() ? "" : ": " + reason)
                        + ". "
                        + (order.parts().isEmpty()
                                ? "Release it first."
                                : "Release it first, or let it leave by itself: it is to be sent together with others."));
    }

    /** Goods nobody counts are taken to be there; so is what a person deals of an order whose goods are there in part. */
    private static Optional<Problem> stock(ShippableOrder order, boolean dealt) {
        return switch (order.stockLight()) {
            case GREEN, NONE -> Optional.empty();
            case PARTLY, RED ->
                dealt && order.stockLight() == StockLight.PARTLY
                        ? Optional.empty()
                        : problem(
                                "waits-for-stock",
                                "Order " + waiting(order).orderNumber() + " waits for goods that are not in stock."
                                        + " If they are there, correct the count under Stock; then book again."
                                        + (order.parts().isEmpty()
                                                ? ""
                                                : " Or let it leave by itself: it holds up those it is sent with."));
        };
    }

    private static ShippableOrder waiting(ShippableOrder order) {
        return order.orders().stream()
                .filter(one -> one.stockLight() == StockLight.RED || one.stockLight() == StockLight.PARTLY)
                .findFirst()
                .orElse(order);
    }

    private static Optional<Problem> problem(String code, String text) {
        return Optional.of(new Problem(code, text));
    }

    private static void address(ShippableOrder order, List<Problem> problems) {
        Address to = order.deliverTo();
        if (to == null) {
            problems.add(new Problem(
                    "no-address",
                    "Order " + order.orderNumber() + " has no delivery address. Import it again from the channel."));
            return;
        }
        for (AddressFinding finding : order.addressFindings()) {
            if (finding.blocking()) {
                problems.add(new Problem(finding.code(), finding.text(), finding.hint()));
            }
        }
        boolean lockedOut = to.pickupPoint()
                .filter(point -> point.kind() == PickupPoint.Kind.LOCKER)
                .filter(point -> point.postNumber().isEmpty())
                .isPresent();
        if (lockedOut && problems.isEmpty()) {
            problems.add(new Problem(
                    "post-number-missing",
                    "Order " + order.orderNumber()
                            + " goes to a Packstation without a post number, and the locker would not open."
                            + " Ask the buyer and correct the address."));
        }
    }

    /** The channel or a person changed one of the addresses after the orders were put together. */
    private static void door(ShippableOrder order, List<Problem> problems) {
        order.parts().stream()
                .filter(one -> one.allItems().stream().anyMatch(item -> item.state() == ChannelItem.State.PROCESSABLE))
                .filter(one -> !JointOrders.sameDoor(order, one))
                .findFirst()
                .ifPresent(
                        one -> problems.add(
                                new Problem(
                                        OTHER_DOOR,
                                        "Order " + one.orderNumber() + " is to be sent together with order "
                                                + order.orderNumber()
                                                + ", and their addresses differ by now. Let it leave by itself, or correct the address.")));
    }

    /** A person who puts such a piece into one parcel has seen that it fits. */
    private void boxes(ShippableOrder order, Wish wish, List<Problem> problems) {
        if (wish.boxes() > 1 && !channels.takesSeveralBoxes(order.connection())) {
            problems.add(new Problem(
                    "several-packages",
                    wish.items().getFirst().title() + " comes in " + wish.boxes()
                            + " boxes, and the channel takes a piece in one parcel only."
                            + " Put it into one parcel under Parcels if it fits, or ship it by hand."));
        }
    }

    private static void sender(SellerDetails seller, List<Problem> problems) {
        SenderAddress sender = seller.sender();
        if (blank(sender.street()) || blank(sender.zip()) || blank(sender.city())) {
            problems.add(new Problem(
                    "sender-incomplete",
                    "The sender address of " + seller.name() + " lacks street, postcode or city."
                            + " Complete it in the seller's settings."));
        }
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private Optional<CarrierProfile> carrier(
            ShippableOrder order, Packing packing, Advice advice, List<Problem> problems) {
        return switch (advice) {
            case Advice.Stop(Problem problem, var instead) -> {
                problems.add(problem);
                yield Optional.empty();
            }
            case Advice.Take(CarrierPick pick) -> carrier(order, packing, pick, problems);
        };
    }

    private Optional<CarrierProfile> carrier(
            ShippableOrder order, Packing packing, CarrierPick pick, List<Problem> problems) {
        CarrierDesk.Standing standing = carriers.standing(pick.connection());
        if (!standing.isReady() || standing.profile().isEmpty()) {
            problems.add(new Problem(standing.code(), standing.text()));
            return Optional.empty();
        }
        CarrierProfile profile = standing.profile().get();
        Optional<CarrierProduct> product = profile.product(pick.product());
        if (product.isEmpty()) {
            problems.add(new Problem(
                    "product-unknown",
                    profile.name() + " has no product " + pick.product()
                            + " any more. Choose another in the shipping rules or the seller's settings."));
        } else {
            product(order, packing, profile, product.get(), problems);
            services(pick, product.get(), problems);
        }
        return Optional.of(profile);
    }

    private static void services(CarrierPick pick, CarrierProduct product, List<Problem> problems) {
        pick.services().stream()
                .filter(service -> !product.services().contains(service.kind()))
                .findFirst()
                .ifPresent(service -> problems.add(new Problem(
                        "service-not-offered",
                        product.name() + " has no "
                                + service.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                                + ". Take the service out of the shipping rule, or choose another product.")));
    }

    private static void product(
            ShippableOrder order,
            Packing packing,
            CarrierProfile profile,
            CarrierProduct product,
            List<Problem> problems) {
        String name = product.name();
        Address to = order.deliverTo();
        if (to != null && !product.serves(to.country())) {
            problems.add(new Problem(
                    "product-not-for-country",
                    name + " does not go to " + to.country().name(Locale.ENGLISH) + ". Choose another product."));
        }
        Optional<Weight> weight = packing.weight();
        if (weight.isEmpty()) {
            problems.add(new Problem(
                    "no-weight",
                    "Nobody knows what order " + order.orderNumber()
                            + " weighs. Set the weight of its goods or the seller's default parcel weight."));
        } else if (weight.get().compareTo(product.maxWeight()) > 0) {
            problems.add(new Problem(
                    "too-heavy",
                    "The parcel weighs " + weight.get() + ", and " + name + " takes at most " + product.maxWeight()
                            + (order.parts().isEmpty()
                                    ? ". Choose another product or split the order."
                                    : ". Send fewer of the " + order.parts().size()
                                            + " orders together, deal their pieces over several parcels, or choose"
                                            + " another product.")));
        }
        Optional<Dimensions> inside = packing.dimensions();
        Optional<Dimensions> most = product.maxDimensions();
        if (inside.isPresent() && most.isPresent() && !fits(inside.get(), most.get())) {
            problems.add(new Problem(
                    "too-big",
                    "The parcel measures " + inside.get() + ", and " + profile.name() + " " + name + " takes at most "
                            + most.get() + ". Choose another product."));
        }
    }

    private static boolean fits(Dimensions inside, Dimensions most) {
        return inside.length() <= most.length() && inside.width() <= most.width() && inside.height() <= most.height();
    }

    /** Why the channel would refuse a parcel with this carrier, whatever else is wrong with it; a channel that cannot be asked refuses none. */
    Optional<Problem> refusal(ShippableOrder order, SellerDetails seller, CarrierPick pick, CarrierProfile profile) {
        if (channels.rules(order.connection()).isEmpty()) {
            return Optional.empty();
        }
        List<Problem> problems = new ArrayList<>();
        channel(order, seller, new Advice.Take(pick), Optional.of(profile), problems);
        return problems.stream().findFirst();
    }

    private void channel(
            ShippableOrder order,
            SellerDetails seller,
            Advice advice,
            Optional<CarrierProfile> carrier,
            List<Problem> problems) {
        Optional<ChannelRules> asked = channels.rules(order.connection());
        if (asked.isEmpty()) {
            problems.add(new Problem(
                    "channel-unavailable",
                    "The channel of order " + order.orderNumber()
                            + " cannot be asked what it demands: its plugin is missing or its settings do not work."));
            return;
        }
        if (carrier.isEmpty()) {
            return;
        }
        ChannelRules rules = asked.get();
        String code = carrier.get().carrierCode();
        String name = carrier.get().name();
        if (!rules.carriers().contains(code)) {
            problems.add(new Problem(
                    "carrier-unknown-to-channel",
                    "The channel does not know " + name + " and would refuse the parcel. Choose another carrier."));
        }
        if (!rules.returnNumberRequired()) {
            return;
        }
        Optional<CarrierPick> pick =
                advice instanceof Advice.Take(CarrierPick taken) ? Optional.of(taken) : Optional.empty();
        if (pick.isPresent()
                && returns.of(order, seller, pick.get().connection()) instanceof ReturnWay.Blocked(Problem problem)) {
            problems.add(problem);
        }
    }
}
