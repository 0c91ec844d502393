package org.packhaus.desk.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A person's way through the portal with a real browser: sign in, choose, book, see the rows, print, confirm; and on every page axe
 * finds nothing. It walks through a running demo, which {@code PACKHAUS_JOURNEY_URL} names ({@code ./packhaus demo}).
 */
class JourneyTest {

    private static final double PATIENCE_MILLIS = 60_000;

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void signsInBooksPrintsAndConfirms(ColorScheme colours) {
        var portal = Optional.ofNullable(System.getenv("PACKHAUS_JOURNEY_URL")).orElse("");
        assumeTrue(!portal.isEmpty(), "SKIPPED: start ./packhaus demo and set PACKHAUS_JOURNEY_URL to its address");
        var chromium = chromium();
        assumeTrue(chromium.isPresent(), "SKIPPED: no chromium found; set PACKHAUS_CHROMIUM to its path");

        try (var playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium.get())
                                .setArgs(List.of(
                                        "--no-sandbox",
                                        "--disable-gpu",
                                        "--disable-background-networking",
                                        "--disable-component-update",
                                        "--disable-sync")))) {
            // A visitor of its own: axe asks for style sheets at odd addresses, and the sign-in would lead to the last
            // one.
            looksAtTheDoor(visitor(browser, portal, colours));
            var page = visitor(browser, portal, colours);
            signIn(page);
            book(page, chooseTwo(page));
            print(page);
            confirm(page);
        }
    }

    private static Page visitor(Browser browser, String portal, ColorScheme colours) {
        var page = browser.newContext(new Browser.NewContextOptions()
                        .setBaseURL(portal)
                        .setColorScheme(colours)
                        .setLocale("en")
                        .setViewportSize(1440, 900))
                .newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        return page;
    }

    private static void looksAtTheDoor(Page page) {
        page.navigate("/login");
        page.waitForSelector("#sign-in-username");
        findsNothing(page);
    }

    private static void signIn(Page page) {
        page.navigate("/login");
        page.waitForSelector("#sign-in-username");
        page.fill("#sign-in-username", "admin@packhaus.example");
        page.fill("#sign-in-password", "packhaus-demo");
        page.click("button[type=submit]");
        page.waitForSelector("vaadin-grid .no a");
        findsNothing(page);
    }

    /** With the keys alone. */
    private static List<String> chooseTwo(Page page) {
        var numbers = page.locator(".no a").allInnerTexts().stream().limit(2).toList();
        for (int row = 1; row <= 2; row++) {
            page.keyboard().press("j");
            page.keyboard().press("x");
            page.waitForFunction("count => document.querySelector('vaadin-grid').selectedItems.length === count", row);
        }
        page.waitForSelector(".dock .fill");
        findsNothing(page);
        return numbers;
    }

    private static void book(Page page, List<String> numbers) {
        page.keyboard().press("l");
        page.waitForURL(Pattern.compile(".*/batches/\\d+"));
        page.waitForFunction("() => document.querySelectorAll('.wall .brick.done').length === 2");
        page.waitForFunction("() => document.querySelectorAll('.good .badge.ok').length === 2");
        findsNothing(page);
        assertThat(page.locator(".good vaadin-grid a").allInnerTexts()).containsExactlyInAnyOrderElementsOf(numbers);
        page.reload();
        page.waitForFunction("() => document.querySelectorAll('.wall .brick.done').length === 2");
    }

    private static void print(Page page) {
        var ids = page.locator(".good vaadin-grid a").all().stream()
                .map(link -> link.getAttribute("href").replaceAll("\\D", ""))
                .toList();
        var file = page.request()
                .get(
                        "/documents/interleaved?print=true&order=" + String.join("&order=", ids),
                        RequestOptions.create().setTimeout(PATIENCE_MILLIS));
        assertThat(file.headers()).containsEntry("content-type", "application/pdf");
        assertThat(file.body()).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
    }

    private static void confirm(Page page) {
        page.locator(".good vaadin-grid a").first().click();
        page.waitForSelector(".order .way");
        findsNothing(page);
        page.locator(".order .head .btn.fill").click();
        page.waitForURL(Pattern.compile(".*/batches/\\d+"));
        page.waitForFunction("() => document.querySelectorAll('.wall .brick.done').length === 1");
        page.navigate("/batches");
        page.waitForSelector(".batches vaadin-grid a");
        findsNothing(page);
    }

    private static void findsNothing(Page page) {
        var found = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze()
                .getViolations();
        assertThat(found)
                .extracting(rule -> rule.getId() + " " + rule.getNodes())
                .as(page.url())
                .isEmpty();
    }

    private static Optional<Path> chromium() {
        return Stream.of(
                        Optional.ofNullable(System.getenv("PACKHAUS_CHROMIUM")).orElse(""),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
