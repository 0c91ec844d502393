package org.packhaus.plugin;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks at the folder before anything else starts to work, and then again and again. */
final class FolderWatch implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(FolderWatch.class);

    private final PluginFolder folder;
    private final Duration every;
    private final AtomicBoolean running = new AtomicBoolean();
    private final Semaphore ended = new Semaphore(0);
    private volatile Thread watcher = Thread.ofVirtual().unstarted(() -> {});

    FolderWatch(PluginFolder folder, Duration every) {
        this.folder = folder;
        this.every = every;
    }

    @Override
    public void start() {
        if (running.compareAndSet(false, true)) {
            try {
                folder.lookAtStart();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            watcher = Thread.ofVirtual().name("plugin-folder").start(this::watch);
        }
    }

    private void watch() {
        try {
            while (!ended.tryAcquire(every.toMillis(), TimeUnit.MILLISECONDS)) {
                lookOnce();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookOnce() {
        try {
            folder.look();
        } catch (RuntimeException e) {
            log.warn("The plugin folder could not be looked at; it is tried again", e);
        }
    }

    /** Not by interrupting: that would cut off a look in the middle of asking the database. */
    @Override
    public void stop() {
        if (running.compareAndSet(true, false)) {
            ended.release();
            try {
                watcher.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            folder.close();
        }
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }

    /** Before the jobs, which call plugins, and after them when the portal stops. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 2000;
    }
}
