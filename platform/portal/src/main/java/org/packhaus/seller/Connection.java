package org.packhaus.seller;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.ConnectionRow.Problem;

@Entity
@Table(name = "connection")
@Filter(name = "seller")
class Connection {
    private static final int LONGEST_TEXT = 1000;
    private static final int LONGEST_CODE = 60;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "connection_seq")
    @SequenceGenerator(name = "connection_seq", sequenceName = "connection_seq", allocationSize = 50)
    @Nullable
    private Long id;

    private long sellerId;

    @Version
    private int version;

    private String pluginId;
    private String extensionId;

    @Enumerated(EnumType.STRING)
    private ConnectionRole role;

    private String name;

    @Enumerated(EnumType.STRING)
    private ConnectionState state = ConnectionState.ACTIVE;

    @Nullable
    private String errorCode;

    @Nullable
    private String errorText;

    @Nullable
    private Instant errorAt;

    /** Paused or broken. */
    @Column(name = "broken_since")
    @Nullable
    private Instant outSince;

    @Nullable
    private Instant lastSuccessAt;

    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Connection() {}

    Connection(NewConnection wanted, Instant now) {
        this.sellerId = wanted.seller().value();
        this.pluginId = wanted.pluginId();
        this.extensionId = wanted.extensionId();
        this.role = wanted.role();
        this.name = wanted.name().strip();
        this.createdAt = now;
    }

    ConnectionId id() {
        if (id == null) {
            throw new IllegalStateException("connection " + name + " has not been saved yet");
        }
        return new ConnectionId(id);
    }

    SellerId seller() {
        return new SellerId(sellerId);
    }

    ConnectionState state() {
        return state;
    }

    void rename(String wanted) {
        name = wanted.strip();
    }

    /** A paused connection stays paused, but remembers what was said. */
    void broke(String code, String text, Instant now) {
        failed(code, text, now);
        if (state == ConnectionState.ACTIVE) {
            state = ConnectionState.BROKEN;
            outSince = now;
        }
    }

    /** A call went wrong, and the settings are not to blame. */
    void failed(String code, String text, Instant now) {
        errorCode = cut(code, LONGEST_CODE);
        errorText = cut(text, LONGEST_TEXT);
        errorAt = now;
    }

    void succeeded(Instant now) {
        lastSuccessAt = now;
        works();
    }

    void works() {
        if (state == ConnectionState.BROKEN) {
            state = ConnectionState.ACTIVE;
        }
        if (state == ConnectionState.ACTIVE) {
            outSince = null;
        }
    }

    void pause(Instant now) {
        if (state != ConnectionState.PAUSED) {
            state = ConnectionState.PAUSED;
            outSince = now;
        }
    }

    void resume() {
        state = ConnectionState.ACTIVE;
        outSince = null;
    }

    ConnectionRow row() {
        Problem problem = errorCode == null || errorText == null || errorAt == null
                ? null
                : new Problem(errorCode, errorText, errorAt);
        return new ConnectionRow(
                id(), seller(), pluginId, extensionId, role, name, state, problem, outSince, lastSuccessAt);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
