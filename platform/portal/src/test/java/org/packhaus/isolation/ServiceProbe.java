package org.packhaus.isolation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.springframework.aop.support.AopUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Service;

/**
 * Calls every public method of every service with the other seller's ids, from a scope that does not include them. The measure: one may
 * learn no more than from an id that does not exist, read no word of theirs, and change nothing of theirs.
 */
final class ServiceProbe {
    private static final long NOBODY = 880_001;
    private static final int SECONDS = 20;

    /** Services of the install, and single methods of others, which show what anybody entered there, and why that is right. */
    private static final Map<String, String> OF_THE_INSTALL = Map.of(
            "org.packhaus.print.PrintStations", "a table with printers serves every seller's parcels",
            "org.packhaus.audit.Audit.installActions",
                    "lines that belong to no seller; AuditBook asks for an administrator");

    private final ApplicationContext context;
    private final Canary canary;
    private final Set<String> leftOut = new TreeSet<>();
    private int called;

    ServiceProbe(ApplicationContext context, Canary canary) {
        this.context = context;
        this.canary = canary;
    }

    record Call(Object bean, Method method) {
        String name() {
            return method.getDeclaringClass().getSimpleName() + "." + method.getName();
        }
    }

    /** What came of a call: a value, or the failure instead of one. */
    private record Outcome(@Nullable Object value, @Nullable Throwable failure) {}

    List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        for (Object bean : context.getBeansWithAnnotation(Service.class).values()) {
            Class<?> type = AopUtils.getTargetClass(bean);
            if (type.getName().startsWith("org.packhaus.")
                    && !type.getName().startsWith("org.packhaus.demo.")
                    && !OF_THE_INSTALL.containsKey(type.getName())) {
                callsOf(bean).stream()
                        .filter(call -> !OF_THE_INSTALL.containsKey(
                                type.getName() + "." + call.method().getName()))
                        .forEach(calls::add);
            }
        }
        return calls;
    }

    List<Call> callsOf(Object bean) {
        return Arrays.stream(AopUtils.getTargetClass(bean).getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers())
                        && !Modifier.isStatic(method.getModifiers())
                        && !method.isSynthetic())
                .map(method -> new Call(bean, method))
                .toList();
    }

    int called() {
        return called;
    }

    Set<String> leftOut() {
        return leftOut;
    }

    List<String> leaks(Call call, SellerId mine) {
        List<String> leaks = new ArrayList<>();
        for (long number : new long[] {Canary.ID, Long.MAX_VALUE}) {
            Object[] theirs;
            Object[] nobodys;
            try {
                theirs = arguments(call.method(), new Fabric(Canary.ID, number));
                nobodys = arguments(call.method(), new Fabric(NOBODY, number == Canary.ID ? NOBODY : number));
            } catch (Fabric.CannotMake e) {
                leftOut.add(call.name() + "(" + e.getMessage() + ")");
                return leaks;
            }
            called++;
            Map<String, List<String>> before = canary.belongings();
            Outcome scoped = invoke(call, theirs, mine);
            Outcome unscoped = invoke(call, theirs, null);
            if (!canary.belongings().equals(before)) {
                leaks.add(call.name() + " changes another seller's data");
            }
            for (Outcome outcome : List.of(scoped, unscoped)) {
                if (says(outcome.value(), new IdentityHashMap<>())) {
                    leaks.add(call.name() + " shows another seller's data: " + outcome.value());
                }
            }
            if (brokeOnTheirRow(scoped.failure())) {
                leaks.add(call.name() + " read another seller's row and broke on it: " + scoped.failure());
            }
            boolean asksById =
                    Arrays.stream(call.method().getGenericParameterTypes()).anyMatch(Fabric::mentionsId);
            if (asksById && !sameAnswer(scoped, invoke(call, nobodys, mine))) {
                leaks.add(call.name() + " tells that another seller's id exists: " + scoped);
            }
        }
        return leaks;
    }

    private static @Nullable Object[] arguments(Method method, Fabric fabric) {
        return Arrays.stream(method.getGenericParameterTypes())
                .map(fabric::make)
                .toArray();
    }

    /** On a thread of its own, because a scope cannot be left. */
    private static Outcome invoke(Call call, @Nullable Object[] arguments, @Nullable SellerId scope) {
        try (var thread = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = thread.submit(() -> {
                if (scope == null) {
                    return call.method().invoke(call.bean(), arguments);
                }
                return SellerScope.call(Set.of(scope), () -> call.method().invoke(call.bean(), arguments));
            });
            try {
                return new Outcome(running.get(SECONDS, TimeUnit.SECONDS), null);
            } catch (ExecutionException e) {
                Throwable cause =
                        e.getCause() instanceof InvocationTargetException wrapped ? wrapped.getCause() : e.getCause();
                return new Outcome(null, cause);
            } catch (TimeoutException e) {
                running.cancel(true);
                return new Outcome(null, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Outcome(null, e);
            }
        }
    }

    /** The canary's rows are nonsense; whoever reads one stumbles in the mapping, which would look like a refusal. */
    private static boolean brokeOnTheirRow(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String text = String.valueOf(cause.getMessage());
            if (text.contains(Canary.WORD)
                    && cause.getClass().getName().matches("(org.hibernate|java.lang|java.time|tools.jackson)\\..*")) {
                return true;
            }
        }
        return false;
    }

    /** Numbers, yes and no, and whether it fails; texts are looked through for the canary's word instead. */
    private static boolean sameAnswer(Outcome theirs, Outcome nobodys) {
        Throwable one = theirs.failure();
        Throwable other = nobodys.failure();
        if (one != null || other != null) {
            return one != null && other != null && one.getClass() == other.getClass();
        }
        Object value = theirs.value();
        if (value instanceof Number || value instanceof Boolean) {
            return value.equals(nobodys.value());
        }
        return isNothing(value) == isNothing(nobodys.value());
    }

    private static boolean isNothing(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case Optional<?> optional -> optional.isEmpty();
            case Collection<?> collection -> collection.isEmpty();
            case Map<?, ?> map -> map.isEmpty();
            default -> false;
        };
    }

    private static boolean says(@Nullable Object value, IdentityHashMap<Object, Boolean> seen) {
        if (value == null || seen.put(value, true) != null) {
            return false;
        }
        return switch (value) {
            case CharSequence text -> text.toString().contains(Canary.WORD);
            case byte[] bytes -> new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).contains(Canary.WORD);
            case Optional<?> optional -> optional.isPresent() && says(optional.get(), seen);
            case Collection<?> all -> all.stream().anyMatch(one -> says(one, seen));
            case Map<?, ?> map -> says(map.keySet(), seen) || says(map.values(), seen);
            case Record record ->
                Arrays.stream(record.getClass().getRecordComponents())
                        .anyMatch(component -> says(component(record, component), seen));
            default -> value.toString().contains(Canary.WORD);
        };
    }

    private static @Nullable Object component(Record record, RecordComponent component) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
