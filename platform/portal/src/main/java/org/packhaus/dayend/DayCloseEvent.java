package org.packhaus.dayend;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;

/** A line of a closing's history. */
@Entity
@Table(name = "day_close_event")
@Filter(name = "seller")
class DayCloseEvent {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "day_close_event_seq")
    @SequenceGenerator(name = "day_close_event_seq", sequenceName = "day_close_event_seq", allocationSize = 50)
    @Nullable
    private Long id;

    private long sellerId;
    private long closeId;
    private int attempt;
    private Instant at;

    @Enumerated(EnumType.STRING)
    private CloseState state;

    private String actor;
    private String code;

    @Nullable
    private String text;

    @SuppressWarnings("NullAway.Init")
    protected DayCloseEvent() {}

    DayCloseEvent(DayClose closing, Instant at, String actor, String code, String text) {
        this.sellerId = closing.seller().value();
        this.closeId = closing.id();
        this.attempt = closing.attempt();
        this.at = at;
        this.state = closing.state();
        this.actor = actor;
        this.code = DayClose.cut(code, 80);
        this.text = DayClose.cut(text, 2000);
    }

    DayEndService.HistoryLine line() {
        return new DayEndService.HistoryLine(at, attempt, state, actor, code, text == null ? "" : text);
    }
}
