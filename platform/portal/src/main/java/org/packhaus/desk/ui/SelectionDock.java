package org.packhaus.desk.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Icon;

/** The dark bar: what can be done with the chosen orders. */
class SelectionDock extends Div {

    /** What a person can ask for, by button or key. */
    enum Deed {
        BOOK,
        PRINT,
        CONFIRM,
        HOLD
    }

    /** Hears what is wanted. */
    interface Hearer {
        void wanted(Deed deed);

        void dropSelection();
    }

    private final Element count = new Element("b");
    private final Span below = new Span();

    SelectionDock(Hearer hearer) {
        addClassName("dock");
        getElement().setAttribute("role", "toolbar");
        getElement().setAttribute("aria-label", getTranslation("dock.name"));
        var drop = new NativeButton();
        drop.addClassName("x");
        drop.getElement().setAttribute("type", "button");
        drop.setAriaLabel(getTranslation("dock.drop"));
        drop.add(Icon.X.create());
        drop.addClickListener(click -> hearer.dropSelection());
        below.addClassName("o2");
        var sum = new Div(below);
        sum.addClassName("sum");
        sum.getElement().setAttribute("aria-live", "polite");
        sum.getElement().insertChild(0, count);
        add(
                drop,
                sum,
                new ActionButton(Icon.LABEL, getTranslation("dock.book"), click -> hearer.wanted(Deed.BOOK))
                        .key("L")
                        .fill(),
                new ActionButton(Icon.PRINT, getTranslation("dock.print"), click -> hearer.wanted(Deed.PRINT)).key("P"),
                new ActionButton(Icon.SENT, getTranslation("dock.confirm"), click -> hearer.wanted(Deed.CONFIRM))
                        .key("C"),
                new ActionButton(Icon.HOLD, getTranslation("dock.hold"), click -> hearer.wanted(Deed.HOLD)).key("H"));
        setVisible(false);
    }

    void show(int selected, int parcels, int problems) {
        setVisible(selected > 0);
        count.setText(getTranslation("dock.selected", selected));
        var parts = getTranslation("orders.parcels", parcels);
        below.setText(problems == 0 ? parts : parts + " · " + getTranslation("dock.need-fix", problems));
    }
}
