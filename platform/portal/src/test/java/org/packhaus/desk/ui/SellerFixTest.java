package org.packhaus.desk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.packhaus.seller.SellerId;

class SellerFixTest {

    @Test
    void leadsToThePartOfTheSellersPageWhereItIsMended() {
        assertThat(SellerFix.of("return-pool-empty").orElseThrow().href(new SellerId(3)))
                .isEqualTo("sellers/3/numbers");
        assertThat(SellerFix.of("CONNECTION_BROKEN").orElseThrow().part()).isEqualTo("connections");
        assertThat(SellerFix.of("no-carrier").orElseThrow().part()).isEqualTo("settings");
        assertThat(SellerFix.of("house-number-missing")).isEmpty();
        assertThat(SellerFix.of(null)).isEmpty();
    }
}
