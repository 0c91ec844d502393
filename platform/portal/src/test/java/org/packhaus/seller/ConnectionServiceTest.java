package org.packhaus.seller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.vault.Vault;
import org.packhaus.vault.VaultException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@DatabaseTest
@RecordApplicationEvents
class ConnectionServiceTest {
    @Autowired
    SellerService sellers;

    @Autowired
    ConnectionService connections;

    @Autowired
    Vault vault;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    @Test
    void keepsSecretsSealedAndOpensThemForTheirConnectionOnly() {
        SellerId seller = seller("Siegel");
        SellerScope.run(seller, () -> {
            ConnectionId first = dhl(seller, "hunter2-hunter2");
            ConnectionId second = dhl(seller, "another-secret");

            assertThat(connections.settings(first))
                    .isEqualTo(Map.of("account", "22222222220101", "password", "hunter2-hunter2"));
            assertThat(connections.shownSettings(first))
                    .containsExactly(Setting.plain("account", "22222222220101"), Setting.secret("password", null));
            assertThat(everythingStored()).doesNotContain("hunter2");

            jdbc.sql(
                            "update connection_setting a join connection_setting b on b.connection_id = :first and b.field = 'password'"
                                    + " set a.sealed = b.sealed where a.connection_id = :second and a.field = 'password'")
                    .param("first", first.value())
                    .param("second", second.value())
                    .update();
            assertThatThrownBy(() -> connections.settings(second)).isInstanceOf(VaultException.class);
        });
    }

    @Test
    void keepsASecretThatIsNotTypedAgainAndForgetsAFieldThatIsGone() {
        SellerId seller = seller("Bearbeitet");
        SellerScope.run(seller, () -> {
            ConnectionId id = dhl(seller, "unchanged");

            connections.update(id, "DHL neu", List.of(Setting.secret("password", null), Setting.plain("user", "max")));

            assertThat(connections.settings(id)).isEqualTo(Map.of("password", "unchanged", "user", "max"));
            assertThat(connections.connection(id).name()).isEqualTo("DHL neu");
        });
    }

    @Test
    void keepsWhatLabelsAreMadeForApartFromThePluginsSettings() {
        SellerId seller = seller("Etiketten");
        SellerScope.run(seller, () -> {
            ConnectionId id = dhl(seller, "unchanged");
            assertThat(connections.labelStock(id)).isEqualTo(LabelStock.PDF_103_X_199);

            connections.useLabelStock(id, LabelStock.PDF_A6);
            connections.useLabelStock(id, LabelStock.ZPL_100_X_150);
            connections.update(id, "DHL neu", List.of(Setting.secret("password", null)));

            assertThat(connections.labelStock(id)).isEqualTo(LabelStock.ZPL_100_X_150);
            assertThat(connections.settings(id)).containsOnlyKeys("password");
            assertThat(connections.shownSettings(id)).extracting(Setting::field).containsExactly("password");
        });
    }

    @Test
    void opensOldSecretsAfterARotationAndSealsThemAgain() {
        SellerId seller = seller("Rotation");
        SellerScope.run(seller, () -> {
            ConnectionId id = dhl(seller, "before-rotation");
            vault.addKey();
            vault.promoteNewestKey();
            assertThat(connections.settings(id)).containsEntry("password", "before-rotation");
            byte[] before = sealed(id);

            assertThat(connections.sealAgain()).isEqualTo(1);

            assertThat(connections.settings(id)).containsEntry("password", "before-rotation");
            // The first bytes of a Tink ciphertext name its key.
            assertThat(java.util.Arrays.copyOf(sealed(id), 5)).isNotEqualTo(java.util.Arrays.copyOf(before, 5));
        });
    }

    @Test
    void breaksOnceAndIsRepairedOnce() {
        SellerId seller = seller("Kaputt");
        SellerScope.run(seller, () -> {
            ConnectionId id = dhl(seller, "wrong-password");
            events.clear();

            connections.markBroken(id, "DHL_401", "The password is wrong.");
            connections.markBroken(id, "DHL_401", "The password is wrong.");
            assertThat(connections.connection(id).state()).isEqualTo(ConnectionState.BROKEN);
            connections.markWorking(id);
            connections.markWorking(id);
            assertThat(connections.connection(id).usable()).isTrue();
            assertThat(connections.connection(id).outSince()).isNull();

            assertThat(events.stream(ConnectionChanged.class))
                    .extracting(ConnectionChanged::after)
                    .containsExactly(ConnectionState.BROKEN, ConnectionState.ACTIVE);
        });
    }

    @Test
    void showsNobodyElsesConnections() {
        SellerId mine = seller("Meins");
        SellerId other = seller("Anderes");
        ConnectionId theirs = SellerScope.get(Set.of(other), () -> dhl(other, "their-secret"));

        SellerScope.run(mine, () -> {
            assertThat(connections.list()).isEmpty();
            assertThat(connections.list(ConnectionRole.CARRIER)).isEmpty();
            assertThatThrownBy(() -> connections.settings(theirs)).isInstanceOf(SellerException.class);
            assertThatThrownBy(() -> connections.markBroken(theirs, "X", "x")).isInstanceOf(SellerException.class);
            assertThatThrownBy(() -> dhl(other, "smuggled")).isInstanceOf(NoSellerScope.class);
        });
    }

    private SellerId seller(String name) {
        return sellers.create(new NewSeller(name, new Mark(name.substring(0, 1), 1), SenderAddress.EMPTY));
    }

    private ConnectionId dhl(SellerId seller, String password) {
        return connections.create(new NewConnection(
                seller,
                "dhl",
                "dhl-parcel",
                ConnectionRole.CARRIER,
                "DHL",
                List.of(Setting.plain("account", "22222222220101"), Setting.secret("password", password))));
    }

    private byte[] sealed(ConnectionId id) {
        return jdbc.sql("select sealed from connection_setting where connection_id = :id and secret")
                .param("id", id.value())
                .query(byte[].class)
                .single();
    }

    private String everythingStored() {
        return jdbc.sql(
                        "select concat(coalesce(plain, ''), hex(coalesce(sealed, '')), coalesce(sealed, '')) from connection_setting")
                .query(String.class)
                .list()
                .toString();
    }
}
