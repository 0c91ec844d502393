package org.packhaus.isolation;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes arguments for any public method, every id in them being the one asked for. */
final class Fabric {
    private final long id;
    /** Tried one after the other until a record takes it. */
    private static final List<String> WORDS = List.of(Canary.WORD, "C", "DE", "EUR", "10115", "690230");

    private String word = Canary.WORD;
    private int whole = 10;

    /** For a bare {@code long}, which may be an id or where a page begins. */
    private final long number;

    Fabric(long id, long number) {
        this.id = id;
        this.number = number;
    }

    /** A type nobody has taught this class; the test says which methods it had to leave out. */
    static final class CannotMake extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CannotMake(Type type) {
            super(type.getTypeName());
        }
    }

    static boolean isTypedId(Class<?> type) {
        return type.isRecord()
                && type.getSimpleName().endsWith("Id")
                && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getType() == long.class;
    }

    /** Whether another seller's id can hide in this type. */
    static boolean mentionsId(Type type) {
        return switch (type) {
            case ParameterizedType generic ->
                Arrays.stream(generic.getActualTypeArguments()).anyMatch(Fabric::mentionsId);
            case Class<?> plain when isTypedId(plain) -> true;
            case Class<?> plain
            when plain.isRecord() ->
                Arrays.stream(plain.getRecordComponents())
                        .anyMatch(component -> mentionsId(component.getGenericType()));
            default -> false;
        };
    }

    @Nullable
    Object make(Type type) {
        return switch (type) {
            case Class<?> plain -> plain(plain);
            case ParameterizedType generic -> generic(generic);
            case WildcardType wild -> make(wild.getUpperBounds()[0]);
            default -> throw new CannotMake(type);
        };
    }

    private Object generic(ParameterizedType type) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type first = type.getActualTypeArguments()[0];
        if (raw == Optional.class) {
            return Optional.ofNullable(make(first));
        }
        if (raw == Set.class) {
            return Set.of(some(first));
        }
        if (raw.isAssignableFrom(List.class)) {
            return List.of(some(first));
        }
        if (raw == Map.class) {
            return Map.of(some(first), some(type.getActualTypeArguments()[1]));
        }
        return some(raw);
    }

    private Object some(Type type) {
        Object made = make(type);
        if (made == null) {
            throw new CannotMake(type);
        }
        return made;
    }

    private @Nullable Object plain(Class<?> type) {
        if (type == long.class || type == Long.class) {
            return number;
        }
        if (type == int.class || type == Integer.class) {
            return whole;
        }
        if (type == boolean.class || type == Boolean.class) {
            return true;
        }
        if (type == String.class || type == CharSequence.class) {
            return word;
        }
        if (type == double.class || type == Double.class) {
            return 1.0;
        }
        if (type == Currency.class) {
            return Currency.getInstance("EUR");
        }
        if (type == byte[].class) {
            return new byte[] {1};
        }
        if (type == BigDecimal.class) {
            return BigDecimal.ONE;
        }
        if (type == Instant.class) {
            return Instant.now();
        }
        if (type == LocalDate.class) {
            return LocalDate.of(2026, 1, 1);
        }
        if (type == LocalTime.class) {
            return LocalTime.NOON;
        }
        if (type == ZoneId.class) {
            return ZoneId.of("Europe/Berlin");
        }
        if (type == Duration.class) {
            return Duration.ofSeconds(1);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isRecord()) {
            return record(type);
        }
        if (type.isSealed()) {
            return oneOf(type);
        }
        if (type.isInterface()
                && Arrays.stream(type.getMethods())
                                .filter(m -> Modifier.isAbstract(m.getModifiers()))
                                .count()
                        == 1) {
            return Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> null);
        }
        throw new CannotMake(type);
    }

    private @Nullable Object oneOf(Class<?> sealed) {
        for (Class<?> permitted : sealed.getPermittedSubclasses()) {
            try {
                return make(permitted);
            } catch (CannotMake next) {
                // Perhaps the next one is easier.
            }
        }
        throw new CannotMake(sealed);
    }

    private Object record(Class<?> type) {
        if (isTypedId(type)) {
            return build(type, new Object[] {id}).orElseThrow(() -> new CannotMake(type));
        }
        RecordComponent[] components = type.getRecordComponents();
        String wordBefore = word;
        int wholeBefore = whole;
        try {
            for (int number : new int[] {10, 1}) {
                for (String candidate : WORDS) {
                    whole = number;
                    word = candidate;
                    Object[] arguments = Arrays.stream(components)
                            .map(component -> make(component.getGenericType()))
                            .toArray();
                    Optional<Object> built = build(type, arguments);
                    if (built.isPresent()) {
                        return built.get();
                    }
                }
            }
        } finally {
            word = wordBefore;
            whole = wholeBefore;
        }
        throw new CannotMake(type);
    }

    /** Empty if the record refuses such values. */
    private static Optional<Object> build(Class<?> type, Object[] arguments) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return Optional.of(constructor.newInstance(arguments));
        } catch (InvocationTargetException refused) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
