package org.packhaus.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.packhaus.aftersales.ReturnRow;
import org.packhaus.demo.SandboxReturns.Told;
import org.packhaus.demo.SandboxReturns.TrueReturn;
import org.packhaus.sdk.ReturnedItem;

/** Compares, piece by piece, what we hold of returns with what the marketplace holds, and what it heard with what the people wanted. */
final class ReturnComparison {
    private static final int MOST_WORDS = 20;
    private static final Told NOTHING = new Told("", "", "", "");

    private final Instant opened;
    private int pieces;
    private int equal;
    private int decided;
    private int asScripted;
    private int byMarketplace;
    private int unseen;
    private int traces;
    private int tracesEqual;
    private int reductions;
    private int reductionsOnce;
    private int receipts;
    private int receiptsThere;
    private int restocked;
    private int moreDifferences;
    private final Map<String, Integer> byState = new TreeMap<>();
    private final List<String> differences = new ArrayList<>();

    /** @param opened when people opened parcels for the last time */
    ReturnComparison(Instant opened) {
        this.opened = opened;
    }

    /**
     * Adds one seller's returns.
     *
     * @param lost by piece, why it had to be taken back without anybody seeing it
     */
    void add(List<TrueReturn> truth, Map<String, ReturnRow> ours, Map<String, String> lost) {
        Set<String> theirs = new HashSet<>();
        for (TrueReturn piece : truth) {
            theirs.add(piece.piece());
            pieces++;
            byState.merge(piece.status(), 1, Integer::sum);
            String wrong = wrong(piece, ours.get(piece.piece()));
            if (wrong.isEmpty()) {
                equal++;
            } else {
                differ(piece, wrong);
            }
            decision(piece, lost.get(piece.piece()));
        }
        ours.values().stream()
                .filter(row -> !theirs.contains(row.channelItemId()))
                .forEach(row -> differ("piece " + row.channelItemId() + " comes back here only"));
        lost.keySet().stream()
                .filter(piece -> !theirs.contains(piece))
                .forEach(piece -> differ("piece " + piece + " was lost and is not taken back"));
    }

    private static String wrong(TrueReturn truth, @Nullable ReturnRow ours) {
        if (ours == null) {
            return "is not known here";
        }
        if (!ours.orderNumber().equals(truth.orderNumber()) || !ours.sku().equals(truth.sku())) {
            return "belongs here to order " + ours.orderNumber() + ", " + ours.sku();
        }
        if (!ours.state().name().equals(truth.status()) || !isThere(truth, ours)) {
            return "is " + truth.status() + " " + truth.parcel() + ", we say " + ours.state() + " " + ours.stage();
        }
        if (!truth.isDecided()) {
            return "";
        }
        boolean same = ours.reason().equals(truth.reason())
                && ours.decidedBy().isEmpty() == truth.byMarketplace()
                && (truth.condition().isEmpty()
                        || ours.condition() != null && ours.condition().name().equals(truth.condition()));
        return same
                ? ""
                : "was decided " + truth.reason() + " " + truth.condition() + ", we say " + ours.reason() + " "
                        + ours.condition() + " by " + ours.decidedBy();
    }

    private static boolean isThere(TrueReturn truth, ReturnRow ours) {
        String parcel = truth.parcel().map(SandboxReturns.Box::state).orElse("");
        return switch (ours.stage()) {
            case DECIDED -> truth.isDecided();
            case MISDIRECTED -> ours.state() == ReturnedItem.State.MISDIRECTED;
            case ARRIVED -> parcel.equals("DELIVERED");
            case ON_THE_WAY -> parcel.equals("ON_THE_WAY");
            case ANNOUNCED -> parcel.equals("ANNOUNCED");
        };
    }

    /** Whoever opened the parcel decided, once; nobody else did. */
    private void decision(TrueReturn piece, @Nullable String lost) {
        List<Told> heard = piece.decisions();
        if (piece.byMarketplace()) {
            byMarketplace++;
            if (!heard.isEmpty()) {
                differ(piece, "was decided by the marketplace and by us: " + heard);
            } else if (!DemoReturns.isLeftAlone(piece.piece()) && piece.reason().equals("OVERDUE_CREDIT")) {
                differ(piece, "was forgotten on the bench");
            }
            return;
        }
        boolean onTheBench = piece.isThere(opened) && !DemoReturns.isLeftAlone(piece.piece());
        Told wanted = onTheBench ? piece.bench().orElse(null) : lost == null ? null : new Told("ACCEPT", "E", lost, "");
        if (wanted == null && heard.isEmpty()) {
            return;
        }
        decided++;
        if (lost != null && !onTheBench) {
            unseen++;
        }
        // A parcel may have arrived, or been lost, since.
        boolean early = wanted == null && heard.size() == 1;
        if (early || heard.equals(List.of(Objects.requireNonNullElse(wanted, NOTHING)))) {
            asScripted++;
        } else {
            differ(piece, "should be decided " + wanted + " once, the marketplace heard " + heard);
        }
    }

    /** Something that a return leaves behind. */
    void trace(String order, boolean right, String wrong) {
        traces++;
        if (right) {
            tracesEqual++;
        } else {
            differ("order " + order + " " + wrong);
        }
    }

    void reduction(String order, boolean once, String wrong) {
        reductions++;
        if (once) {
            reductionsOnce++;
        } else {
            differ("order " + order + " " + wrong);
        }
    }

    void receipt(String order, boolean there, String wrong) {
        receipts++;
        if (there) {
            receiptsThere++;
        } else {
            differ("order " + order + " " + wrong);
        }
    }

    void restocked(int count) {
        restocked += count;
    }

    private void differ(TrueReturn piece, String how) {
        differ("piece " + piece.piece() + " of order " + piece.orderNumber() + " " + how);
    }

    private void differ(String how) {
        if (differences.size() < MOST_WORDS) {
            differences.add(how);
        } else {
            moreDifferences++;
        }
    }

    Report.Returns result() {
        return new Report.Returns(
                pieces,
                equal,
                decided,
                asScripted,
                byMarketplace,
                unseen,
                reductions,
                reductionsOnce,
                receipts,
                receiptsThere,
                traces,
                tracesEqual,
                restocked,
                byState,
                differences,
                moreDifferences);
    }
}
