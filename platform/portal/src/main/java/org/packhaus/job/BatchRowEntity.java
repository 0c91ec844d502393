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
import java.math.BigDecimal;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.SellerId;

@Entity
@Table(name = "batch_row")
@Filter(name = "seller")
class BatchRowEntity {
    private static final int LONGEST_TEXT = 1000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "batch_row_seq")
    @SequenceGenerator(name = "batch_row_seq", sequenceName = "batch_row_seq", allocationSize = 50)
    @Nullable
    private Long id;

    @Version
    private int version;

    private long sellerId;
    private long batchId;
    private int position;
    private long subjectId;
    private String label;
    private String lane;

    @Enumerated(EnumType.STRING)
    private RowState state = RowState.WAITING;

    /** The batch's round that has claimed it last. */
    private int round;

    private int attempt;

    @Nullable
    private String code;

    @Nullable
    private String text;

    @Nullable
    private String fix;

    @Nullable
    private String result;

    @Nullable
    private BigDecimal priceAmount;

    @Nullable
    private String priceCurrency;

    @SuppressWarnings("NullAway.Init")
    protected BatchRowEntity() {}

    BatchRowEntity(BatchId batch, int position, NewRow row) {
        this.batchId = batch.value();
        this.position = position;
        this.sellerId = row.seller().value();
        this.subjectId = row.subject();
        this.label = row.label();
        String wanted = row.lane();
        this.lane = wanted == null ? "seller-" + row.seller() : wanted;
    }

    RowState state() {
        return state;
    }

    String lane() {
        return lane;
    }

    /** Ours to run: waiting, or left behind by this round's dead node. */
    boolean claimable(int currentRound) {
        return state == RowState.WAITING || (state == RowState.RUNNING && round == currentRound);
    }

    void claim(int currentRound) {
        state = RowState.RUNNING;
        round = currentRound;
        attempt++;
    }

    void settle(RowOutcome outcome) {
        code = null;
        text = null;
        fix = null;
        switch (outcome) {
            case RowOutcome.Done(String what, Price price) -> {
                state = RowState.DONE;
                result = cut(what);
                priceAmount = price == null ? null : price.amount();
                priceCurrency = price == null ? null : price.currency();
            }
            case RowOutcome.Failed(String why, String explained, String remedy) -> {
                state = RowState.FAILED;
                code = why;
                text = cut(explained);
                fix = cut(remedy);
            }
            case RowOutcome.Pending(String why, String explained) -> {
                state = RowState.PENDING;
                code = why;
                text = cut(explained);
            }
        }
    }

    void cancel() {
        state = RowState.CANCELLED;
    }

    void waitAgain() {
        state = RowState.WAITING;
    }

    BatchRow row() {
        if (id == null) {
            throw new IllegalStateException("row " + label + " has not been saved yet");
        }
        return new BatchRow(
                new BatchRowId(id),
                new BatchId(batchId),
                position,
                new SellerId(sellerId),
                subjectId,
                label,
                state,
                attempt,
                code,
                text,
                fix,
                result,
                priceAmount == null || priceCurrency == null ? null : new Price(priceAmount, priceCurrency));
    }

    private static @Nullable String cut(@Nullable String value) {
        return value == null || value.length() <= LONGEST_TEXT ? value : value.substring(0, LONGEST_TEXT);
    }
}
