package org.packhaus.stock;

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
import org.packhaus.audit.Actor;
import org.packhaus.seller.SellerId;

/** A list that is written, or was: its rows go as they are written, this stays. */
@Entity
@Table(name = "stock_import")
@Filter(name = "seller")
class StockImportHead {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "stock_import_seq")
    @SequenceGenerator(name = "stock_import_seq", sequenceName = "stock_import_seq", allocationSize = 1)
    @Nullable
    Long id;

    @Version
    int version;

    long sellerId;
    String note;

    @Enumerated(EnumType.STRING)
    Actor.Kind actorKind;

    @Nullable
    Long actorId;

    String actorName;
    int total;
    int done;
    Instant begunAt;

    @Nullable
    Instant finishedAt;

    @SuppressWarnings("NullAway.Init")
    protected StockImportHead() {}

    StockImportHead(SellerId seller, String note, Actor actor, int total, Instant now) {
        this.sellerId = seller.value();
        this.note = note;
        this.actorKind = actor.kind();
        this.actorId = actor.id();
        this.actorName = actor.name();
        this.total = total;
        this.begunAt = now;
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("the import has not been saved yet");
        }
        return id;
    }

    Actor actor() {
        return new Actor(actorKind, actorId, actorName);
    }

    StockImportProgress progress() {
        return new StockImportProgress(id(), new SellerId(sellerId), done, total, finishedAt != null);
    }
}
