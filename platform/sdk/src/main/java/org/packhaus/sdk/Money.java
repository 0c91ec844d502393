package org.packhaus.sdk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount of money.
 *
 * @param amount with the currency's number of decimals (EUR: 2), rounded half up if it came with more
 * @param currency ISO 4217
 */
public record Money(BigDecimal amount, Currency currency) {
    private static final Currency EUR = Currency.getInstance("EUR");

    public Money {
        amount = amount.setScale(Math.max(0, currency.getDefaultFractionDigits()), RoundingMode.HALF_UP);
    }

    /** Euro from a decimal text: {@code Money.euro("12.90")}. */
    public static Money euro(String amount) {
        return new Money(new BigDecimal(amount), EUR);
    }

    /** An amount in the currency of that ISO 4217 code. */
    public static Money of(BigDecimal amount, String currencyCode) {
        return new Money(amount, Currency.getInstance(currencyCode));
    }

    /** The sum; both must be of one currency. */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot add " + other.currency + " to " + currency);
        }
        return new Money(amount.add(other.amount), currency);
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
