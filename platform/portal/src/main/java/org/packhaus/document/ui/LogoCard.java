package org.packhaus.document.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;
import org.packhaus.document.Logo;
import org.packhaus.document.PaperException;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Icon;
import org.packhaus.shell.Problems;

/** The logo in the head of the slip: uploaded, shown, taken away. */
class LogoCard extends Composite<Section> {
    private final Consumer<Optional<byte[]>> chosen;
    private final Div shown = new Div();
    private final Div fault = new Div();
    private final ActionButton remove;
    private final Upload upload;

    LogoCard(Consumer<Optional<byte[]>> chosen) {
        this.chosen = chosen;
        this.remove = new ActionButton(Icon.X, getTranslation("papers.logo.remove"), click -> choose(Optional.empty()))
                .quiet();
        this.upload = new Upload(UploadHandler.inMemory((metadata, data) -> read(data)));
    }

    @Override
    protected Section initContent() {
        upload.setAcceptedFileTypes(".png", ".jpg", ".jpeg", "image/png", "image/jpeg");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(Logo.MOST_BYTES);
        upload.setUploadButton(new ActionButton(null, getTranslation("papers.logo.choose"), click -> {}));
        upload.setDropLabel(new Span(getTranslation("papers.logo.drop")));
        upload.addFileRejectedListener(rejected -> say(getTranslation("papers.logo.rejected", Logo.MOST_BYTES / 1000)));
        shown.addClassName("logo");
        fault.addClassNames("note", "late");
        fault.getElement().setAttribute("role", "alert");
        fault.setVisible(false);
        var help = new Paragraph(getTranslation("papers.logo.help"));
        help.addClassName("help");
        var rows = new Div(shown, fault, upload, remove, help);
        rows.addClassNames("in", "rows");
        var card = new Section(new Header(new H2(getTranslation("papers.logo"))), rows);
        card.addClassName("card");
        return card;
    }

    void show(Optional<byte[]> logo) {
        getContent();
        fault.setVisible(false);
        shown.removeAll();
        shown.setVisible(logo.isPresent());
        remove.setVisible(logo.isPresent());
        logo.ifPresent(png -> shown.add(new Image(
                "data:image/png;base64," + Base64.getEncoder().encodeToString(png),
                getTranslation("papers.logo.alt"))));
        upload.clearFileList();
    }

    void mayEdit(boolean may) {
        getContent();
        upload.setVisible(may);
        remove.setEnabled(may);
    }

    private void read(byte[] file) {
        try {
            choose(Optional.of(Logo.of(file)));
        } catch (PaperException e) {
            upload.clearFileList();
            say(Problems.text(e));
        }
    }

    private void choose(Optional<byte[]> logo) {
        show(logo);
        chosen.accept(logo);
    }

    private void say(String words) {
        fault.removeAll();
        fault.add(Icon.ALERT.create(), new Span(words));
        fault.setVisible(true);
    }
}
