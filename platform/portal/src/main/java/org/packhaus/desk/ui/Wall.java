package org.packhaus.desk.ui;

import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import org.packhaus.job.BatchProgress;
import org.packhaus.job.BatchRow;
import org.packhaus.job.RowState;

/** One brick an order, laid as the batch goes; a failed one stays at its place. Above 200 a brick stands for several. */
class Wall extends Div {

    static final int BRICKS = 200;

    /** A course of the wall is as long as the sheet is wide. */
    private static final int COURSE = 43;

    Wall() {
        addClassName("wall");
        getElement().setAttribute("role", "img");
    }

    /** Every row at its place. */
    void show(BatchProgress batch, List<BatchRow> rows) {
        lay(batch, rows.stream().map(row -> BatchWords.brick(row.state())).toList());
    }

    /** Too many for a place each: the courses grow by state, one brick for several rows. */
    void show(BatchProgress batch) {
        int each = each(batch);
        var bricks = new ArrayList<String>();
        fill(bricks, RowState.DONE, batch.done(), each);
        fill(bricks, RowState.FAILED, batch.failed(), each);
        fill(bricks, RowState.PENDING, batch.pending(), each);
        fill(bricks, RowState.CANCELLED, batch.cancelled(), each);
        fill(bricks, RowState.RUNNING, batch.running(), each);
        fill(bricks, RowState.WAITING, batch.waiting(), each);
        lay(batch, bricks);
    }

    /** How many rows one brick stands for. */
    static int each(BatchProgress batch) {
        return Math.max(1, (batch.total() + BRICKS - 1) / BRICKS);
    }

    private static void fill(List<String> bricks, RowState state, int rows, int each) {
        for (int laid = 0; laid < rows; laid += each) {
            bricks.add(BatchWords.brick(state));
        }
    }

    private void lay(BatchProgress batch, List<String> bricks) {
        getElement()
                .setAttribute(
                        "aria-label",
                        getTranslation(
                                "batch.wall",
                                batch.done(),
                                batch.failed(),
                                batch.pending(),
                                batch.running(),
                                batch.waiting()));
        var courses = new StringBuilder();
        for (int start = 0; start < bricks.size(); start += COURSE) {
            courses.append("<div class=\"course\">");
            for (var brick : bricks.subList(start, Math.min(bricks.size(), start + COURSE))) {
                courses.append("<i class=\"brick ").append(brick).append("\"></i>");
            }
            courses.append("</div>");
        }
        // Only our own words: no data of a row gets in here.
        getElement().setProperty("innerHTML", courses.toString());
    }
}
