package org.packhaus.sdk.test;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.packhaus.sdk.Secret;

/**
 * Examines settings records the way the portal reads them: their types, their Bean Validation annotations, their texts. Every
 * method gives the list of what is wrong, empty if all is well.
 */
public final class SettingsCheck {
    private static final Set<Class<?>> TYPES = Set.of(
            String.class,
            Secret.class,
            boolean.class,
            int.class,
            long.class,
            Boolean.class,
            Integer.class,
            Long.class,
            BigDecimal.class,
            URI.class,
            LocalTime.class);
    private static final Map<String, String> LANGUAGES = Map.of("", "English", "_de", "German", "_zh", "Chinese");

    private SettingsCheck() {}

    /** Components of a type the portal cannot draw a field for. */
    public static List<String> types(Class<? extends Record> settings) {
        return Stream.of(settings.getRecordComponents())
                .filter(component -> !isAllowed(component.getGenericType()))
                .map(component -> component.getName() + " has the type "
                        + component.getGenericType().getTypeName() + ", which is not allowed")
                .toList();
    }

    private static boolean isAllowed(Type type) {
        if (type instanceof ParameterizedType parameterized && parameterized.getRawType() == Optional.class) {
            Type inner = parameterized.getActualTypeArguments()[0];
            return inner instanceof Class<?> && isAllowed(inner);
        }
        return type instanceof Class<?> plain && (TYPES.contains(plain) || plain.isEnum());
    }

    /** Violations of the record's own annotations. */
    public static List<String> violations(Record settings) {
        try (ValidatorFactory factory = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()) {
            Validator validator = factory.getValidator();
            return validator.validate(settings).stream()
                    .map(violation -> violation.getPropertyPath() + " " + violation.getMessage())
                    .sorted()
                    .toList();
        }
    }

    /**
     * Texts that are missing beside the extension's class, in one of the three languages, or that no language should have
     * because there is no such component.
     */
    public static List<String> texts(Class<?> extension, Class<? extends Record> settings) {
        Set<String> wanted = new TreeSet<>();
        Set<String> allowed = new TreeSet<>();
        for (RecordComponent component : settings.getRecordComponents()) {
            String key = "settings." + component.getName();
            wanted.add(key);
            allowed.add(key + ".help");
            constants(component.getGenericType()).forEach(constant -> wanted.add(key + "." + constant));
        }
        allowed.addAll(wanted);
        List<String> wrong = new ArrayList<>();
        Set<String> english = keys(extension, "");
        LANGUAGES.forEach((suffix, language) -> {
            Set<String> keys = keys(extension, suffix);
            missing(wanted, keys).forEach(key -> wrong.add(language + " has no text " + key));
            missing(english, keys).forEach(key -> wrong.add(language + " lacks " + key + ", which English has"));
            missing(settingsOnly(keys), allowed).forEach(key -> wrong.add(language + " has " + key + " for nothing"));
        });
        return wrong.stream().sorted().distinct().toList();
    }

    /** Keys without a text beside the extension's class, in one of the three languages. */
    public static List<String> withoutText(Class<?> extension, Collection<String> wanted) {
        return LANGUAGES.entrySet().stream()
                .flatMap(language -> missing(new TreeSet<>(wanted), keys(extension, language.getKey())).stream()
                        .map(key -> language.getValue() + " has no text " + key))
                .sorted()
                .toList();
    }

    /** The revealed secrets of a settings record, to look for them where they must not be. */
    static List<String> secrets(Record settings) {
        List<String> secrets = new ArrayList<>();
        for (RecordComponent component : settings.getClass().getRecordComponents()) {
            Object value = value(component, settings);
            Object inner = value instanceof Optional<?> optional ? optional.orElse(null) : value;
            if (inner instanceof Secret secret && !secret.isBlank()) {
                secrets.add(secret.reveal());
            }
        }
        return secrets;
    }

    private static Object value(RecordComponent component, Record settings) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(settings);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> constants(Type type) {
        Type plain =
                type instanceof ParameterizedType parameterized ? parameterized.getActualTypeArguments()[0] : type;
        return plain instanceof Class<?> enumeration && enumeration.isEnum()
                ? Stream.of(enumeration.getEnumConstants()).map(constant -> ((Enum<?>) constant).name())
                : Stream.empty();
    }

    private static Set<String> settingsOnly(Set<String> keys) {
        Set<String> some = new TreeSet<>(keys);
        some.removeIf(key -> !key.startsWith("settings."));
        return some;
    }

    private static Set<String> missing(Set<String> wanted, Set<String> there) {
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(there);
        return missing;
    }

    private static Set<String> keys(Class<?> extension, String suffix) {
        try (InputStream in = extension.getResourceAsStream("texts" + suffix + ".properties")) {
            if (in == null) {
                return Set.of();
            }
            Properties texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            texts.values().removeIf(text -> text.toString().isBlank());
            return texts.stringPropertyNames();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
