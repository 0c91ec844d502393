package org.packhaus.casework.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.packhaus.casework.AnswerTemplates.Template;
import org.packhaus.casework.AnswerTemplates.Whose;
import org.packhaus.casework.ContactReason;
import org.packhaus.shell.ActionButton;

/** Keeps a text as the seller's template, or for all sellers; saved under a name that is there, it takes that one's place. */
class TemplateDialog extends Dialog {

    TemplateDialog(
            CaseWords words,
            String written,
            @Nullable Template from,
            boolean mayShare,
            Consumer<Template> keep,
            Consumer<Template> remove) {
        setHeaderTitle(getTranslation("case.template.keep"));
        setWidth("560px");
        var name = new TextField(getTranslation("case.template.name"));
        name.setMaxLength(120);
        name.setValue(from == null ? "" : from.name());
        var language = new Select<String>();
        language.setLabel(getTranslation("case.template.language"));
        language.setItems("de", "en", "zh");
        language.setItemLabelGenerator(code -> getTranslation("case.language." + code));
        language.setValue(from == null ? "de" : from.language());
        var reason = new Select<ContactReason>();
        reason.setLabel(getTranslation("case.reason"));
        reason.setItems(Arrays.stream(ContactReason.values())
                .filter(ContactReason::isAllowed)
                .toList());
        reason.setItemLabelGenerator(words::reason);
        reason.setValue(from == null ? ContactReason.ANSWER : from.reason());
        var body = new TextArea(getTranslation("case.text"));
        body.setHelperText(
                getTranslation("case.template.fields", "{order} {buyer} {tracking} {carrier} {seller} {number}"));
        body.setMinHeight("200px");
        body.setValue(from == null ? written : from.body());
        var shared = new Checkbox(getTranslation("case.template.share"));
        shared.setVisible(mayShare);
        shared.setValue(mayShare && from != null && from.whose() == Whose.SHARED);
        var failure = new Paragraph();
        failure.addClassName("problem-text");
        failure.getElement().setAttribute("role", "alert");
        var rows = new Div(name, language, reason, body, shared, failure);
        rows.addClassName("rows");
        add(rows);
        if (from != null && from.id() != null && (mayShare || from.whose() == Whose.SELLERS)) {
            getFooter()
                    .add(new ActionButton(null, getTranslation("case.template.remove"), click -> {
                                close();
                                remove.accept(from);
                            })
                            .danger());
        }
        getFooter()
                .add(
                        new ActionButton(null, getTranslation("cancel"), click -> close()).quiet(),
                        new ActionButton(null, getTranslation("case.template.save"), click -> {
                                    if (name.getValue().isBlank()
                                            || body.getValue().isBlank()) {
                                        failure.setText(getTranslation("case.refused.template-empty"));
                                        return;
                                    }
                                    close();
                                    keep.accept(new Template(
                                            null,
                                            shared.getValue() ? Whose.SHARED : Whose.SELLERS,
                                            name.getValue(),
                                            language.getValue(),
                                            reason.getValue(),
                                            body.getValue()));
                                })
                                .fill());
    }
}
