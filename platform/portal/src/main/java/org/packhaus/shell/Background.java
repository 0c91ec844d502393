package org.packhaus.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/** Does what takes longer than a click may, in the name of whoever clicked, and comes back with it. Closing the browser stops nothing. */
public final class Background {
    private static final Logger log = LoggerFactory.getLogger(Background.class);

    private Background() {}

    public static <T> void run(UI ui, Callable<T> work, Consumer<T> then, Consumer<Exception> failed) {
        Runnable whole = () -> {
            try {
                T result = work.call();
                back(ui, () -> then.accept(result));
            } catch (Exception failure) {
                log.warn("What a person asked for failed", failure);
                back(ui, () -> failed.accept(failure));
            }
        };
        Thread.ofVirtual().name("view-background").start(new DelegatingSecurityContextRunnable(whole));
    }

    private static void back(UI ui, Runnable say) {
        try {
            ui.access(say::run);
        } catch (UIDetachedException gone) {
            log.debug("Nobody is there any more to hear of it");
        }
    }
}
