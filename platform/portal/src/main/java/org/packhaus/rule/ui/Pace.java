package org.packhaus.rule.ui;

import com.vaadin.flow.component.UIDetachedException;
import java.time.Duration;
import java.util.function.Consumer;

/** Passes on what changes quickly, a few times a second only; whoever has closed the browser is told nothing more. */
final class Pace<T> implements Consumer<T> {
    private static final long PAUSE = Duration.ofMillis(200).toNanos();

    private final Consumer<T> told;
    private long last = System.nanoTime() - PAUSE;

    private Pace(Consumer<T> told) {
        this.told = told;
    }

    static <T> Consumer<T> of(Consumer<T> told) {
        return new Pace<>(told);
    }

    @Override
    public void accept(T news) {
        long now = System.nanoTime();
        if (now - last < PAUSE) {
            return;
        }
        last = now;
        try {
            told.accept(news);
        } catch (UIDetachedException gone) {
            // The work goes on; its end finds nobody either.
        }
    }
}
