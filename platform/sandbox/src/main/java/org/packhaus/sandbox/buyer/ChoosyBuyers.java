package org.packhaus.sandbox.buyer;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.packhaus.sandbox.otto.BoxContents;
import org.packhaus.sandbox.otto.BuyersWill;
import org.packhaus.sandbox.otto.ReturnWay;
import org.packhaus.sandbox.otto.ReturnWish;

/**
 * What buyers send back. Nothing until the control API says otherwise: then some of every hundred parcels come back, the same ones with
 * the same things in them for the same seed.
 */
public final class ChoosyBuyers implements BuyersWill {

    private static final int SOONEST_HOURS = 24;
    private static final int LATEST_HOURS = 13 * 24;
    private static final Map<ReturnWay, Integer> WAYS = new EnumMap<>(
            Map.of(ReturnWay.STRAIGHT, 88, ReturnWay.MISDIRECTED, 4, ReturnWay.NEVER_DROPPED, 4, ReturnWay.LOST, 4));
    private static final Map<BoxContents, Integer> CONTENTS = new EnumMap<>(Map.of(
            BoxContents.ORIGINAL, 48,
            BoxContents.OPENED, 20,
            BoxContents.USED, 10,
            BoxContents.WORN, 4,
            BoxContents.DAMAGED, 5,
            BoxContents.SEAL_BROKEN, 3,
            BoxContents.WRONG_ITEM, 4,
            BoxContents.OTHERS_ITEM, 2,
            BoxContents.EMPTY, 4));
    private static final int FAST_REFUNDS = 4;

    private volatile @Nullable Habit habit;

    private record Habit(long seed, int percent) {}

    /** From now on so many of a hundred parcels that leave come back. */
    public void choosy(long seed, int percent) {
        habit = new Habit(seed, percent);
    }

    /** From now on buyers keep what they are sent; what they have made up their minds about already still comes back. */
    public void content() {
        habit = null;
    }

    @Override
    public Optional<ReturnWish> of(String salesOrderId, List<String> pieces) {
        Habit now = habit;
        return now == null ? Optional.empty() : wish(now, salesOrderId, pieces);
    }

    private static Optional<ReturnWish> wish(Habit habit, String salesOrderId, List<String> pieces) {
        SplittableRandom random =
                new SplittableRandom(habit.seed() * 31 + salesOrderId.hashCode() * 17L + pieces.hashCode());
        if (random.nextInt(100) >= habit.percent()) {
            return Optional.empty();
        }
        int hours = random.nextInt(SOONEST_HOURS, LATEST_HOURS);
        ReturnWay way = draw(WAYS, random);
        boolean fastRefund = way == ReturnWay.STRAIGHT && random.nextInt(100) < FAST_REFUNDS;
        // Who sends back some of it mostly sends back all of it.
        int many = random.nextInt(3) == 0 ? random.nextInt(1, pieces.size() + 1) : pieces.size();
        Map<String, BoxContents> box = new LinkedHashMap<>();
        pieces.subList(0, many).forEach(piece -> box.put(piece, draw(CONTENTS, random)));
        return Optional.of(new ReturnWish(hours, box, way, fastRefund));
    }

    private static <T> T draw(Map<T, Integer> shares, SplittableRandom random) {
        int lot = random.nextInt(
                shares.values().stream().mapToInt(Integer::intValue).sum());
        for (Map.Entry<T, Integer> share : shares.entrySet()) {
            lot -= share.getValue();
            if (lot < 0) {
                return share.getKey();
            }
        }
        throw new IllegalStateException("A lot beyond all shares");
    }
}
