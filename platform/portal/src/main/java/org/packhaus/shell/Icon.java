package org.packhaus.shell;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** The marks of ui-theme/icons. They take the colour of the text around them and say nothing to a screen reader by themselves. */
public enum Icon {
    AGAIN,
    ALERT,
    BATCH,
    BELL,
    BOX,
    CLOCK,
    COPY,
    DASH,
    DOWN,
    EDIT,
    EYE,
    GEAR,
    GLOBE,
    HELP,
    HOLD,
    INFO,
    KEY,
    LABEL,
    LEFT,
    LIST,
    LOCKER,
    MENU,
    MOON,
    MORE,
    ORDERS,
    OUT,
    PIN,
    PLUG,
    PLUS,
    PRINT,
    RETURN,
    RIGHT,
    RULES,
    SCREEN,
    SEARCH,
    SENT,
    SLIP,
    STAR,
    STOCK,
    STORE,
    SUN,
    TICK,
    TRUCK,
    UPDOWN,
    USER,
    X;

    /** The mark's two classes, for templates. */
    public String classes() {
        return "i i-" + name().toLowerCase(Locale.ROOT);
    }

    /** A mark beside words that already say it. */
    public Span create() {
        var icon = new Span();
        icon.addClassNames("i", "i-" + name().toLowerCase(Locale.ROOT));
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }

    public Span small() {
        var icon = create();
        icon.addClassName("i-14");
        return icon;
    }

    public Span tiny() {
        var icon = create();
        icon.addClassName("i-12");
        return icon;
    }
}
