package org.packhaus.job;

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
import org.jspecify.annotations.Nullable;
import org.packhaus.audit.Actor;

/** A batch belongs to who started it and has no seller; it is seen through its rows. */
@Entity
@Table(name = "batch")
class BatchEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "batch_seq")
    @SequenceGenerator(name = "batch_seq", sequenceName = "batch_seq", allocationSize = 50)
    @Nullable
    private Long id;

    @Version
    private int version;

    private String kind;
    private String title;
    private String parameters;

    @Enumerated(EnumType.STRING)
    private Actor.Kind actorKind;

    @Nullable
    private Long actorId;

    private String actorName;

    @Enumerated(EnumType.STRING)
    private BatchState state = BatchState.RUNNING;

    /** Counts the runs: grows with every "retry failed". */
    private int round = 1;

    private Instant startedAt;

    @Nullable
    private Instant finishedAt;

    @SuppressWarnings("NullAway.Init")
    protected BatchEntity() {}

    BatchEntity(String kind, String title, String parameters, Actor actor, Instant now) {
        this.kind = kind;
        this.title = title;
        this.parameters = parameters;
        this.actorKind = actor.kind();
        this.actorId = actor.id();
        this.actorName = actor.name();
        this.startedAt = now;
    }

    BatchId id() {
        if (id == null) {
            throw new IllegalStateException("batch has not been saved yet");
        }
        return new BatchId(id);
    }

    String kind() {
        return kind;
    }

    String title() {
        return title;
    }

    String parameters() {
        return parameters;
    }

    void parameters(String json) {
        parameters = json;
    }

    Actor actor() {
        return new Actor(actorKind, actorId, actorName);
    }

    BatchState state() {
        return state;
    }

    int round() {
        return round;
    }

    Instant startedAt() {
        return startedAt;
    }

    @Nullable
    Instant finishedAt() {
        return finishedAt;
    }

    void nextRound() {
        round++;
        state = BatchState.RUNNING;
        finishedAt = null;
    }

    void finish(Instant now) {
        state = BatchState.FINISHED;
        finishedAt = now;
    }
}
