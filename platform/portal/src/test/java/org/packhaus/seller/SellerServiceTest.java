package org.packhaus.seller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.database.TransactionRetry;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class SellerServiceTest {
    @Autowired
    SellerService sellers;

    @Autowired
    SellerDirectory directory;

    @Autowired
    TransactionRetry transactions;

    @Autowired
    EntityManager entities;

    @Test
    void showsOnlyTheSellersInScope() {
        SellerId mine = sellers.create(new NewSeller("Kessel & Söhne", new Mark("K", 1), SenderAddress.EMPTY));
        SellerId other = sellers.create(new NewSeller("Lampenladen", new Mark("L", 2), SenderAddress.EMPTY));

        SellerScope.run(mine, () -> {
            assertThat(sellers.list()).extracting(SellerRow::id).containsExactly(mine);
            assertThatThrownBy(() -> sellers.details(other)).isInstanceOf(SellerException.class);
            assertThat(transactions.call(() -> entities.find(Seller.class, other.value()) == null))
                    .isTrue();
            assertThat(transactions.call(() -> entities.createQuery("update Seller s set s.name = 'taken'")
                            .executeUpdate()))
                    .isEqualTo(1);
        });
        SellerScope.run(Set.of(mine, other), () -> assertThat(sellers.list()).hasSize(2));
        SellerScope.run(Set.of(), () -> assertThat(sellers.list()).isEmpty());
        assertThat(directory.all()).contains(mine, other);
    }

    @Test
    void refusesEverythingWithoutAScope() {
        SellerId seller = sellers.create(new NewSeller("Ohne Scope", new Mark("O", 3), SenderAddress.EMPTY));

        assertThatThrownBy(sellers::list).hasRootCauseInstanceOf(NoSellerScope.class);
        assertThatThrownBy(() -> sellers.details(seller)).hasRootCauseInstanceOf(NoSellerScope.class);
    }

    @Test
    void neverWidensAScope() {
        SellerScope.run(
                new SellerId(1),
                () -> assertThatThrownBy(() -> SellerScope.run(new SellerId(2), () -> {}))
                        .isInstanceOf(NoSellerScope.class));
    }

    @Test
    void keepsWhatAPersonEdited() {
        SellerId id = sellers.create(new NewSeller("Vorher", new Mark("V", 4), SenderAddress.EMPTY));
        SellerScope.run(id, () -> {
            SellerDetails before = sellers.details(id);
            sellers.update(new SellerDetails(
                    id,
                    before.version(),
                    "Nachher",
                    before.mark(),
                    before.sender(),
                    "en",
                    before.cutOff().plusHours(1),
                    before.timeZone(),
                    "DHL",
                    null,
                    "V01PAK",
                    750));

            SellerDetails after = sellers.details(id);
            assertThat(after.name()).isEqualTo("Nachher");
            assertThat(after.cutOff()).hasHour(15);
            assertThat(after.defaultParcelWeightGrams()).isEqualTo(750);
            assertThatThrownBy(() -> sellers.update(before)).isInstanceOf(SellerException.class);
        });
    }
}
