package org.packhaus.connect.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/** Work that calls out or takes its time: away from the page's own thread, so that nothing freezes; the answer is pushed. */
final class Errand {
    private static final Logger log = LoggerFactory.getLogger(Errand.class);

    private Errand() {}

    /** In the name of whoever is signed in. What goes wrong unforeseen is shown as any mishap of the page is. */
    static <T> void run(Component page, Callable<T> work, Consumer<T> then) {
        UI ui = page.getUI().orElseGet(UI::getCurrent);
        Thread.startVirtualThread(new DelegatingSecurityContextRunnable(() -> {
            try {
                T answer = work.call();
                ui.access(() -> then.accept(answer));
            } catch (UIDetachedException gone) {
                log.debug("Nobody waits for the answer any more", gone);
            } catch (Exception e) {
                fail(ui, e);
            }
        }));
    }

    private static void fail(UI ui, Exception e) {
        try {
            ui.access(() -> {
                throw e instanceof RuntimeException unforeseen ? unforeseen : new IllegalStateException(e);
            });
        } catch (UIDetachedException gone) {
            log.warn("Nobody waits for the answer any more", e);
        }
    }
}
