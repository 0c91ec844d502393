package org.packhaus.seller;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.vault.SecretPlace;
import org.packhaus.vault.Vault;

/** One value of a connection's settings; a secret only in its sealed form. */
@Entity
@Table(name = "connection_setting")
@Filter(name = "seller")
class ConnectionSetting {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "connection_setting_seq")
    @SequenceGenerator(name = "connection_setting_seq", sequenceName = "connection_setting_seq", allocationSize = 50)
    @Nullable
    private Long id;

    private long sellerId;
    private long connectionId;
    private String field;
    private boolean secret;

    @Nullable
    private String plain;

    private byte @Nullable [] sealed;

    @SuppressWarnings("NullAway.Init")
    protected ConnectionSetting() {}

    ConnectionSetting(SellerId seller, ConnectionId connection, String field) {
        this.sellerId = seller.value();
        this.connectionId = connection.value();
        this.field = field;
    }

    String field() {
        return field;
    }

    boolean secret() {
        return secret;
    }

    void set(String value, boolean asSecret, Vault vault) {
        secret = asSecret;
        plain = asSecret ? null : value;
        sealed = asSecret ? vault.seal(value, place()) : null;
    }

    void sealAgain(Vault vault) {
        if (secret) {
            set(value(vault), true, vault);
        }
    }

    String value(Vault vault) {
        String value = secret && sealed != null ? vault.open(sealed, place()) : plain;
        return value == null ? "" : value;
    }

    private SecretPlace place() {
        return new SecretPlace(sellerId, connectionId, field);
    }
}
