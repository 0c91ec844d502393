package org.packhaus.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Hands on the keyboard and no mouse; with every step it is seen where one is. */
final class Keys {
    private static final int STOPS = 80;
    private static final Pattern ORDER_NUMBER = Pattern.compile("[a-z0-9]{8,}");

    /** The focus is seen if something about it, or about the component it is in, looks otherwise than without it. */
    private static final String SEEN = """
            () => {
                let deepest = document.activeElement;
                while (deepest && deepest.shadowRoot && deepest.shadowRoot.activeElement) { deepest = deepest.shadowRoot.activeElement; }
                if (!deepest || deepest === document.body) { return false; }
                const around = [];
                for (let at = deepest; at && around.length < 12; at = at.parentElement || (at.getRootNode() && at.getRootNode().host)) {
                    around.push(at);
                    if (at.shadowRoot) { around.push(...at.shadowRoot.querySelectorAll('[part]')); }
                    if (at.localName && at.localName.startsWith('vaadin-')) { break; }
                }
                const look = () => around.map(at => [getComputedStyle(at), getComputedStyle(at, '::before'), getComputedStyle(at, '::after')]
                    .map(style => [style.outlineStyle === 'none' ? '' : style.outline, style.boxShadow, style.borderColor, style.backgroundColor, style.clipPath, style.transform].join()).join()).join('|');
                const focused = look();
                deepest.blur();
                const left = look();
                deepest.focus({focusVisible: true, preventScroll: true});
                return focused !== left;
            }
            """;

    private static final String NAME = """
            () => {
                let deepest = document.activeElement;
                while (deepest && deepest.shadowRoot && deepest.shadowRoot.activeElement) { deepest = deepest.shadowRoot.activeElement; }
                return (deepest.getAttribute('aria-label') || deepest.innerText || deepest.localName).trim().split('\\n')[0];
            }
            """;

    /** What the list's focus is on: the order's number if it can be booked at once, else what hinders. */
    private static final String ROW = """
            () => {
                const cell = document.querySelector('.orders vaadin-grid').shadowRoot.activeElement;
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

    private final Desk desk;

    Keys(Desk desk) {
        this.desk = desk;
    }

    Keys type(String text) {
        desk.page().keyboard().type(text);
        return this;
    }

    Keys press(String key) {
        desk.page().keyboard().press(key);
        return this;
    }

    Keys tab() {
        press("Tab");
        assertThat((Boolean) desk.page().evaluate(SEEN))
                .as("the focus is seen on %s at %s", focused(), desk.page().url())
                .isTrue();
        return this;
    }

    /** What has the focus, as it is called. */
    String focused() {
        return (String) desk.page().evaluate(NAME);
    }

    /** The focus comes there by itself. */
    Keys isOn(String name) {
        desk.page().waitForFunction("name => (" + NAME.strip() + ")() === name", name);
        return this;
    }

    /** Goes from stop to stop until it is there. */
    Keys tabsTo(String name) {
        List<String> stops = new ArrayList<>();
        while (stops.size() < STOPS) {
            tab();
            var here = focused();
            if (here.equals(name)) {
                return this;
            }
            stops.add(here);
        }
        throw new AssertionError("No " + name + " among the stops " + stops);
    }

    /** Down the list with j, and x on the first that can be booked. @return its number */
    String choosesABookableOrder() {
        for (int row = 0; row < 20; row++) {
            press("j");
            var here = (String) desk.page().evaluate(ROW);
            if (ORDER_NUMBER.matcher(here).matches()) {
                press("x");
                desk.sees(".dock .fill");
                return here;
            }
        }
        throw new AssertionError("No order of the list can be booked");
    }
}
