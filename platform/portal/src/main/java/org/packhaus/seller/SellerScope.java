package org.packhaus.seller;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The sellers whose data the running code may see. Bound by the signed-in user ({@code security.CurrentUser}) or by a job from its
 * data, for the length of one call; read by the filter on every tenant entity. Nothing bound means everything is refused. A scope can
 * be narrowed inside another one, never widened.
 */
public final class SellerScope {
    private static final ScopedValue<Set<SellerId>> BOUND = ScopedValue.newInstance();

    private SellerScope() {}

    /** Runs the work with exactly these sellers in view. */
    public static <T> T call(Set<SellerId> sellers, Callable<T> work) throws Exception {
        return ScopedValue.where(BOUND, narrowed(sellers)).call(work::call);
    }

    /** {@link #call} for work that throws nothing checked. */
    public static <T> T get(Set<SellerId> sellers, Supplier<T> work) {
        return ScopedValue.where(BOUND, narrowed(sellers)).call(work::get);
    }

    public static void run(Set<SellerId> sellers, Runnable work) {
        ScopedValue.where(BOUND, narrowed(sellers)).run(work);
    }

    public static void run(SellerId seller, Runnable work) {
        run(Set.of(seller), work);
    }

    /** The sellers in view; may be none at all. */
    public static Set<SellerId> current() {
        if (!BOUND.isBound()) {
            throw new NoSellerScope(
                    "no seller scope is bound; call through CurrentUser.inScope(…) or SellerScope.call(…)");
        }
        return BOUND.get();
    }

    public static boolean isBound() {
        return BOUND.isBound();
    }

    public static boolean includes(SellerId seller) {
        return current().contains(seller);
    }

    /** Call before writing something that belongs to this seller: the filter guards reading only. */
    public static SellerId require(SellerId seller) {
        if (!includes(seller)) {
            throw new NoSellerScope("seller " + seller + " is not in scope " + current());
        }
        return seller;
    }

    /** The one seller in view, where a question makes sense for one only. */
    public static SellerId only() {
        Set<SellerId> sellers = current();
        if (sellers.size() != 1) {
            throw new NoSellerScope("exactly one seller must be in scope, but it is " + sellers);
        }
        return sellers.iterator().next();
    }

    private static Set<SellerId> narrowed(Set<SellerId> sellers) {
        Set<SellerId> wanted = Set.copyOf(sellers);
        if (BOUND.isBound() && !BOUND.get().containsAll(wanted)) {
            throw new NoSellerScope("scope " + BOUND.get() + " must not be widened to " + wanted);
        }
        return wanted;
    }

    static List<Long> numbers(Collection<SellerId> sellers) {
        return sellers.stream().map(SellerId::value).sorted().collect(Collectors.toUnmodifiableList());
    }

    /** What the filter asks, at every statement. */
    public static final class Current implements Supplier<List<Long>> {
        /** An id no seller has: an empty list would not be SQL. */
        private static final List<Long> NOBODY = List.of(-1L);

        @Override
        public List<Long> get() {
            Set<SellerId> sellers = current();
            return sellers.isEmpty() ? NOBODY : numbers(sellers);
        }
    }
}
