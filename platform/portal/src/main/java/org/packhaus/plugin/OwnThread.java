package org.packhaus.plugin;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.PluginFailed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a plugin's code on a virtual thread of its own, with its class loader, until a deadline; and lets nothing of it out but values. */
final class OwnThread {
    private static final Logger log = LoggerFactory.getLogger(OwnThread.class);

    private OwnThread() {}

    /**
     * @param what names plugin and connection, for texts
     * @param work runs with the class loader of the plugin; whatever it throws comes out as a {@link PluginException}
     */
    static <R> R run(String what, ClassLoader loader, Duration deadline, Callable<R> work) throws PluginException {
        CompletableFuture<R> answer = new CompletableFuture<>();
        Thread thread = Thread.ofVirtual()
                .name("plugin " + what)
                .inheritInheritableThreadLocals(false)
                .unstarted(() -> {
                    try {
                        answer.complete(work.call());
                    } catch (Throwable e) {
                        // Also LinkageError and StackOverflowError: a plugin's mistake must not take the portal along.
                        answer.completeExceptionally(e);
                    }
                });
        thread.setContextClassLoader(loader);
        thread.start();
        try {
            return answer.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            throw new PluginFailed(
                    "deadline", what + " did not come back within " + text(deadline) + " and was cut off.", null);
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new PluginFailed("interrupted", what + " was cut off because the portal is stopping.", null);
        } catch (ExecutionException e) {
            Throwable thrown = e.getCause() == null ? e : e.getCause();
            PluginException copy = Outward.copy(thrown, what);
            if (!(thrown instanceof PluginException)) {
                log.warn("{} failed unexpectedly", what, copy);
            }
            throw copy;
        }
    }

    private static String text(Duration deadline) {
        return deadline.toMillis() >= 1000 ? deadline.toSeconds() + " s" : deadline.toMillis() + " ms";
    }
}
