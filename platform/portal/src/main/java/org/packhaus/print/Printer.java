package org.packhaus.print;

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
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.DocumentType;

@Entity
@Table(name = "printer")
class Printer {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "printer_seq")
    @SequenceGenerator(name = "printer_seq", sequenceName = "printer_seq", allocationSize = 50)
    @Nullable
    private Long id;

    @Version
    private long version;

    private String name;

    @Nullable
    private Long stationId;

    @Enumerated(EnumType.STRING)
    private Route route;

    private String address;

    @Enumerated(EnumType.STRING)
    private DocumentType language;

    @Nullable
    private String density;

    private String sheet;

    @Nullable
    private Long laneTask;

    @Nullable
    private Instant laneUntil;

    @SuppressWarnings("NullAway.Init")
    protected Printer() {}

    Printer(NewPrinter wanted) {
        this.name = wanted.name().strip();
        this.stationId = wanted.station() == null ? null : wanted.station().value();
        this.route = wanted.route();
        this.address = wanted.address().strip();
        this.language = wanted.language();
        this.density = wanted.density();
        this.sheet = wanted.sheet();
    }

    /** Whether this file's job may send now: nobody else does, or seems to have died over it. */
    boolean enter(TaskId job, Instant now, Instant until) {
        boolean taken = laneTask != null && laneTask != job.value() && laneUntil != null && laneUntil.isAfter(now);
        if (!taken) {
            laneTask = job.value();
            laneUntil = until;
        }
        return !taken;
    }

    void leave() {
        laneTask = null;
        laneUntil = null;
    }

    /** If it is that job's. */
    void leave(TaskId job) {
        if (laneTask != null && laneTask == job.value()) {
            leave();
        }
    }

    PrinterRow row() {
        return new PrinterRow(
                new PrinterId(Objects.requireNonNull(id)),
                name,
                stationId == null ? null : new StationId(stationId),
                route,
                address,
                language,
                density,
                sheet);
    }
}
