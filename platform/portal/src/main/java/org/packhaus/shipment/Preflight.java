package org.packhaus.shipment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.AddressFinding;
import org.packhaus.order.OrderItem;
import org.packhaus.order.Problem;
import org.packhaus.order.ShippableOrder;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.CarrierProduct;
import org.packhaus.sdk.CarrierProfile;
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
    /** Reasons that lie in the order's course and not in its data: no problem to be mended, only nothing to be booked. */
    private static final Set<String> NOT_OURS = Set.of(
            "order-announced",
            "order-cancelled",
            "order-sent",
            "nothing-to-ship",
            "on-hold",
            "freight",
            "waits-for-stock");

    private static final Set<String> PASSING =
            Set.of("connection-paused", "connection-broken", "plugin-missing", "channel-unavailable");

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

    /** @param items that would lie in the parcel */
    List<Problem> check(ShippableOrder order, List<OrderItem> items, SellerDetails seller, Advice advice) {
        Optional<Problem> course = course(order, items);
        if (course.isPresent()) {
            return List.of(course.get());
        }
        List<Problem> problems = new ArrayList<>();
        address(order, problems);
        sender(seller, problems);
        CustomsCheck.check(order, items).ifPresent(problems::add);
        Optional<CarrierProfile> carrier = carrier(order, items, seller, advice, problems);
        channel(order, seller, advice, carrier, problems);
        return problems;
    }

    private static Optional<Problem> course(ShippableOrder order, List<OrderItem> items) {
        String number = order.orderNumber();
        if (order.freight()) {
            return problem("freight", "Order " + number + " goes by forwarder. Packhaus books no label for it.");
        }
        if (order.onHold()) {
            String reason = order.holdReason();
            return problem(
                    "on-hold",
                    "Order " + number + " is on hold" + (reason == null || reason.isBlank() ? "" : ": " + reason)
                            + ". Release it first.");
        }
        if (!items.isEmpty()) {
            return stock(order);
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
                problem("nothing-to-ship", "Order " + number + " has no piece that waits for a label.");
        };
    }

    /** Goods nobody counts are taken to be there. */
    private static Optional<Problem> stock(ShippableOrder order) {
        return switch (order.stockLight()) {
            case GREEN, NONE -> Optional.empty();
            case PARTLY, RED ->
                problem(
                        "waits-for-stock",
                        "Order " + order.orderNumber() + " waits for goods that are not in stock."
                                + " If they are there, correct the count under Stock; then book again.");
        };
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
            ShippableOrder order, List<OrderItem> items, SellerDetails seller, Advice advice, List<Problem> problems) {
        return switch (advice) {
            case Advice.Stop(Problem problem) -> {
                problems.add(problem);
                yield Optional.empty();
            }
            case Advice.Take(CarrierPick pick) -> carrier(order, items, seller, pick, problems);
        };
    }

    private Optional<CarrierProfile> carrier(
            ShippableOrder order,
            List<OrderItem> items,
            SellerDetails seller,
            CarrierPick pick,
            List<Problem> problems) {
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
            product(order, items, seller, profile, product.get(), problems);
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
            List<OrderItem> items,
            SellerDetails seller,
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
        items.stream()
                .filter(item -> item.packages() > 1)
                .findFirst()
                .ifPresent(item -> problems.add(new Problem(
                        "several-packages",
                        item.title() + " comes in " + item.packages()
                                + " boxes, which one label does not cover. Ship it by hand for now.")));
        Packing packing = Packing.of(items, seller.defaultParcelWeightGrams());
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
                            + ". Choose another product or split the order."));
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
