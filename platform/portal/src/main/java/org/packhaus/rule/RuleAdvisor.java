package org.packhaus.rule;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.packhaus.shipment.CarrierAdvice;
import org.packhaus.shipment.Parcelled;
import org.springframework.stereotype.Component;

/** What the room says when a parcel is about to be booked: a person's choice for the order, else the seller's rules. */
@Component
class RuleAdvisor implements CarrierAdvice {
    private final RuleBook book;

    RuleAdvisor(RuleBook book) {
        this.book = book;
    }

    @Override
    public Optional<Advice> advise(Parcelled parcel) {
        HandPick byHand = book.handPick(parcel.order().id());
        if (byHand != null) {
            return advise(parcel, byHand, null);
        }
        return book.current(parcel.seller().id())
                .flatMap(version -> advise(
                        parcel,
                        null,
                        book.engine(parcel.seller().id(), version.view().rules())));
    }

    /** The same for what-if, which has read everything before. */
    static Optional<Advice> advise(Parcelled parcel, @Nullable HandPick byHand, @Nullable RuleEngine rules) {
        Facts facts = Facts.of(parcel);
        if (byHand != null) {
            return Optional.of(new Advice.Take(byHand.pick(facts)));
        }
        return rules == null ? Optional.empty() : rules.advise(facts, parcel.carriers());
    }
}
