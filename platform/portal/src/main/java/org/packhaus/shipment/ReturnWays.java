package org.packhaus.shipment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.packhaus.order.Problem;
import org.packhaus.order.ShippableOrder;
import org.packhaus.returnnumber.ReturnNumbers;
import org.packhaus.returnnumber.Source;
import org.packhaus.sdk.CarrierProfile;
import org.packhaus.sdk.ChannelRules;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerDetails;
import org.springframework.stereotype.Component;

/**
 * Decides how a parcel gets its return number. What the label itself brings comes first, unless the seller's source says <em>always</em>;
 * then the source the seller has set for the carrier that returns come back with. Calls nobody.
 */
@Component
class ReturnWays {
    private final CarrierDesk carriers;
    private final ChannelDesk channels;
    private final ReturnNumbers numbers;

    ReturnWays(CarrierDesk carriers, ChannelDesk channels, ReturnNumbers numbers) {
        this.carriers = carriers;
        this.channels = channels;
        this.numbers = numbers;
    }

    /** @param outbound connection the label will be bought from */
    ReturnWay of(ShippableOrder order, SellerDetails seller, ConnectionId outbound) {
        Optional<ChannelRules> rules = channels.rules(order.connection());
        CarrierDesk.Standing standing = carriers.standing(outbound);
        if (rules.isEmpty() || standing.profile().isEmpty() || !rules.get().returnNumberRequired()) {
            return new ReturnWay.NotNeeded();
        }
        return of(
                order,
                seller,
                outbound,
                rules.get(),
                standing,
                standing.profile().get());
    }

    private ReturnWay of(
            ShippableOrder order,
            SellerDetails seller,
            ConnectionId outbound,
            ChannelRules rules,
            CarrierDesk.Standing standing,
            CarrierProfile profile) {
        List<Source> sources = numbers.of(seller.id());
        boolean brings = standing.can(CarrierDesk.Ability.BRINGS_RETURN_NUMBER)
                && rules.returnCarriers().contains(profile.carrierCode());
        Optional<String> back = rules.returnCarrier()
                .or(() -> Optional.ofNullable(seller.returnCarrier()).filter(c -> !c.isBlank()))
                .map(code -> code.toUpperCase(Locale.ROOT))
                .or(() -> brings ? Optional.of(profile.carrierCode()) : Optional.empty())
                .or(() -> sources.stream()
                        .map(Source::carrierCode)
                        .filter(rules.returnCarriers()::contains)
                        .findFirst());
        if (back.isEmpty() || !rules.returnCarriers().contains(back.get())) {
            return noNumber(rules, profile);
        }
        String code = back.get();
        Optional<Source> source =
                sources.stream().filter(s -> s.carrierCode().equals(code)).findFirst();
        boolean withLabel = brings && profile.carrierCode().equals(code);
        if (withLabel && source.filter(Source::always).isEmpty()) {
            return new ReturnWay.WithLabel(code);
        }
        return source.map(s -> of(s, order, seller, profile, withLabel))
                .orElseGet(() -> unset(code, outbound, standing, profile));
    }

    private ReturnWay of(
            Source source, ShippableOrder order, SellerDetails seller, CarrierProfile profile, boolean withLabel) {
        String code = source.carrierCode();
        return switch (source.kind()) {
            case CALL -> withLabel ? new ReturnWay.WithLabel(code) : differs(code, profile);
            case POOL ->
                numbers.isLeft(seller.id(), code, order.id())
                        ? new ReturnWay.FromPool(code)
                        : blocked(
                                "return-pool-empty",
                                "No return number of " + code + " is left for " + seller.name()
                                        + ", so no label was bought."
                                        + " Add numbers under Return numbers, then book again.");
            case API -> source.connection().map(c -> buying(code, c)).orElseGet(() -> differs(code, profile));
        };
    }

    private ReturnWay buying(String code, ConnectionId connection) {
        CarrierDesk.Standing standing = carriers.standing(connection);
        if (!standing.isReady()) {
            return blocked(standing.code(), "The return label of " + code + " cannot be bought: " + standing.text());
        }
        return standing.can(CarrierDesk.Ability.SELLS_RETURNS)
                ? new ReturnWay.ByReturnLabel(code, connection)
                : blocked(
                        "no-return-labels",
                        "The connection set for return numbers of " + code
                                + " sells no return labels. Choose another under Return numbers.");
    }

    /** Nobody has set a source: a carrier that sells the way back apart is asked for it. */
    private static ReturnWay unset(
            String code, ConnectionId outbound, CarrierDesk.Standing standing, CarrierProfile profile) {
        return profile.carrierCode().equals(code) && standing.can(CarrierDesk.Ability.SELLS_RETURNS)
                ? new ReturnWay.ByReturnLabel(code, outbound)
                : differs(code, profile);
    }

    private static ReturnWay differs(String code, CarrierProfile profile) {
        return blocked(
                "return-carrier-differs",
                "Returns come back by " + code + ", and a label of " + profile.name() + " brings no number of " + code
                        + ". Set under Return numbers where those come from, a pool or return labels, or choose another"
                        + " carrier.");
    }

    private static ReturnWay noNumber(ChannelRules rules, CarrierProfile profile) {
        return blocked(
                "no-return-number",
                "The channel demands a return number of "
                        + String.join(
                                ", ", rules.returnCarriers().stream().sorted().toList())
                        + ", and " + profile.name()
                        + " brings none. Set under Return numbers where they come from, or choose another carrier.");
    }

    private static ReturnWay blocked(String code, String text) {
        return new ReturnWay.Blocked(new Problem(code, text));
    }
}
