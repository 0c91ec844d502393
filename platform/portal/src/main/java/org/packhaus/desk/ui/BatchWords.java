package org.packhaus.desk.ui;

import org.jspecify.annotations.Nullable;
import org.packhaus.job.BatchProgress;
import org.packhaus.job.BatchRow;
import org.packhaus.job.RowState;
import org.packhaus.shell.Badge;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Problems;
import org.packhaus.shell.Texts;

/** What batches and their rows say, in their reader's words. */
record BatchWords(Formats formats) {

    /** What the batch does; a kind we have no words for keeps the title it was started with. */
    String title(BatchProgress batch) {
        var key = "batch.kind." + batch.kind();
        return Texts.has(key) ? formats.text(key, batch.total()) : batch.title();
    }

    String number(BatchProgress batch) {
        return formats.text("batch.number", String.valueOf(batch.id().value()));
    }

    String started(BatchProgress batch) {
        var who = batch.startedBy().name();
        if (batch.finishedAt() != null) {
            return formats.text(
                    "batch.finished", formats.when(batch.startedAt()), who, formats.when(batch.finishedAt()));
        }
        return formats.text("batch.started", formats.when(batch.startedAt()), who);
    }

    /** What is done is "booked" or "confirmed", as the batch is. */
    String state(RowState state, String kind) {
        var key = "row." + OrderState.word(state);
        return formats.text(Texts.has(key + "." + kind) ? key + "." + kind : key);
    }

    static Badge.Tone tone(RowState state) {
        return switch (state) {
            case DONE -> Badge.Tone.OK;
            case FAILED -> Badge.Tone.LATE;
            case RUNNING -> Badge.Tone.INFO;
            case PENDING -> Badge.Tone.WARN;
            case WAITING -> Badge.Tone.IDLE;
            case CANCELLED -> Badge.Tone.LINE;
        };
    }

    /** The brick of the wall. */
    static String brick(RowState state) {
        return switch (state) {
            case DONE -> "done";
            case FAILED -> "failed";
            case RUNNING -> "running";
            case PENDING -> "pending";
            case WAITING -> "waiting";
            case CANCELLED -> "skipped";
        };
    }

    String price(BatchRow row) {
        return row.price() == null
                ? ""
                : formats.money(row.price().amount(), row.price().currency());
    }

    /** The code in plain words; an unknown one stands for itself and can be looked up. */
    String reason(BatchRow row) {
        return problem(row.code());
    }

    String problem(@Nullable String code) {
        return Problems.name(formats.locale(), code);
    }

    /** What else is said of it. */
    String said(@Nullable String code, @Nullable String text) {
        return Problems.said(formats.locale(), code, text);
    }

    /** What to do, or the value that mends it. */
    String fix(@Nullable String code, @Nullable String fix) {
        return Problems.fix(formats.locale(), code, fix);
    }
}
