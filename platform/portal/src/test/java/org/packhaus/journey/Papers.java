package org.packhaus.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** What comes out of the printer. */
record Papers(int pages, String text) {

    /** Presses the print dialog's button and reads the file of the tab that opens. */
    static Papers of(Desk desk) {
        desk.dialog();
        return of(desk, () -> desk.find("vaadin-dialog[opened] .btn.fill").click());
    }

    /**
     * Reads the file of the tab that opens upon it. By what the tab asks for: without a viewer a browser saves a PDF, and the tab's address
     * never becomes the file's.
     */
    static Papers of(Desk desk, Runnable deed) {
        var asked = new ArrayList<String>();
        Consumer<Request> listener = request -> {
            if (request.url().contains("/documents/")) {
                asked.add(request.url());
            }
        };
        var browser = desk.page().context();
        browser.onRequest(listener);
        try {
            deed.run();
            desk.page().waitForCondition(() -> !asked.isEmpty());
        } finally {
            browser.offRequest(listener);
        }
        return read(desk, asked.getFirst());
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
