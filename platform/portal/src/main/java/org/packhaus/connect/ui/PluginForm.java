package org.packhaus.connect.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.packhaus.plugin.SettingsField;
import org.packhaus.seller.Setting;

/**
 * The form of a plugin's settings. It knows texts only, nothing of the plugin's classes: a binder would keep the record's class, and
 * with it the plugin, after it was taken out.
 */
class PluginForm extends FormLayout {
    private static final String NOTHING = "–";

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /** One setting on the screen. */
    private interface Entry {
        Component control();

        /** Null for a secret that stays. */
        @Nullable
        String value();

        boolean isMissing();

        void fault(@Nullable String text);
    }

    /**
     * @param values what is stored or taken over, by field
     * @param kept secrets that are stored; their values are not here, and never will be
     */
    PluginForm(List<SettingsField> fields, Map<String, String> values, Set<String> kept) {
        setResponsiveSteps(new ResponsiveStep("0", 1), new ResponsiveStep("560px", 2));
        for (SettingsField field : fields) {
            String value = values.getOrDefault(field.name(), values.isEmpty() ? field.initial() : "");
            Entry entry = field.secret() ? secret(field, kept.contains(field.name())) : open(field, value);
            entries.put(field.name(), entry);
            add(entry.control());
        }
    }

    private Entry secret(SettingsField field, boolean stored) {
        var control = new SecretField(field.label(), field.help(), field.required(), stored);
        return new Entry() {
            @Override
            public Component control() {
                return control;
            }

            @Override
            public @Nullable String value() {
                return control.typed();
            }

            @Override
            public boolean isMissing() {
                return field.required() && control.isMissing();
            }

            @Override
            public void fault(@Nullable String text) {
                control.fault(text);
            }
        };
    }

    private Entry open(SettingsField field, String value) {
        return switch (field.kind()) {
            case BOOLEAN -> new Box(field, value);
            case CHOICE -> choice(field, value);
            case TEXT, SECRET, INTEGER, DECIMAL, URI, TIME -> {
                var control = new TextField(field.label());
                control.setMaxLength(2000);
                control.setRequiredIndicatorVisible(field.required());
                control.setValue(value);
                control.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
                yield new Line<>(field, control);
            }
        };
    }

    private Entry choice(SettingsField field, String value) {
        Map<String, String> labels = new LinkedHashMap<>();
        field.options().forEach(option -> labels.put(option.value(), option.label()));
        var control = new Select<String>();
        control.setLabel(field.label());
        control.setItems(labels.keySet());
        // Asked about no option, too, where there may be none.
        control.setItemLabelGenerator(option -> option == null ? NOTHING : labels.getOrDefault(option, option));
        control.setEmptySelectionCaption(NOTHING);
        control.setEmptySelectionAllowed(!field.required());
        if (field.required()) {
            markRequired(control);
        }
        if (labels.containsKey(value)) {
            control.setValue(value);
        }
        return new Line<>(field, control);
    }

    /**
     * The mark is the theme's and the word is in the name: Vaadin's own indicator puts {@code aria-required} on the
     * select's button, which ARIA does not allow.
     */
    private void markRequired(Select<String> control) {
        control.addClassName("required");
        control.setAriaLabel(getTranslation("form.required", control.getLabel()));
    }

    /** A line to type in or to choose from. */
    private record Line<C extends AbstractField<C, String> & HasValidation & HasHelper>(SettingsField field, C control)
            implements Entry {
        Line {
            if (!field.help().isEmpty()) {
                control.setHelperText(field.help());
            }
        }

        @Override
        public @Nullable String value() {
            String value = control.getValue();
            return value == null || value.isBlank() ? null : value;
        }

        @Override
        public boolean isMissing() {
            return field.required() && value() == null;
        }

        @Override
        public void fault(@Nullable String text) {
            control.setErrorMessage(text);
            control.setInvalid(text != null);
        }
    }

    private static final class Box implements Entry {
        private final Checkbox control;

        Box(SettingsField field, String value) {
            control = new Checkbox(field.label(), value.equals("true"));
            if (!field.help().isEmpty()) {
                control.setHelperText(field.help());
            }
        }

        @Override
        public Component control() {
            return control;
        }

        @Override
        public String value() {
            return control.getValue().toString();
        }

        @Override
        public boolean isMissing() {
            return false;
        }

        @Override
        public void fault(@Nullable String text) {
            control.setErrorMessage(text);
            control.setInvalid(text != null);
        }
    }

    /** As they are to be stored. */
    List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        entries.forEach((name, entry) -> settings.add(
                entry.control() instanceof SecretField
                        ? Setting.secret(name, entry.value())
                        : Setting.plain(name, entry.value())));
        return settings;
    }

    /** Marks what is empty and must not be. */
    boolean isComplete() {
        boolean complete = true;
        for (Entry entry : entries.values()) {
            entry.fault(entry.isMissing() ? getTranslation("form.missing") : null);
            if (entry.isMissing() && complete) {
                focus(entry);
            }
            complete &= !entry.isMissing();
        }
        return complete;
    }

    /** Shows what is wrong where it is wrong. @return whether there is such a field */
    boolean fault(String field, String text) {
        Entry entry = entries.get(field);
        if (entry == null) {
            return false;
        }
        entry.fault(text);
        focus(entry);
        return true;
    }

    private static void focus(Entry entry) {
        if (entry.control() instanceof com.vaadin.flow.component.Focusable<?> control) {
            control.focus();
        }
    }
}
