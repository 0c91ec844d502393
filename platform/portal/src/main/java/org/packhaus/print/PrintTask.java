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
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.DocumentType;
import org.packhaus.seller.SellerId;

/** One file for one printer. A file holds one seller's papers, so that it can be seen by that seller's people only. */
@Entity
@Table(name = "print_task")
@Filter(name = "seller")
@DynamicUpdate // A file of megabytes is not written again for each step it takes.
class PrintTask {
    private static final int LONGEST_TEXT = 1000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "print_task_seq")
    @SequenceGenerator(name = "print_task_seq", sequenceName = "print_task_seq", allocationSize = 50)
    @Nullable
    private Long id;

    @Version
    private long version;

    private long sellerId;
    private long stationId;
    private long printerId;
    private String title;

    @Enumerated(EnumType.STRING)
    private DocumentType type;

    private byte[] content;
    private int orders;

    @Enumerated(EnumType.STRING)
    private TaskState state;

    private int attempt;

    @Nullable
    private String problemCode;

    @Nullable
    private String problemText;

    private Instant queuedAt;
    private String queuedBy;

    @Nullable
    private Instant sentAt;

    @Nullable
    private Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected PrintTask() {}

    PrintTask(
            SellerId seller,
            StationId station,
            PrinterId printer,
            String title,
            DocumentType type,
            byte[] content,
            int orders,
            Instant at,
            String by) {
        this.sellerId = seller.value();
        this.stationId = station.value();
        this.printerId = printer.value();
        this.title = title;
        this.type = type;
        this.content = content;
        this.orders = orders;
        this.state = TaskState.QUEUED;
        this.queuedAt = at;
        this.queuedBy = by;
    }

    TaskId id() {
        return new TaskId(Objects.requireNonNull(id));
    }

    SellerId seller() {
        return new SellerId(sellerId);
    }

    StationId station() {
        return new StationId(stationId);
    }

    PrinterId printer() {
        return new PrinterId(printerId);
    }

    TaskState state() {
        return state;
    }

    DocumentType type() {
        return type;
    }

    byte[] content() {
        return content;
    }

    /** Labels, slips or other papers, a word of {@code print.papers}. */
    String title() {
        return title;
    }

    void sent(Instant at) {
        state = TaskState.SENT;
        attempt++;
        sentAt = at;
    }

    void printed(Instant at) {
        state = TaskState.PRINTED;
        problemCode = null;
        problemText = null;
        endedAt = at;
    }

    void failed(String code, String text, Instant at) {
        state = TaskState.FAILED;
        problemCode = code;
        problemText = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
        endedAt = at;
    }

    void queueAgain() {
        state = TaskState.QUEUED;
        problemCode = null;
        problemText = null;
        endedAt = null;
    }

    void cancel(Instant at) {
        state = TaskState.CANCELLED;
        endedAt = at;
    }
}
