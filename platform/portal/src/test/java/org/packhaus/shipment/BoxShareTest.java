package org.packhaus.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.packhaus.sdk.Commodity;
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.Weight;

class BoxShareTest {

    private static List<BoxShare> all(int boxes) {
        return IntStream.rangeClosed(1, boxes)
                .mapToObj(box -> new BoxShare(box, boxes))
                .toList();
    }

    @Test
    void thirdsOfAHundredEuroAreAHundredEuro() {
        assertThat(all(3))
                .extracting(share -> share.of(Money.euro("100.00")))
                .containsExactly(Money.euro("33.34"), Money.euro("33.33"), Money.euro("33.33"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00", "0.01", "0.02", "12.50", "99.99", "1234567.89"})
    void theBoxesAreWorthThePieceToTheCent(String price) {
        for (int boxes = 1; boxes <= 40; boxes++) {
            assertThat(all(boxes).stream()
                            .map(share -> share.of(Money.euro(price)))
                            .reduce(Money.euro("0.00"), Money::plus))
                    .as("%s in %d boxes", price, boxes)
                    .isEqualTo(Money.euro(price));
        }
    }

    @Test
    void aCurrencyWithoutCentsIsSharedInWholeUnits() {
        assertThat(all(3))
                .extracting(share ->
                        share.of(Money.of(new BigDecimal("100"), "JPY")).amount())
                .containsExactly(new BigDecimal("34"), new BigDecimal("33"), new BigDecimal("33"));
    }

    @Test
    void theNetWeightIsSharedToo() {
        Commodity wardrobe = new Commodity("940350", new CountryCode("PL"), "Wardrobe", Weight.grams(50_000));
        assertThat(all(3))
                .extracting(share -> share.of(wardrobe).weight().grams())
                .containsExactly(16_667, 16_667, 16_666);
    }
}
