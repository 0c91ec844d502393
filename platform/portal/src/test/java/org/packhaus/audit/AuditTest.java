package org.packhaus.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.database.TransactionRetry;
import org.packhaus.seller.NoSellerScope;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class AuditTest {
    private static final SellerId ONE = new SellerId(1);
    private static final SellerId TWO = new SellerId(2);
    private static final Subject ORDER = new Subject("order", 4711);

    @Autowired
    Audit audit;

    @Autowired
    TransactionRetry transactions;

    @Test
    void remembersWhoDidWhatForWhichSeller() throws Exception {
        Audit.as(Actor.job("import"), () -> {
            SellerScope.run(ONE, () -> audit.record(ONE, "order.hold", ORDER, Map.of("reason", "Adresse prüfen")));
            return null;
        });
        SellerScope.run(TWO, () -> audit.record(TWO, "order.hold", ORDER, Map.of()));

        SellerScope.run(ONE, () -> {
            assertThat(audit.about(ORDER, Long.MAX_VALUE, 10)).singleElement().satisfies(row -> {
                assertThat(row.actor()).isEqualTo(Actor.job("import"));
                assertThat(row.detail()).containsEntry("reason", "Adresse prüfen");
                assertThat(row.seller()).isEqualTo(ONE);
            });
            assertThatThrownBy(() -> audit.record(TWO, "order.hold", ORDER, Map.of()))
                    .isInstanceOf(NoSellerScope.class);
        });
        SellerScope.run(
                Set.of(ONE, TWO),
                () -> assertThat(audit.newest(Long.MAX_VALUE, 10)).hasSize(2));
    }

    @Test
    void leavesNoLineForWhatWasRolledBack() {
        SellerId seller = new SellerId(3);
        SellerScope.run(seller, () -> {
            assertThatThrownBy(() -> transactions.run(() -> {
                        audit.record(seller, "order.release", ORDER, Map.of());
                        throw new IllegalStateException("rolled back");
                    }))
                    .hasMessage("rolled back");
            assertThat(audit.newest(Long.MAX_VALUE, 10)).isEmpty();
        });
    }
}
