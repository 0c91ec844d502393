package org.packhaus.print;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A table with printers. It stands in the warehouse, whoever's parcels are packed on it. */
@Entity
@Table(name = "print_station")
class PrintStation {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "print_station_seq")
    @SequenceGenerator(name = "print_station_seq", sequenceName = "print_station_seq", allocationSize = 50)
    @Nullable
    private Long id;

    @Version
    private long version;

    private String name;

    @Nullable
    private String tokenHash;

    @Nullable
    private Long labelPrinter;

    @Nullable
    private Long slipPrinter;

    @Nullable
    private Instant seenAt;

    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected PrintStation() {}

    PrintStation(String name, Instant at) {
        this.name = name;
        this.createdAt = at;
    }

    StationId id() {
        return new StationId(Objects.requireNonNull(id));
    }

    void token(String hash) {
        this.tokenHash = hash;
    }

    void printers(@Nullable PrinterId labels, @Nullable PrinterId slips) {
        this.labelPrinter = labels == null ? null : labels.value();
        this.slipPrinter = slips == null ? null : slips.value();
    }

    void seen(Instant at) {
        this.seenAt = at;
    }

    @Nullable
    Instant seenAt() {
        return seenAt;
    }

    StationRow row() {
        return new StationRow(
                id(),
                name,
                tokenHash != null,
                labelPrinter == null ? null : new PrinterId(labelPrinter),
                slipPrinter == null ? null : new PrinterId(slipPrinter),
                seenAt);
    }
}
