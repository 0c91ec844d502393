package org.packhaus.plugin.settings;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.UnwrapByDefault;
import jakarta.validation.valueextraction.ValueExtractor;
import java.lang.annotation.ElementType;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.Secret;

/**
 * Bean Validation for one plugin's settings. It has a validator of its own, because a validator keeps every class it has ever seen;
 * closing it lets the plugin's class loader go.
 */
public final class SettingsCheck implements AutoCloseable {
    private @Nullable ValidatorFactory factory;
    private boolean closed;

    /** @throws InvalidSettings naming the first component, in the alphabet's order, that breaks a constraint */
    void require(Record settings) throws InvalidSettings {
        Optional<Broken> broken = factory().getValidator().validate(settings).stream()
                .map(Broken::of)
                .min(Comparator.comparing(Broken::component).thenComparing(Broken::message));
        if (broken.isPresent()) {
            String component = broken.get().component();
            throw new InvalidSettings(
                    SettingsForm.CODE,
                    "The setting '" + component + "' is not right: "
                            + broken.get().message() + ".",
                    component);
        }
    }

    private record Broken(String component, String message) {
        static Broken of(ConstraintViolation<?> violation) {
            return new Broken(
                    violation.getPropertyPath().toString().replaceFirst("[.<\\[].*", ""), violation.getMessage());
        }
    }

    private synchronized ValidatorFactory factory() {
        if (closed) {
            throw new IllegalStateException("the plugin has been taken out");
        }
        if (factory == null) {
            factory = made();
        }
        return factory;
    }

    /** With the portal's class loader as context: what is looked up under it is kept in caches of the libraries. */
    private static ValidatorFactory made() {
        Thread thread = Thread.currentThread();
        ClassLoader context = thread.getContextClassLoader();
        thread.setContextClassLoader(SettingsCheck.class.getClassLoader());
        try {
            return Validation.byProvider(HibernateValidator.class)
                    .configure()
                    .ignoreXmlConfiguration()
                    .defaultLocale(Locale.ENGLISH)
                    .messageInterpolator(new ParameterMessageInterpolator())
                    .addValueExtractor(new InsideSecret())
                    .traversableResolver(new Everything())
                    .buildValidatorFactory();
        } finally {
            thread.setContextClassLoader(context);
        }
    }

    /** The usual one asks JPA whether a field is loaded; a record's always are. */
    private static final class Everything implements TraversableResolver {
        @Override
        public boolean isReachable(
                @Nullable Object object, Path.Node property, Class<?> root, Path pathToObject, ElementType type) {
            return true;
        }

        @Override
        public boolean isCascadable(
                @Nullable Object object, Path.Node property, Class<?> root, Path pathToObject, ElementType type) {
            return true;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (factory != null) {
            factory.close();
            factory = null;
        }
    }

    /** Lets {@code @NotBlank Secret password} look at the text inside. */
    @UnwrapByDefault
    static class InsideSecret implements ValueExtractor<@ExtractedValue(type = String.class) Secret> {
        @Override
        public void extractValues(Secret secret, ValueReceiver receiver) {
            receiver.value(null, secret.reveal());
        }
    }
}
