package org.packhaus.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;

/** A batch at work, and what needs a hand. */
final class BatchPage {

    /** Neither waits nor runs any row. */
    private static final String DONE = """
            () => {
                const bricks = [...document.querySelectorAll('.batch .wall .brick')];
                return bricks.length > 0 && bricks.every(brick => brick.matches('.done, .failed, .cancelled'));
            }
            """;

    private final Desk desk;

    private BatchPage(Desk desk) {
        this.desk = desk;
    }

    static BatchPage arrives(Desk desk) {
        desk.page().waitForURL(Pattern.compile(".*/batches/\\d+"));
        desk.sees(".batch .wall .brick");
        return new BatchPage(desk);
    }

    BatchPage runsOut() {
        desk.page().waitForFunction(DONE, null, new Page.WaitForFunctionOptions().setTimeout(240_000));
        // It ends a little after its last row, and is drawn once more then.
        var runsOn = desk.words("batch.started", "…", "…").replaceFirst(".*…", "");
        desk.find(".batch .head .sub")
                .filter(new Locator.FilterOptions().setHasNotText(runsOn))
                .waitFor(new Locator.WaitForOptions().setTimeout(240_000));
        desk.settle();
        return this;
    }

    int done() {
        return desk.find(".batch .wall .brick.done").count();
    }

    /** What needs a hand, by order number. */
    List<String> failed() {
        return desk.find(".fixes .frow .who a").allInnerTexts();
    }

    /** What the row of that order says. */
    String reason(String order) {
        return row(order).locator(".why").innerText();
    }

    private Locator row(String order) {
        return desk.find(".fixes .frow").filter(new Locator.FilterOptions().setHasText(order));
    }

    OrderPage open(String order) {
        row(order).locator(".fx a").last().click();
        return OrderPage.arrives(desk);
    }

    BatchPage retry(int rows) {
        desk.press("batch.retry", rows);
        return this;
    }

    /** The file of all good ones, from the tab that opens. */
    Papers print() {
        desk.find(".batch .head .btn.fill").click();
        return Papers.of(desk);
    }

    String address() {
        return desk.page().url();
    }
}
