package org.packhaus.desk.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.packhaus.demo.RunningDemo;

/**
 * A person's way through the portal with a real browser: sign in, choose, book, see the rows, print, confirm, see it sent; and on every
 * page axe finds nothing. It walks through a demo of its own, or through one that runs already and is named by
 * {@code PACKHAUS_JOURNEY_URL}.
 */
class JourneyTest {

    private static final double PATIENCE_MILLIS = 60_000;
    private static final int WANTED = 2;

    /** What the list's focus is on: the order's number if it can be booked at once, else what hinders. */
    private static final String FOCUSED = """
            () => {
                const cell = document.querySelector('vaadin-grid').shadowRoot.activeElement;
                const row = cell && cell.closest('tr');
                if (!row) { return ''; }
                const parts = [...row.querySelectorAll('slot')].flatMap(slot => slot.assignedElements());
                const find = wanted => parts.map(part => part.querySelector(wanted)).find(found => found);
                const number = find('.no a');
                if (!number) { return 'no order'; }
                if (!find('.light.green')) { return 'no stock'; }
                return row.querySelector('[part~=problem]') ? 'problem' : number.innerText;
            }
            """;

    private static final Pattern ORDER_NUMBER = Pattern.compile("[a-z0-9]{8,}");

    /** What an administrator looks at, and by what each page shows that it is there. */
    private static final Map<String, String> ADMINISTRATION = Map.ofEntries(
            Map.entry("/stock", ".stock vaadin-grid .l1"),
            Map.entry("/tracking", ".tracking .tabs a"),
            Map.entry("/claims", ".claims .tabs a"),
            Map.entry("/returns", ".returns .tabs a"),
            Map.entry("/returns/bench", ".bench .bench-scan"),
            Map.entry("/cases", ".cases .tabs a"),
            Map.entry("/scorecards", ".scorecards .tabs a"),
            Map.entry("/users", ".users vaadin-grid .l1"),
            Map.entry("/audit", ".audit vaadin-grid .cut"),
            Map.entry("/plugins", ".plugins .card"),
            Map.entry("/jobs", ".jobs .rounds vaadin-grid .badge"),
            Map.entry("/system", ".system .card"),
            Map.entry("/profile", ".profile .card"));

    private static @Nullable RunningDemo demo;

    @BeforeAll
    static void start() {
        assumeTrue(
                chromium().isPresent(), "SKIPPED: no Chromium found; install it or set PACKHAUS_CHROMIUM to its path");
        if (System.getenv("PACKHAUS_JOURNEY_URL") == null) {
            assumeTrue(
                    RunningDemo.pluginsAreBuilt(),
                    "SKIPPED: the plugins are not packaged yet (mvn verify packages them before this test)");
            assumeTrue(
                    JourneyTest.class.getResource("/META-INF/VAADIN/webapp/index.html") != null,
                    "SKIPPED: the front end is not built yet (mvn verify builds it before this test)");
            demo = RunningDemo.start();
        }
    }

    @AfterAll
    static void stop() {
        if (demo != null) {
            demo.close();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void signsInBooksPrintsAndConfirms(ColorScheme colours) {
        var portal = demo == null ? System.getenv("PACKHAUS_JOURNEY_URL") : demo.address();
        try (var playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium().orElseThrow())
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
            var numbers = chooseTwo(page);
            book(page, numbers);
            print(page, numbers);
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
        page.waitForSelector(".dashboard .card .chart");
        findsNothing(page);
        page.navigate("/orders");
        page.waitForSelector("vaadin-grid .no a");
        findsNothing(page);
    }

    /** With the keys alone. */
    private static List<String> chooseTwo(Page page) {
        var numbers = new ArrayList<String>();
        for (int row = 0; row < 20 && numbers.size() < WANTED; row++) {
            page.keyboard().press("j");
            var focused = (String) page.evaluate(FOCUSED);
            if (ORDER_NUMBER.matcher(focused).matches() && !numbers.contains(focused)) {
                page.keyboard().press("x");
                numbers.add(focused);
                page.waitForFunction(
                        "count => document.querySelector('vaadin-grid').selectedItems.length === count",
                        numbers.size());
            }
        }
        assertThat(numbers).hasSize(WANTED);
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

    private static void print(Page page, List<String> numbers) {
        var ids = page.locator(".good vaadin-grid a").all().stream()
                .map(link -> link.getAttribute("href").replaceAll("\\D", ""))
                .toList();
        var file = page.request()
                .get(
                        "/documents/interleaved?print=true&order=" + String.join("&order=", ids),
                        RequestOptions.create().setTimeout(PATIENCE_MILLIS));
        assertThat(file.headers()).containsEntry("content-type", "application/pdf");
        try (var pdf = Loader.loadPDF(file.body())) {
            assertThat(pdf.getNumberOfPages()).as("a slip and a label each").isGreaterThanOrEqualTo(2 * WANTED);
            assertThat(new PDFTextStripper().getText(pdf)).contains(numbers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void confirm(Page page) {
        page.locator(".good vaadin-grid a").first().click();
        page.waitForSelector(".order .way");
        findsNothing(page);
        var order = page.url();
        page.locator(".order .head .btn.fill").click();
        page.waitForURL(Pattern.compile(".*/batches/\\d+"));
        page.waitForFunction("() => document.querySelectorAll('.wall .brick.done').length === 1");
        page.navigate(order);
        page.locator("h1 .badge.ok", new Page.LocatorOptions().setHasText("Sent"))
                .waitFor();
        findsNothing(page);
        page.navigate("/batches");
        page.waitForSelector(".batches vaadin-grid a");
        findsNothing(page);
        page.navigate("/rules");
        page.waitForSelector(".rules .tools .card");
        findsNothing(page);
        ADMINISTRATION.forEach((path, ready) -> {
            page.navigate(path);
            page.waitForSelector(ready);
            findsNothing(page);
        });
        looksAtSellers(page);
    }

    private static void looksAtSellers(Page page) {
        page.navigate("/sellers");
        page.waitForSelector(".sellers vaadin-grid a");
        findsNothing(page);
        page.locator(".sellers vaadin-grid a").first().click();
        page.waitForSelector(".seller .accounts li");
        findsNothing(page);
        page.locator(".seller #connections .accounts .btn")
                .filter(new Locator.FilterOptions().setHasText("Test"))
                .first()
                .click();
        page.waitForSelector("vaadin-notification-card");
        page.navigate("/sellers/new");
        page.waitForSelector(".set-up vaadin-form-layout");
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
