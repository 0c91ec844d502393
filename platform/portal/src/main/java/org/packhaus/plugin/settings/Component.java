package org.packhaus.plugin.settings;

import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.packhaus.plugin.SettingsField;
import org.packhaus.plugin.SettingsField.Kind;
import org.packhaus.plugin.SettingsField.Option;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.Secret;

/**
 * One component of a settings record.
 *
 * @param type what is inside, if it is optional
 */
record Component(String name, Class<?> type, boolean optional, boolean demanded) {
    private static final Set<String> DEMANDING = Set.of(
            "jakarta.validation.constraints.NotBlank",
            "jakarta.validation.constraints.NotEmpty",
            "jakarta.validation.constraints.NotNull");

    static Component of(Class<? extends Record> record, RecordComponent component) {
        boolean optional = component.getType() == Optional.class;
        Class<?> type = optional ? inside(component) : component.getType();
        Component made = new Component(component.getName(), type, optional, demanded(record, component));
        made.kind();
        return made;
    }

    boolean secret() {
        return type == Secret.class;
    }

    SettingsField field(Texts texts, Locale language) {
        Kind kind = kind();
        boolean canBeEmpty = kind == Kind.TEXT || kind == Kind.SECRET;
        boolean required = !optional && kind != Kind.BOOLEAN && (demanded || !canBeEmpty);
        List<Option> options = kind == Kind.CHOICE
                ? Arrays.stream(type.getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name())
                        .map(constant -> new Option(constant, texts.option(name, constant, language)))
                        .toList()
                : List.of();
        return new SettingsField(
                name,
                texts.label(name, language),
                texts.help(name, language),
                kind,
                required,
                secret(),
                options,
                texts.initial(name));
    }

    private Kind kind() {
        if (type == String.class) {
            return Kind.TEXT;
        } else if (type == Secret.class) {
            return Kind.SECRET;
        } else if (type == boolean.class || type == Boolean.class) {
            return Kind.BOOLEAN;
        } else if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return Kind.INTEGER;
        } else if (type == BigDecimal.class) {
            return Kind.DECIMAL;
        } else if (type == URI.class) {
            return Kind.URI;
        } else if (type == LocalTime.class) {
            return Kind.TIME;
        } else if (type.isEnum()) {
            return Kind.CHOICE;
        }
        throw new IllegalArgumentException(
                "The settings' component " + name + " is a " + type.getName()
                        + ". Allowed are String, Secret, boolean, int, long, BigDecimal, URI, LocalTime, enums, and Optional of them.");
    }

    /** The value as the record wants it; a blank text is a missing value. */
    @Nullable
    Object value(String text) throws InvalidSettings {
        if (text.isBlank()) {
            if (optional) {
                return Optional.empty();
            }
            if (demanded) {
                throw wrong("must not be blank");
            }
            return switch (kind()) {
                case TEXT -> "";
                case SECRET -> Secret.of("");
                case BOOLEAN -> false;
                case INTEGER, DECIMAL, URI, TIME, CHOICE -> throw wrong("a value is missing");
            };
        }
        Object value = parsed(text);
        return optional ? Optional.of(value) : value;
    }

    private Object parsed(String entered) throws InvalidSettings {
        // A password may begin or end with a blank.
        String text = kind() == Kind.SECRET ? entered : entered.strip();
        try {
            return switch (kind()) {
                case TEXT -> text;
                case SECRET -> Secret.of(text);
                case BOOLEAN -> bool(text);
                case INTEGER -> integer(text);
                case DECIMAL -> new BigDecimal(text);
                case URI -> URI.create(text);
                case TIME -> LocalTime.parse(text);
                case CHOICE -> constant(text);
            };
        } catch (RuntimeException e) {
            // Never the value itself: somebody may have typed a password into the wrong field.
            throw wrong("this is no " + kind().name().toLowerCase(Locale.ROOT) + " the plugin understands");
        }
    }

    private static boolean bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private Object integer(String text) {
        if (type == int.class || type == Integer.class) {
            return Integer.valueOf(text);
        }
        return Long.valueOf(text);
    }

    private Object constant(String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such constant"));
    }

    private InvalidSettings wrong(String why) {
        return new InvalidSettings(SettingsForm.CODE, "The setting '" + name + "' is not right: " + why + ".", name);
    }

    private static Class<?> inside(RecordComponent component) {
        if (component.getGenericType() instanceof ParameterizedType optional
                && optional.getActualTypeArguments()[0] instanceof Class<?> inside) {
            return inside;
        }
        throw new IllegalArgumentException("The settings' component " + component.getName()
                + " must say what is optional: Optional<String>, for instance.");
    }

    /** The constraints are on the field; they do not have record components among their targets. */
    private static boolean demanded(Class<? extends Record> record, RecordComponent component) {
        try {
            for (Annotation annotation :
                    record.getDeclaredField(component.getName()).getAnnotations()) {
                if (DEMANDING.contains(annotation.annotationType().getName())) {
                    return true;
                }
            }
            return false;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }
}
