package org.packhaus.sandbox.buyer;

import java.util.ArrayList;
import java.util.List;

/**
 * The kinds of orders buyers send, and how many of each are in a deck of 40. Orders are dealt from shuffled decks, so any 40 orders
 * of one seed hold exactly this mix, and a seller with a few dozen orders has met every kind.
 */
public enum OrderKind {
    /** One piece to an ordinary address. */
    SINGLE(8),
    /** Two pieces of one SKU: two position items. */
    TWO_PIECES(4),
    /** Two or three SKUs. */
    SEVERAL_SKUS(4),
    /** To a Packstation: the word and its number in street and house number, the post number in the addition. */
    PACKSTATION(3),
    /** To a Postfiliale, likewise. */
    POST_OFFICE(2),
    /** House number with a letter: {@code 12 b}, {@code 7a}. */
    HOUSE_LETTER(2),
    /** House number that is a range or a fraction: {@code 5-7}, {@code 12 1/2}. */
    HOUSE_RANGE(1),
    /** The house number stands in the street, the field itself is empty; or a number is part of the street's name. */
    NUMBER_IN_STREET(1),
    /** A company, and a person care of whom. */
    COMPANY(2),
    /** Turkish, Polish, Vietnamese, Chinese names. */
    FOREIGN_NAME(3),
    /** Forwarder goods: no parcel. */
    FORWARDER(2),
    /** Still ANNOUNCED, without addresses; half of them prepayments that will never be paid. */
    ANNOUNCED(2),
    /** One of two pieces was cancelled. */
    PARTLY_CANCELLED(1),
    /** All pieces were cancelled. */
    CANCELLED(1),
    /** Prepaid and paid. */
    PREPAYMENT(1),
    /** An appliance whose predecessor is to be taken back. */
    WEEE_PICKUP(1),
    /** A SKU with an umlaut or an accent. */
    UMLAUT_SKU(1),
    /** A SKU with slashes. */
    SLASH_SKU(1);

    private final int inDeck;

    OrderKind(int inDeck) {
        this.inDeck = inDeck;
    }

    static List<OrderKind> deck() {
        List<OrderKind> deck = new ArrayList<>();
        for (OrderKind kind : values()) {
            for (int i = 0; i < kind.inDeck; i++) {
                deck.add(kind);
            }
        }
        return deck;
    }
}
