package org.packhaus.shell;

import com.vaadin.flow.component.Component;

/** Puts texts on the clipboard of whoever clicks; does nothing where the browser has none, as without HTTPS. */
public final class Clipboard {
    private static final String IF_THERE = "navigator.clipboard && navigator.clipboard.writeText(%s)";

    private Clipboard() {}

    /** @param by what was clicked */
    public static void copy(Component by, String text) {
        by.getElement().executeJs(IF_THERE.formatted("$0"), text);
    }

    /** The text as it stands on the screen. */
    public static void copyShown(Component text) {
        text.getElement().executeJs(IF_THERE.formatted("this.textContent"));
    }
}
