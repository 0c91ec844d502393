package org.packhaus.casework.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.packhaus.casework.AnswerTemplates;
import org.packhaus.casework.AnswerTemplates.Template;
import org.packhaus.casework.AnswerTemplates.Whose;
import org.packhaus.casework.CaseDesk;
import org.packhaus.casework.ContactReason;
import org.packhaus.casework.GermanHint;
import org.packhaus.sdk.MessageAttachment;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Card;
import org.packhaus.shell.Icon;

/** Where an answer is written: a template fills in what is known, and what stands in the field is what goes out. */
class AnswerBox extends Section {
    private final CaseWords words;
    private final Supplier<Map<String, String>> fields;
    private final Deeds deeds;
    private final ComboBox<Template> template = new ComboBox<>();
    private final Select<ContactReason> reason = new Select<>();
    private final TextArea text = new TextArea();
    private final Paragraph hint = new Paragraph();
    private final List<MessageAttachment> files = new ArrayList<>();
    private final Upload upload;
    private String reference = CaseDesk.newReference();

    /** What can be done with what was written. */
    interface Deeds {
        /** False if it was refused; what was written stays. */
        boolean send(CaseDesk.Draft draft);

        boolean note(String text);

        void keep(Template template);

        void remove(Template template);

        /** Whether templates for all sellers may be kept and removed. */
        boolean mayShare();
    }

    AnswerBox(
            CaseWords words,
            List<Template> offered,
            Supplier<Map<String, String>> fields,
            boolean mayAnswer,
            Deeds deeds) {
        this.words = words;
        this.fields = fields;
        this.deeds = deeds;
        Card.head(this, getTranslation("case.write"));
        addClassName("answer");
        templates(offered);
        reasons(mayAnswer);
        text.setLabel(getTranslation("case.text"));
        text.setWidthFull();
        text.setMinHeight("180px");
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(changed -> hint());
        hint.addClassNames("xs", "two");
        hint.getElement().setAttribute("role", "status");
        upload = upload();
        var choices = new Div(template, reason);
        choices.addClassNames("row", "choices");
        var send = new ActionButton(Icon.SENT, getTranslation("case.send"), click -> send()).fill();
        var buttons = new Div(
                send,
                new ActionButton(Icon.EDIT, getTranslation("case.add-note"), click -> note()).quiet(),
                new ActionButton(null, getTranslation("case.template.keep"), click -> keep()).quiet());
        buttons.addClassName("row");
        var rows = new Div(choices, text, hint, upload, buttons);
        rows.addClassName("rows");
        add(rows);
    }

    /** After one was kept or removed. */
    void offer(List<Template> offered) {
        template.setItems(offered);
    }

    private void templates(List<Template> offered) {
        template.setLabel(getTranslation("case.template"));
        template.setPlaceholder(getTranslation("case.template.none"));
        template.setItems(offered);
        template.setItemLabelGenerator(one -> one.language().toUpperCase(Locale.ROOT) + " · " + one.name()
                + (one.whose() == Whose.SHARED ? " · " + getTranslation("case.template.shared") : ""));
        template.setClearButtonVisible(true);
        template.addValueChangeListener(changed -> {
            var chosen = changed.getValue();
            if (chosen != null) {
                text.setValue(AnswerTemplates.fill(chosen, fields.get()));
                if (reason.getListDataView().contains(chosen.reason())) {
                    reason.setValue(chosen.reason());
                }
                hint();
            }
        });
    }

    private void reasons(boolean mayAnswer) {
        List<ContactReason> allowed = new ArrayList<>();
        if (mayAnswer) {
            allowed.add(ContactReason.ANSWER);
        }
        allowed.addAll(ContactReason.toBegin());
        reason.setLabel(getTranslation("case.reason"));
        reason.setItems(allowed);
        reason.setItemLabelGenerator(words::reason);
        reason.setHelperText(getTranslation("case.reason.help"));
        if (mayAnswer) {
            reason.setValue(ContactReason.ANSWER);
        }
    }

    private Upload upload() {
        var files = new Upload(UploadHandler.inMemory((metadata, data) ->
                this.files.add(new MessageAttachment(metadata.fileName(), "application/octet-stream", data))));
        files.setMaxFiles(10);
        files.setMaxFileSize(CaseDesk.MOST_BYTES);
        files.setUploadButton(new ActionButton(Icon.PLUS, getTranslation("case.files"), click -> {}).small());
        files.setDropLabel(new Span(getTranslation("case.files.help")));
        files.addFileRemovedListener(
                removed -> this.files.removeIf(file -> file.name().equals(removed.getFileName())));
        return files;
    }

    private void hint() {
        var written = text.getValue();
        var left = written.indexOf('{') >= 0 && written.matches("(?s).*\\{[a-z]{2,20}}.*");
        hint.setText(
                left
                        ? getTranslation("case.field-left")
                        : written.isBlank() || GermanHint.looksGerman(written)
                                ? ""
                                : getTranslation("case.not-german"));
    }

    private void send() {
        if (reason.getValue() == null) {
            reason.setInvalid(true);
            reason.setErrorMessage(getTranslation("case.refused.reason-missing"));
            return;
        }
        if (deeds.send(new CaseDesk.Draft(reference, reason.getValue(), text.getValue(), files))) {
            reference = CaseDesk.newReference();
            clear();
        }
    }

    private void note() {
        if (deeds.note(text.getValue())) {
            clear();
        }
    }

    private void clear() {
        text.clear();
        template.clear();
        files.clear();
        upload.clearFileList();
        hint();
    }

    private void keep() {
        new TemplateDialog(words, text.getValue(), template.getValue(), deeds.mayShare(), deeds::keep, deeds::remove)
                .open();
    }
}
