package org.packhaus.connect.ui;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import org.jspecify.annotations.Nullable;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Icon;

/** A secret: what is stored is never shown again; it is kept or replaced. */
class SecretField extends Div implements Focusable<SecretField> {
    private final PasswordField field;
    private final Div stored = new Div();
    private boolean keeps;

    SecretField(String label, String help, boolean required, boolean isStored) {
        addClassName("secret");
        keeps = isStored;
        field = new PasswordField(label);
        field.setRequiredIndicatorVisible(required);
        field.setAutocomplete(Autocomplete.NEW_PASSWORD);
        field.setWidthFull();
        if (!help.isEmpty()) {
            field.setHelperText(help);
        }
        if (isStored) {
            var name = new Span(label);
            name.addClassName("label");
            var dots = new Span("••••••••");
            dots.addClassName("mono");
            var says = Parts.span("two grow", getTranslation("secret.stored"));
            var replace = new ActionButton(Icon.EDIT, getTranslation("secret.replace"), click -> replace()).small();
            replace.setAriaLabel(getTranslation("secret.replace-one", label));
            stored.add(name, Parts.div("row kept", dots, says, replace));
            var keep = new ActionButton(null, getTranslation("secret.keep"), click -> keep())
                    .small()
                    .quiet();
            field.setSuffixComponent(keep);
        }
        add(stored, field);
        arrange();
    }

    private void replace() {
        keeps = false;
        arrange();
        field.focus();
    }

    private void keep() {
        keeps = true;
        field.clear();
        fault(null);
        arrange();
    }

    private void arrange() {
        stored.setVisible(keeps);
        field.setVisible(!keeps);
    }

    /** What was typed; null when the stored one stays, or there is none. */
    @Nullable
    String typed() {
        return keeps || field.isEmpty() ? null : field.getValue();
    }

    boolean isMissing() {
        return !keeps && field.isEmpty();
    }

    void fault(@Nullable String text) {
        if (text != null && keeps) {
            replace();
        }
        field.setErrorMessage(text);
        field.setInvalid(text != null);
    }

    @Override
    public void focus() {
        field.focus();
    }
}
