package org.packhaus.rule.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.function.BiConsumer;
import org.packhaus.rule.ShippingRule;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Badge;
import org.packhaus.shell.Icon;

/** A rule as a sentence, with its place in the order. It is dragged to another's place, or moved with Alt and an arrow key. */
class RuleCard extends Div implements Focusable<Div> {

    /** What a person may do with it. */
    enum Deed {
        EDIT,
        UP,
        DOWN,
        SWITCH,
        REMOVE
    }

    RuleCard(ShippingRule rule, int at, int of, RuleWords words, boolean mayEdit, BiConsumer<Deed, Integer> act) {
        addClassName("rule");
        getElement().setAttribute("role", "listitem");
        setTabIndex(0);
        if (!rule.enabled()) {
            addClassName("off");
        }
        var number = new Span(Integer.toString(at + 1));
        number.addClassName("place");
        var title = new Div();
        title.getElement().appendChild(strong(rule.name()));
        if (!rule.enabled()) {
            title.add(new Badge(Badge.Tone.LINE, null, getTranslation("rule.off")));
        }
        title.addClassName("fx");
        var sentence = new Div(part("rule.says.when", words.when(rule)), part("rule.says.take", words.take(rule)));
        if (!words.second(rule).isEmpty()) {
            var second = new Div(new Span(words.second(rule)));
            second.addClassNames("two", "xs");
            sentence.add(second);
        }
        var says = new Div(title, sentence);
        says.addClassName("grow");
        add(number, says);
        if (mayEdit) {
            add(deeds(rule, at, of, act));
            Shortcuts.addShortcutListener(this, () -> act.accept(Deed.UP, at), Key.ARROW_UP, KeyModifier.ALT)
                    .listenOn(this);
            Shortcuts.addShortcutListener(this, () -> act.accept(Deed.DOWN, at), Key.ARROW_DOWN, KeyModifier.ALT)
                    .listenOn(this);
            getElement().setAttribute("aria-keyshortcuts", "Alt+ArrowUp Alt+ArrowDown");
            getElement().setAttribute("draggable", "true");
        }
    }

    private Div part(String key, String text) {
        var word = new Span(getTranslation(key));
        word.addClassName("word");
        return new Div(word, new Span(text));
    }

    private Component deeds(ShippingRule rule, int at, int of, BiConsumer<Deed, Integer> act) {
        var up = ActionButton.icon(Icon.DOWN, getTranslation("rule.up", rule.name()), click -> act.accept(Deed.UP, at))
                .bare()
                .small();
        up.addClassName("turned");
        up.setEnabled(at > 0);
        var down = ActionButton.icon(
                        Icon.DOWN, getTranslation("rule.down", rule.name()), click -> act.accept(Deed.DOWN, at))
                .bare()
                .small();
        down.setEnabled(at < of - 1);
        var deeds = new Div(
                up,
                down,
                ActionButton.icon(
                                Icon.EDIT,
                                getTranslation("rule.edit.named", rule.name()),
                                click -> act.accept(Deed.EDIT, at))
                        .bare()
                        .small(),
                ActionButton.icon(
                                Icon.HOLD,
                                getTranslation(rule.enabled() ? "rule.switch-off" : "rule.switch-on", rule.name()),
                                click -> act.accept(Deed.SWITCH, at))
                        .bare()
                        .small(),
                ActionButton.icon(
                                Icon.X,
                                getTranslation("rule.remove", rule.name()),
                                click -> act.accept(Deed.REMOVE, at))
                        .bare()
                        .small());
        deeds.addClassName("fx");
        return deeds;
    }

    private static Element strong(String text) {
        var strong = new Element("b");
        strong.setText(text);
        return strong;
    }
}
