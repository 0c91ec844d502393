package org.packhaus.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;

/** The parcels on their way. */
final class ParcelList {
    private static final String NUMBERS = ".tracking vaadin-grid .mono";
    private static final int PAGE = 50;

    private final Desk desk;

    private ParcelList(Desk desk) {
        this.desk = desk;
    }

    static ParcelList open(Desk desk, String filter) {
        desk.page().navigate("/tracking?show=" + filter);
        desk.sees(".tracking .tabs a[aria-current=page]");
        return new ParcelList(desk);
    }

    int count(String filter) {
        var shown = desk.find(".tracking .tabs a[href$='=" + filter + "'] .n").innerText();
        return Integer.parseInt(shown.replaceAll("\\D", ""));
    }

    List<String> numbers() {
        desk.sees(NUMBERS).hasRowsAsCounted(".tracking", ".mono", PAGE);
        return desk.find(NUMBERS).allInnerTexts();
    }

    ParcelList finds(String number) {
        desk.field("tracking.search").fill(number);
        desk.page().keyboard().press("Enter");
        desk.page().waitForURL("**/tracking?*q=*");
        desk.page().waitForFunction("""
                        ([numbers, wanted]) => {
                            const shown = [...document.querySelectorAll(numbers)].filter(one => one.checkVisibility());
                            return shown.length === 1 && shown[0].innerText.trim() === wanted;
                        }""", List.of(NUMBERS, number));
        desk.settle();
        return this;
    }

    /** The cells of the only parcel that is shown. */
    List<String> cells() {
        return desk.find(".tracking vaadin-grid vaadin-grid-cell-content:visible")
                .allInnerTexts();
    }

    ClaimForm claim(String number) {
        desk.page()
                .getByRole(
                        AriaRole.LINK,
                        new com.microsoft.playwright.Page.GetByRoleOptions()
                                .setName(desk.words("tracking.claim.of", number))
                                .setExact(true))
                .click();
        desk.page().waitForURL("**/claims?label=*");
        desk.dialog();
        desk.settle();
        return new ClaimForm(desk, number);
    }

    /** What is asked back from the carrier for one parcel. */
    record ClaimForm(Desk desk, String number) {

        /** What the form proposes as the reason. */
        String reason() {
            return desk.dialog()
                    .locator("vaadin-radio-button[checked]")
                    .first()
                    .innerText()
                    .strip();
        }

        ClaimList opens(String note) {
            desk.types("claim.note", note);
            desk.press("claim.new.do");
            desk.noDialog();
            desk.isTold("claim.opened", number);
            return ClaimList.open(desk, "open");
        }
    }

    static Locator row(Desk desk, String number) {
        return desk.find(NUMBERS).getByText(number, new Locator.GetByTextOptions().setExact(true));
    }
}
