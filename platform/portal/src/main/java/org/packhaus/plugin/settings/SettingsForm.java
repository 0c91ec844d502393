package org.packhaus.plugin.settings;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.plugin.SettingsField;
import org.packhaus.sdk.InvalidSettings;

/**
 * A plugin's settings record as a form and back. Plain reflection on purpose: a data binder or JSON mapper of the portal would keep
 * the record's class, and with it the plugin's class loader, after the plugin was taken out.
 */
public final class SettingsForm {
    /** The code of every {@link InvalidSettings} made here. */
    public static final String CODE = "settings-invalid";

    private final Class<? extends Record> type;
    private final List<Component> components;
    private final Texts texts;
    private final SettingsCheck check;

    /**
     * @param extension the class beside which the texts lie
     * @param check closed when the plugin is unloaded
     * @throws IllegalArgumentException if the record has a component of a type that no form can show
     */
    public SettingsForm(Class<? extends Record> type, Class<?> extension, SettingsCheck check) {
        this.type = type;
        this.check = check;
        this.texts = Texts.beside(extension);
        this.components = Arrays.stream(type.getRecordComponents())
                .map(component -> Component.of(type, component))
                .toList();
        constructor().setAccessible(true);
    }

    /** What the form shows, in the record's order. */
    public List<SettingsField> fields(Locale language) {
        return components.stream()
                .map(component -> component.field(texts, language))
                .toList();
    }

    /** What the texts beside the extension say under a key that is no field's: {@code return-reason.WRONG_ITEM}. */
    public Optional<String> words(String key, Locale language) {
        return texts.find(key, language);
    }

    /** Which of the fields are secrets. */
    public Set<String> secrets() {
        return components.stream()
                .filter(Component::secret)
                .map(Component::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Makes the record.
     *
     * @param values by component name; what the record does not know is ignored
     * @throws InvalidSettings naming the first component that is wrong
     */
    public Record bind(Map<String, String> values) throws InvalidSettings {
        List<@Nullable Object> arguments = new ArrayList<>();
        for (Component component : components) {
            String text = values.get(component.name());
            arguments.add(component.value(text == null || text.isBlank() ? texts.initial(component.name()) : text));
        }
        Record record = make(arguments);
        check.require(record);
        return record;
    }

    private Record make(List<@Nullable Object> arguments) throws InvalidSettings {
        try {
            Constructor<? extends Record> constructor = constructor();
            constructor.setAccessible(true);
            return constructor.newInstance(arguments.toArray());
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new InvalidSettings(CODE, "The settings are not right: " + cause.getMessage());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " cannot be made", e);
        }
    }

    private Constructor<? extends Record> constructor() {
        Class<?>[] parameters = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(parameters);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type.getName() + " is no record", e);
        }
    }
}
