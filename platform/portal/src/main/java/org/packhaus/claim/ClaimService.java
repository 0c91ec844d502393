package org.packhaus.claim;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.JointOrders;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderService;
import org.packhaus.sdk.Money;
import org.packhaus.seller.SellerScope;
import org.packhaus.shipment.PurchaseId;
import org.packhaus.tracking.TrackedRow;
import org.packhaus.tracking.TrackingService;
import org.springframework.stereotype.Service;

/** Keeps the claims to carriers: opens them, notes what the carrier said, and what it paid. Sees the sellers in scope only. */
@Service
public class ClaimService {
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_REFERENCE = 60;

    private final ClaimBook book;
    private final TrackingService tracking;
    private final OrderService orders;
    private final JointOrders joint;
    private final ClaimEvidence evidence;
    private final TransactionRetry transactions;
    private final Audit audit;
    private final Clock clock;

    ClaimService(
            ClaimBook book,
            TrackingService tracking,
            OrderService orders,
            JointOrders joint,
            ClaimEvidence evidence,
            TransactionRetry transactions,
            Audit audit,
            Clock clock) {
        this.book = book;
        this.tracking = tracking;
        this.orders = orders;
        this.joint = joint;
        this.evidence = evidence;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What a person says of a claim.
     *
     * @param amount asked for; null if it is not known yet
     * @param carrierReference what the carrier files it under; empty if it is not known yet
     * @param deadline until when the carrier wants it; null if nobody said so
     */
    public record Facts(
            @Nullable Money amount,
            String carrierReference,
            @Nullable LocalDate deadline) {
        public static final Facts NONE = new Facts(null, "", null);

        public Facts {
            carrierReference = cut(carrierReference.strip(), LONGEST_REFERENCE);
            if (amount != null && amount.amount().signum() < 0) {
                throw new ClaimException("claim-amount", "A claim asks for money: the amount cannot be below zero.");
            }
        }
    }

    /**
     * Opens a claim for a parcel. Asking twice opens one: the one that is not over comes back as it is.
     *
     * @throws ClaimException {@code claim-no-parcel} if nobody follows that label
     */
    public ClaimId open(PurchaseId label, ClaimReason reason, Facts facts, String note) {
        TrackedRow parcel = tracking.label(label)
                .orElseThrow(() -> new ClaimException(
                        "claim-no-parcel", "There is no parcel to that label. It may have been given back."));
        SellerScope.require(parcel.seller());
        String by = audit.actor().name();
        return transactions.callAgainIfStale(() -> {
            Optional<Claim> there = book.unfinished(label);
            if (there.isPresent()) {
                return there.get().id();
            }
            Instant now = clock.instant();
            Claim claim = new Claim(parcel, reason, now, by);
            claim.says(facts.amount(), facts.carrierReference(), facts.deadline());
            book.add(claim);
            write(claim, now, "opened", note);
            told(claim, "claim.open", "claim-open");
            return claim.id();
        });
    }

    /** Takes over what a person knows by now. */
    public void change(ClaimId id, Facts facts) {
        transactions.callAgainIfStale(() -> {
            Claim claim = claim(id);
            ClaimRow before = claim.row();
            claim.says(facts.amount(), facts.carrierReference(), facts.deadline());
            ClaimRow after = claim.row();
            if (!before.equals(after)) {
                write(claim, clock.instant(), "changed", difference(before, after));
            }
            return null;
        });
    }

    private static String difference(ClaimRow before, ClaimRow after) {
        StringBuilder all = new StringBuilder();
        differ(all, before.amount(), after.amount());
        differ(all, before.carrierReference(), after.carrierReference());
        differ(all, before.deadline(), after.deadline());
        return all.toString();
    }

    private static void differ(StringBuilder all, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            all.append(all.isEmpty() ? "" : "; ")
                    .append(word(before))
                    .append(" → ")
                    .append(word(after));
        }
    }

    private static String word(@Nullable Object value) {
        return value == null || value.toString().isEmpty() ? "–" : value.toString();
    }

    /**
     * The claim goes on.
     *
     * @param paid what the carrier paid, for {@link ClaimState#PAID}; null: what was asked for
     * @throws ClaimException {@code claim-state} if it cannot become that any more
     */
    public void move(ClaimId id, ClaimState wanted, @Nullable Money paid, String note) {
        transactions.callAgainIfStale(() -> {
            Claim claim = claim(id);
            Instant now = clock.instant();
            claim.into(wanted, paid, now);
            write(claim, now, "state", note);
            told(claim, "claim.move", "claim-" + wanted.name().toLowerCase(java.util.Locale.ROOT));
            return null;
        });
    }

    /** Appends what somebody has to say. */
    public void note(ClaimId id, String text) {
        if (!text.isBlank()) {
            transactions.callAgainIfStale(() -> {
                write(claim(id), clock.instant(), "note", text);
                return null;
            });
        }
    }

    private void write(Claim claim, Instant at, String code, String text) {
        String words = cut(text.strip(), LONGEST_TEXT);
        book.add(new ClaimEvent(claim, at, audit.actor().name(), code, words));
        if (!words.isEmpty()) {
            orders.written(joint.together(claim.order()));
        }
    }

    private void told(Claim claim, String action, String code) {
        audit.record(
                claim.seller(),
                action,
                new Subject("order", claim.order().value()),
                Map.of(
                        "tracking",
                        claim.trackingNumber(),
                        "state",
                        claim.state().name()));
        joint.together(claim.order()).forEach(order -> orders.timeline(order, code, claim.trackingNumber()));
    }

    private Claim claim(ClaimId id) {
        Claim claim = book.find(id)
                .orElseThrow(() -> new ClaimException("claim-gone", "There is no such claim. Reload and look again."));
        SellerScope.require(claim.seller());
        return claim;
    }

    public Optional<ClaimRow> find(ClaimId id) {
        return transactions.call(() -> book.find(id).map(Claim::row));
    }

    /** The one of a parcel that is not over. */
    public Optional<ClaimRow> unfinished(PurchaseId label) {
        return transactions.call(() -> book.unfinished(label).map(Claim::row));
    }

    /** What the goods of a parcel cost the buyer: what a seller asks for first. Empty if nobody knows. */
    public Optional<Money> worth(PurchaseId label) {
        return evidence.worth(label);
    }

    /** One page. @param after the last one already shown; null to begin */
    public List<ClaimRow> page(ClaimFilter filter, @Nullable ClaimId after, int limit) {
        return transactions.call(() -> book.page(filter, after == null ? 0 : after.value(), limit).stream()
                .map(Claim::row)
                .toList());
    }

    /** How many each filter shows. */
    public Map<ClaimFilter, Integer> counts() {
        Map<ClaimState, Integer> counted = transactions.call(book::counts);
        Map<ClaimFilter, Integer> counts = new EnumMap<>(ClaimFilter.class);
        for (ClaimFilter filter : ClaimFilter.values()) {
            counts.put(
                    filter,
                    filter.states().stream()
                            .mapToInt(state -> counted.getOrDefault(state, 0))
                            .sum());
        }
        return counts;
    }

    /** The claims about an order's parcels, oldest first; orders that are sent together have the same. */
    public List<ClaimRow> of(OrderId order) {
        return transactions.call(() -> {
            Collection<OrderId> leads = joint.leads(List.of(order));
            return book.ofOrders(leads.isEmpty() ? List.of(order) : leads).stream()
                    .map(Claim::row)
                    .toList();
        });
    }

    /** What was done about it, oldest first. */
    public List<ClaimLine> history(ClaimId claim) {
        return transactions.call(
                () -> book.history(claim).stream().map(ClaimEvent::line).toList());
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
