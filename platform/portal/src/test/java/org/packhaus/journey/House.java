package org.packhaus.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.packhaus.demo.RunningDemo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the journeys happen: one demo with an agency's twenty sellers, and as many people at browsers as a story needs. */
final class House implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(House.class);

    /** Nobody's times depend on the machine's own zone. */
    static final String ZONE = "Europe/Berlin";

    private static final double PATIENCE_MILLIS = 90_000;

    private final Chromium chromium = Chromium.start();
    private final List<Desk> desks = new ArrayList<>();
    private @Nullable RunningDemo demo;
    private @Nullable RunningDemo empty;
    private @Nullable RunningDemo passing;

    RunningDemo demo() {
        var running = demo;
        if (running == null) {
            running = RunningDemo.agency();
            demo = running;
        }
        return running;
    }

    /** An install nobody has worked with yet. */
    RunningDemo empty() {
        var running = empty;
        if (running == null) {
            running = RunningDemo.empty();
            empty = running;
        }
        return running;
    }

    /** A demo whose time passes when a story says so. */
    RunningDemo passing() {
        var running = passing;
        if (running == null) {
            running = RunningDemo.inPassingTime();
            passing = running;
        }
        return running;
    }

    /** A person who speaks that language sits down at a browser in the demo. */
    Desk desk(Locale language) {
        return desk(demo(), language);
    }

    /** A person at a browser, wherever the portal runs. */
    Desk desk(RunningDemo portal, Locale language) {
        var desk = sit(chromium, portal, language);
        desks.add(desk);
        return desk;
    }

    /** A window of its own, whose person is not signed in yet. */
    static Desk sit(Chromium chromium, RunningDemo portal, Locale language) {
        var page = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(portal.address())
                        .setLocale(language.toLanguageTag())
                        .setTimezoneId(ZONE)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setViewportSize(1440, 900))
                .newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        return new Desk(page, language);
    }

    /** The administrator of the demo, signed in, in that language. */
    Desk administrator(Locale language) {
        return desk(language).signIn(RunningDemo.administrator(language), RunningDemo.PASSWORD);
    }

    Desk administrator() {
        return administrator(Locale.ENGLISH);
    }

    /** What a story that failed had on its screens is kept, because nobody was there to see it. */
    void everybodyLeaves(String story, boolean failed) {
        var leaving = List.copyOf(desks);
        desks.clear();
        for (int i = 0; i < leaving.size(); i++) {
            try (var desk = leaving.get(i)) {
                if (failed) {
                    keep(desk, story.replaceAll("\\W+", "") + "-" + (i + 1));
                }
            }
        }
    }

    /** What became of the story is told anyway: a browser that has nothing to show any more must not keep the other windows open. */
    private static void keep(Desk desk, String picture) {
        try {
            desk.page()
                    .screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "journeys", picture + ".png")));
        } catch (PlaywrightException e) {
            log.warn("There is no picture {}", picture, e);
        }
    }

    @Override
    public void close() {
        everybodyLeaves("", false);
        chromium.close();
        for (var running : new RunningDemo[] {demo, empty, passing}) {
            if (running != null) {
                running.close();
            }
        }
    }
}
