package org.packhaus.desk.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.ItemId;
import org.packhaus.order.OrderItem;
import org.packhaus.sdk.Dimensions;
import org.packhaus.sdk.Weight;
import org.packhaus.shipment.ParcelDraft;
import org.packhaus.shipment.ParcelId;
import org.packhaus.shipment.ParcelPlan;

/** The pieces on the table and the boxes beside it, while somebody deals them. Place 0 is what leaves later, the parcels follow from 1. */
class ParcelDeck {
    /** Where pieces lie that stay here for now. */
    static final int LATER = 0;

    private final ParcelDraft draft;
    private final List<Place> places = new ArrayList<>();

    /** A parcel being dealt, or what is kept. */
    static final class Place {
        private final @Nullable ParcelId parcel;
        private final List<ItemId> pieces = new ArrayList<>();
        private @Nullable Weight weight;
        private @Nullable Dimensions size;

        private Place(@Nullable ParcelId parcel) {
            this.parcel = parcel;
        }

        List<ItemId> pieces() {
            return List.copyOf(pieces);
        }

        @Nullable
        Weight weight() {
            return weight;
        }

        void weight(@Nullable Weight given) {
            weight = given;
        }

        @Nullable
        Dimensions size() {
            return size;
        }

        void size(@Nullable Dimensions given) {
            size = given;
        }
    }

    ParcelDeck(ParcelDraft draft) {
        this.draft = draft;
        var later = new Place(null);
        later.pieces.addAll(draft.plan().later());
        places.add(later);
        for (var box : draft.plan().parcels()) {
            var place = new Place(box.parcel());
            place.pieces.addAll(box.items());
            place.weight = box.weight();
            place.size = box.size();
            places.add(place);
        }
    }

    /** The place of what is kept, then the parcels. */
    List<Place> places() {
        return List.copyOf(places);
    }

    int parcels() {
        return places.size() - 1;
    }

    OrderItem piece(ItemId id) {
        return draft.pieces().stream()
                .filter(piece -> piece.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Over how many parcels a piece lies. */
    int boxes(ItemId piece) {
        return Math.max(1, (int) places.stream()
                .skip(1)
                .filter(place -> place.pieces.contains(piece))
                .count());
    }

    /** Which box of its piece lies there, from 1. */
    int box(ItemId piece, Place here) {
        int box = 0;
        for (var place : places) {
            box += place != places.get(LATER) && place.pieces.contains(piece) ? 1 : 0;
            if (place == here) {
                break;
            }
        }
        return box;
    }

    /** Puts a piece there, out of wherever it lies. One place beyond the last is a new parcel. */
    void move(ItemId piece, int to) {
        if (to < 0
                || to > places.size()
                || draft.pieces().stream().noneMatch(known -> known.id().equals(piece))) {
            return;
        }
        var target = to == places.size() ? add() : places.get(to);
        if (target != places.get(LATER) && target.pieces.stream().anyMatch(there -> boxes(there) > 1)) {
            // A box of a piece in several boxes holds nothing else.
            return;
        }
        takeUp(piece);
        target.pieces.add(piece);
        forgetEmptied(target);
    }

    /** Packs a piece in that many boxes, each a parcel of its own. */
    void inBoxes(ItemId piece, int boxes) {
        takeUp(piece);
        forgetEmptied(null);
        for (int box = 0; box < boxes; box++) {
            add().pieces.add(piece);
        }
    }

    private void takeUp(ItemId piece) {
        places.forEach(place -> place.pieces.remove(piece));
    }

    Place add() {
        var place = new Place(null);
        places.add(place);
        return place;
    }

    /** Takes a parcel away; what lay in it leaves later. */
    void remove(Place place) {
        for (var piece : place.pieces()) {
            takeUp(piece);
            places.get(LATER).pieces.add(piece);
        }
        places.remove(place);
        forgetEmptied(null);
    }

    /** Boxes of a piece that was put elsewhere as a whole are gone; a parcel somebody just made may be empty. */
    private void forgetEmptied(@Nullable Place butNot) {
        places.removeIf(place -> place != places.get(LATER)
                && place != butNot
                && place.pieces.isEmpty()
                && place.parcel == null
                && place.weight == null);
    }

    /** What it weighs: as somebody weighed it, else by the catalogue. */
    Optional<Weight> weight(Place place) {
        var given = place.weight;
        if (given != null || place.pieces.isEmpty()) {
            return Optional.ofNullable(given);
        }
        return draft.weight(place.pieces, boxes(place.pieces.getFirst()));
    }

    /** All parcels together, as far as it is known. */
    int totalGrams() {
        return places.stream()
                .skip(1)
                .flatMap(place -> weight(place).stream())
                .mapToInt(Weight::grams)
                .sum();
    }

    /** Parcels that have something in them; boxes of one piece leave together. */
    ParcelPlan plan() {
        Map<ItemId, Integer> together = new HashMap<>();
        List<ParcelPlan.Box> boxes = new ArrayList<>();
        int next = 0;
        for (var place : places.subList(1, places.size())) {
            if (place.pieces.isEmpty()) {
                continue;
            }
            var first = place.pieces.getFirst();
            int fresh = ++next;
            int shipment = boxes(first) > 1 ? together.computeIfAbsent(first, piece -> fresh) : fresh;
            boxes.add(new ParcelPlan.Box(place.parcel, shipment, place.pieces, place.weight, place.size));
        }
        return new ParcelPlan(draft.plan().order(), draft.plan().number(), boxes, places.get(LATER).pieces);
    }
}
