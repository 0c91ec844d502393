package org.packhaus.desk.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.Optional;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Problems;
import org.packhaus.shipment.FoundLabel;
import org.packhaus.shipment.LabelRow;
import org.packhaus.shipment.ShipmentException;

/** The carrier's answer was lost and it cannot be asked: a person looked into its portal and says what stands there. */
class SettleDialog extends Dialog {
    private static final int LONGEST_NUMBER = 60;
    private static final int MOST_BYTES = 5_000_000;

    /** What may come of it. */
    interface Answer {
        /** @return what still lacks, in words; empty if it is settled */
        Optional<String> found(FoundLabel label);

        void none();
    }

    private final TextField tracking = field("settle.tracking");
    private final TextField back = field("settle.return");
    private final Div numbers = new Div();
    private final Paragraph sure = new Paragraph(getTranslation("settle.none.sure"));
    private final Paragraph failure = new Paragraph();
    private final RadioButtonGroup<Boolean> bought = new RadioButtonGroup<>();
    private Optional<byte[]> file = Optional.empty();

    SettleDialog(LabelRow label, Answer answer) {
        setHeaderTitle(getTranslation("settle.title"));
        setWidth("500px");
        var look = new Paragraph(getTranslation("settle.look", label.carrierCode(), label.reference()));
        bought.setLabel(getTranslation("settle.question"));
        bought.setItems(true, false);
        bought.setItemLabelGenerator(yes -> getTranslation(yes ? "settle.found" : "settle.none"));
        bought.setValue(true);
        bought.addValueChangeListener(change -> arrange());
        back.setHelperText(getTranslation("settle.return.help"));
        numbers.addClassName("rows");
        numbers.add(tracking, back, file());
        sure.addClassNames("note", "warn");
        failure.addClassName("problem-text");
        failure.getElement().setAttribute("role", "alert");
        var rows = new Div(look, bought, numbers, sure, failure);
        rows.addClassName("rows");
        add(rows);
        getFooter()
                .add(
                        new ActionButton(null, getTranslation("cancel"), click -> close()).quiet(),
                        new ActionButton(null, getTranslation("settle.save"), click -> save(answer)).fill());
        arrange();
    }

    private void arrange() {
        numbers.setVisible(bought.getValue());
        sure.setVisible(!bought.getValue());
        failure.setText("");
    }

    private TextField field(String key) {
        var field = new TextField(getTranslation(key));
        field.setMaxLength(LONGEST_NUMBER);
        field.setWidthFull();
        return field;
    }

    private Upload file() {
        var upload = new Upload(UploadHandler.inMemory((metadata, data) -> file = Optional.of(data)));
        upload.setAcceptedFileTypes(".pdf", ".zpl", ".txt");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(MOST_BYTES);
        upload.setUploadButton(new ActionButton(null, getTranslation("settle.file"), click -> {}));
        upload.setDropLabel(new Span(getTranslation("settle.file.help")));
        upload.addFileRemovedListener(removed -> file = Optional.empty());
        return upload;
    }

    private void save(Answer answer) {
        if (!bought.getValue()) {
            close();
            answer.none();
            return;
        }
        try {
            var lacking = answer.found(new FoundLabel(tracking.getValue(), back.getValue(), file));
            lacking.ifPresentOrElse(failure::setText, this::close);
        } catch (ShipmentException refused) {
            failure.setText(Problems.text(refused));
        }
    }
}
