package org.packhaus.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.packhaus.shell.Texts;

/** A person at a browser. They know the portal's words in their language, and wait until they see what they wait for. */
final class Desk implements AutoCloseable {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** No answer of the server is under way. */
    private static final String QUIET = """
            () => {
                const clients = Object.values((window.Vaadin && window.Vaadin.Flow && window.Vaadin.Flow.clients) || {});
                return clients.every(client => !client.isActive || !client.isActive());
            }
            """;

    /** Nothing fades in or out any more, but for what turns until something is done. */
    private static final String STILL = """
            () => document.getAnimations().every(one =>
                one.playState !== 'running' || one.effect.getComputedTiming().endTime === Infinity)
            """;

    /** What is wider than the window, though nothing that scrolls sideways by itself holds it. */
    private static final String JUTTING_OUT = """
        () => {
            const width = window.innerWidth;
            const wide = [document.documentElement, document.querySelector('#work')]
                .filter(part => part && part.scrollWidth > part.clientWidth + 1)
                .map(part => part.localName + ' ' + part.scrollWidth);
            const scrolls = element => ['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(element).overflowX);
            const held = element => {
                for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
                    if (scrolls(at)) { return true; }
                }
                return false;
            };
            for (const element of document.querySelectorAll('#work *')) {
                const box = element.getBoundingClientRect();
                if (box.width > 0 && box.right > width + 1 && element.checkVisibility() && !held(element)) {
                    wide.push(element.localName + '.' + element.className + ' ' + Math.round(box.right));
                }
            }
            return wide.slice(0, 8);
        }
        """;

    private final Page page;
    private final Locale language;

    Desk(Page page, Locale language) {
        this.page = page;
        this.language = language;
    }

    Page page() {
        return page;
    }

    Locale language() {
        return language;
    }

    /** The portal's words for it. */
    String words(String key, Object... params) {
        return Texts.of(language, key, params);
    }

    Desk signIn(String email, String password) {
        page.navigate("/login");
        page.fill("#sign-in-username", email);
        page.fill("#sign-in-password", password);
        page.click("button[type=submit]");
        page.waitForSelector("nav .nav a");
        return settle();
    }

    /** Types the address and looks at the screen once it stands. */
    Desk go(Screen screen, String address) {
        page.navigate("/" + address);
        return sees(screen.ready());
    }

    Desk sees(String selector) {
        page.waitForSelector(selector);
        return settle();
    }

    Desk settle() {
        page.waitForFunction(QUIET);
        return this;
    }

    /** Something that says exactly this is on the screen. */
    Desk reads(String text) {
        page.getByText(text, new Page.GetByTextOptions().setExact(true)).first().waitFor();
        return settle();
    }

    /** As many rows are there as the tab says under which they stand, though at most a page. */
    Desk hasRowsAsCounted(String screen, String row, int page) {
        this.page.waitForFunction("""
                ([screen, row, page]) => {
                    const counted = document.querySelector(screen + ' .tabs a[aria-current=page] .n');
                    return counted && document.querySelectorAll(screen + ' vaadin-grid ' + row).length
                        >= Math.min(page, Number(counted.innerText.replace(/\\D/g, '')));
                }""", List.of(screen, row, page));
        return settle();
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    /** The button of that name, on what lies on top: a dialog's before the page's. */
    Locator button(String key, Object... params) {
        return button(top(), words(key, params));
    }

    static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    Desk press(String key, Object... params) {
        button(key, params).first().click();
        return settle();
    }

    /** The open dialog, else the page. */
    Locator top() {
        var dialogs = page.locator("vaadin-dialog[opened]");
        return dialogs.count() > 0 ? dialogs.last() : page.locator("body");
    }

    Locator dialog() {
        var dialog = page.locator("vaadin-dialog[opened]").last();
        // The element itself has no size; what is in it has.
        dialog.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        return dialog;
    }

    Desk noDialog() {
        page.locator("vaadin-dialog[opened]")
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        return settle();
    }

    /** The field of that name. */
    Locator field(String key, Object... params) {
        return labelled(words(key, params));
    }

    Locator labelled(String label) {
        return top().getByLabel(label, new Locator.GetByLabelOptions().setExact(true))
                .and(page.locator("input, textarea"))
                .first();
    }

    Desk types(String key, String value) {
        return fills(words(key), value);
    }

    Desk fills(String label, String value) {
        var field = labelled(label);
        field.fill(value);
        field.blur();
        return settle();
    }

    /** The list of that name, which opens. */
    Locator choice(String label) {
        return top().locator("vaadin-select, vaadin-combo-box")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("label").getByText(label, new Locator.GetByTextOptions().setExact(true))))
                .first();
    }

    /** Picks from a list that opens: a select or a combo box. */
    Desk picks(Locator field, String choice) {
        field.click();
        page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(choice).setExact(true))
                .first()
                .click();
        return settle();
    }

    /** The list drops down, wherever in its field the line to click on is. */
    private static void opens(Locator field) {
        field.evaluate("""
                element => {
                    const list = element.closest('vaadin-select, vaadin-combo-box, vaadin-multi-select-combo-box');
                    list.scrollIntoView({block: 'center'});
                    list.focus();
                    list.opened = true;
                }""");
    }

    /** Likewise, by the beginning of what it is called. */
    Desk picksBeginning(Locator field, String beginning) {
        opens(field);
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(Pattern.compile("^" + beginning)))
                .first()
                .click();
        return settle();
    }

    /** From the list of that name, by the whole of what the choice is called. */
    Desk chooses(String label, String choice) {
        return chooses(choice(label), choice);
    }

    Desk chooses(Locator field, String choice) {
        opens(field);
        page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(choice).setExact(true))
                .first()
                .click();
        return settle();
    }

    /** In passing, at the foot of the screen. */
    Desk isTold(String key, Object... params) {
        page.locator("vaadin-notification-card")
                .filter(new Locator.FilterOptions().setHasText(words(key, params)))
                .first()
                .waitFor();
        return this;
    }

    /** There is no such place for this person, and nothing says whether there is one for others. */
    Desk findsNothingAt(String address) {
        page.navigate("/" + address);
        return reads(words("failure.not-found"));
    }

    /** Nobody is shut out of this screen, in light or dark. */
    Desk isOpenToAll() {
        settle();
        page.waitForFunction(STILL);
        for (var colours : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
            page.waitForFunction(STILL);
            var found = new AxeBuilder(page).withTags(RULES).analyze().getViolations();
            assertThat(found)
                    .extracting(rule -> rule.getId() + " " + rule.getNodes())
                    .as("%s, %s", page.url(), colours)
                    .isEmpty();
        }
        return this;
    }

    /** What a window of that width cuts off or has to be scrolled sideways for. */
    @SuppressWarnings("unchecked")
    List<String> juttingOut(int width) {
        page.setViewportSize(width, 900);
        // Flow tells the server of a new size only once it has been the same for 300 ms; views draw anew then.
        page.waitForTimeout(400);
        settle();
        page.evaluate("() => new Promise(drawn => requestAnimationFrame(drawn))");
        return (List<String>) page.evaluate(JUTTING_OUT);
    }

    @Override
    public void close() {
        page.context().close();
    }
}
