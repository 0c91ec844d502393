package org.packhaus.connect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.packhaus.connect.TrialLine.Check;
import org.packhaus.connect.TrialLine.Result;

/** Writes down what a trial run finds, each thing once. */
final class TrialNotes {
    private final Consumer<TrialLine> heard;
    private final List<TrialLine> lines = new ArrayList<>();

    TrialNotes(Consumer<TrialLine> heard) {
        this.heard = heard;
    }

    void fine(Check check, String text) {
        note(new TrialLine(check, Result.FINE, text));
    }

    void failed(Check check, String text) {
        note(new TrialLine(check, Result.FAILED, text));
    }

    void notTried(Check check, String text) {
        note(new TrialLine(check, Result.NOT_TRIED, text));
    }

    private void note(TrialLine line) {
        lines.add(line);
        heard.accept(line);
    }

    /** Everything that has not been spoken of. */
    void skipRest(String why) {
        for (Check check : Check.values()) {
            if (lines.stream().noneMatch(line -> line.check() == check)) {
                notTried(check, why);
            }
        }
    }

    boolean failed() {
        return lines.stream().anyMatch(line -> line.result() == Result.FAILED);
    }

    List<TrialLine> lines() {
        return lines;
    }
}
