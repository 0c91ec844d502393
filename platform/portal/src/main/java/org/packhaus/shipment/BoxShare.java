package org.packhaus.shipment;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.packhaus.sdk.Commodity;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.Weight;

/**
 * The part of a piece that lies in one of its boxes. Customs adds the boxes up: together they are worth and weigh what the piece does, to the
 * cent and to the gram. What is left over by equal parts goes to the first boxes, one unit each (decision 44).
 *
 * @param box from 1
 * @param boxes in which the piece comes
 */
public record BoxShare(int box, int boxes) {
    public BoxShare {
        if (box < 1 || box > boxes) {
            throw new IllegalArgumentException("There is no box " + box + " of " + boxes + ".");
        }
    }

    /** What is declared for the box, of what the piece is worth. */
    public Money of(Money whole) {
        BigDecimal amount = whole.amount();
        BigInteger part = part(amount.unscaledValue());
        return new Money(new BigDecimal(part, amount.scale()), whole.currency());
    }

    /** The same goods with their net weight in this box; at least a gram, less than which customs takes for a mistake. */
    public Commodity of(Commodity whole) {
        int grams = part(BigInteger.valueOf(whole.weight().grams())).intValueExact();
        return new Commodity(whole.hsCode(), whole.origin(), whole.description(), Weight.grams(Math.max(1, grams)));
    }

    private BigInteger part(BigInteger units) {
        BigInteger[] equal = units.divideAndRemainder(BigInteger.valueOf(boxes));
        return box <= equal[1].intValueExact() ? equal[0].add(BigInteger.ONE) : equal[0];
    }
}
