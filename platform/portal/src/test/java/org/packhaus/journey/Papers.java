package org.packhaus.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** What comes out of the printer. */
record Papers(int pages, String text) {

    /** Presses the print dialog's button and reads the file of the tab that opens. */
    static Papers of(Desk desk) {
        desk.dialog();
        var tab = desk.page()
                .waitForPopup(() -> desk.find("vaadin-dialog[opened] .btn.fill").click());
        return read(desk, tab.url());
    }

    /** The file at that address, fetched with this person's rights. */
    static Papers read(Desk desk, String address) {
        var file = desk.page().request().get(address, RequestOptions.create().setTimeout(120_000));
        assertThat(file.headers()).as(address).containsEntry("content-type", "application/pdf");
        try (var pdf = Loader.loadPDF(file.body())) {
            return new Papers(pdf.getNumberOfPages(), new PDFTextStripper().getText(pdf));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
