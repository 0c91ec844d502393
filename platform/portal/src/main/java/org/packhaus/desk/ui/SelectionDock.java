package org.packhaus.desk.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.dom.Element;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.packhaus.security.Permission;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Icon;

/** The dark bar: what can be done with the chosen orders, and the way from those on the screen to all that match. */
class SelectionDock extends Div {

    /** What a person can ask for, by button or key, if they may. */
    enum Wish {
        BOOK(Permission.SHIP),
        PRINT(Permission.SEE_ORDERS),
        PICK(Permission.SEE_ORDERS),
        CONFIRM(Permission.CONFIRM),
        HOLD(Permission.EDIT_ORDERS),
        CARRIER(Permission.SHIP),
        TOGETHER(Permission.SHIP),
        RELEASE(Permission.EDIT_ORDERS),
        TAG(Permission.EDIT_ORDERS),
        UNTAG(Permission.EDIT_ORDERS),
        NOTE(Permission.EDIT_ORDERS),
        BY_RULES(Permission.SHIP);

        private final Permission needed;

        Wish(Permission needed) {
            this.needed = needed;
        }

        Permission needed() {
            return needed;
        }
    }

    /** Hears what is wanted. */
    interface Hearer {
        void wanted(Wish wish);

        void chooseAll();

        void dropSelection();
    }

    private static final List<Wish> MORE =
            List.of(Wish.TOGETHER, Wish.RELEASE, Wish.TAG, Wish.UNTAG, Wish.NOTE, Wish.BY_RULES);

    private final Element count = new Element("b");
    private final Span below = new Span();
    private final NativeButton all = new NativeButton();
    private final Hearer hearer;
    private final Predicate<Permission> may;

    /** @param may whether that is allowed at any seller in view; what is not has no button */
    SelectionDock(Hearer hearer, Predicate<Permission> may) {
        this.hearer = hearer;
        this.may = may;
        addClassName("dock");
        getElement().setAttribute("role", "toolbar");
        getElement().setAttribute("aria-label", getTranslation("dock.name"));
        setVisible(false);
    }

    /** Built when something is chosen for the first time: most pages are only looked at. */
    private void build() {
        if (getElement().getChildCount() > 0) {
            return;
        }
        var drop = new NativeButton();
        drop.addClassName("x");
        drop.getElement().setAttribute("type", "button");
        drop.setAriaLabel(getTranslation("dock.drop"));
        drop.add(Icon.X.create());
        drop.addClickListener(click -> hearer.dropSelection());
        below.addClassName("o2");
        all.addClassName("all");
        all.getElement().setAttribute("type", "button");
        all.addClickListener(click -> hearer.chooseAll());
        var sum = new Div(below, all);
        sum.addClassName("sum");
        sum.getElement().setAttribute("aria-live", "polite");
        sum.getElement().insertChild(0, count);
        add(drop, sum);
        Map<Wish, ActionButton> buttons = new EnumMap<>(Wish.class);
        buttons.put(Wish.BOOK, button(Icon.LABEL, Wish.BOOK, hearer).key("L").fill());
        buttons.put(Wish.PRINT, button(Icon.PRINT, Wish.PRINT, hearer).key("P"));
        buttons.put(Wish.PICK, button(Icon.STOCK, Wish.PICK, hearer));
        buttons.put(Wish.CONFIRM, button(Icon.SENT, Wish.CONFIRM, hearer).key("C"));
        buttons.put(Wish.HOLD, button(Icon.HOLD, Wish.HOLD, hearer).key("H"));
        buttons.put(Wish.CARRIER, button(Icon.TRUCK, Wish.CARRIER, hearer));
        buttons.forEach((wish, button) -> {
            if (may.test(wish.needed())) {
                add(button);
            }
        });
        var more = MORE.stream().filter(wish -> may.test(wish.needed())).toList();
        if (!more.isEmpty()) {
            add(more(more, hearer));
        }
    }

    private ActionButton button(Icon icon, Wish wish, Hearer hearer) {
        return new ActionButton(icon, getTranslation("dock." + OrderState.word(wish)), click -> hearer.wanted(wish));
    }

    private ActionButton more(List<Wish> wishes, Hearer hearer) {
        var open = ActionButton.icon(Icon.MORE, getTranslation("dock.more"), click -> {});
        var popover = new Popover();
        popover.setTarget(open);
        popover.setPosition(PopoverPosition.TOP_END);
        popover.setAriaLabel(getTranslation("dock.more"));
        var picks = new Div();
        picks.addClassName("pop");
        for (var wish : wishes) {
            var pick = new NativeButton(getTranslation("dock." + OrderState.word(wish)));
            pick.addClassName("pick");
            pick.getElement().setAttribute("type", "button");
            pick.addClickListener(click -> {
                popover.close();
                hearer.wanted(wish);
            });
            picks.add(pick);
        }
        popover.add(picks);
        return open;
    }

    /**
     * @param matching how many the list has; when it has more than are chosen, all of them can be
     * @param words of that number
     */
    void show(int selected, int parcels, int problems, int matching, String words) {
        setVisible(selected > 0);
        if (selected == 0) {
            return;
        }
        build();
        count.setText(getTranslation("dock.selected", selected));
        var parts = getTranslation("orders.parcels", parcels);
        below.setText(problems == 0 ? parts : parts + " · " + getTranslation("dock.need-fix", problems));
        all.setVisible(matching > selected && selected > 1);
        all.setText(getTranslation("dock.all", words));
    }

    void showAll(String words) {
        setVisible(true);
        build();
        count.setText(getTranslation("dock.all-selected", words));
        below.setText(getTranslation("dock.all.help"));
        all.setVisible(false);
    }
}
