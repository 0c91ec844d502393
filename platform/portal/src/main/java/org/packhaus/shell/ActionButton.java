package org.packhaus.shell;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A button in one of the house's emphases: line by default, fill for the one next action of a screen, bare in rows. */
public class ActionButton extends NativeButton {

    private final Span text = new Span();

    public ActionButton(@Nullable Icon icon, String words, ComponentEventListener<ClickEvent<NativeButton>> action) {
        addClassName("btn");
        getElement().setAttribute("type", "button");
        text.addClassName("t");
        text.setText(words);
        if (icon != null) {
            add(icon.create());
        }
        add(text);
        addClickListener(action);
    }

    /** A button that is only a mark, with its name for those who do not see it. */
    public static ActionButton icon(Icon icon, String name, ComponentEventListener<ClickEvent<NativeButton>> action) {
        var button = new ActionButton(icon, "", action);
        button.remove(button.text);
        button.addClassName("icon");
        button.setAriaLabel(name);
        button.getElement().setAttribute("title", name);
        return button;
    }

    public ActionButton fill() {
        addClassName("fill");
        return this;
    }

    public ActionButton bare() {
        addClassName("bare");
        return this;
    }

    public ActionButton quiet() {
        addClassName("quiet");
        return this;
    }

    public ActionButton small() {
        addClassName("small");
        return this;
    }

    public ActionButton danger() {
        addClassName("danger");
        return this;
    }

    /** Shows the key that does the same. */
    public ActionButton key(String key) {
        var element = new Element("kbd");
        element.setText(key);
        element.setAttribute("aria-hidden", "true");
        getElement().appendChild(element);
        getElement().setAttribute("aria-keyshortcuts", key.toLowerCase(Locale.ROOT));
        return this;
    }

    public void setWords(String words) {
        text.setText(words);
    }

    public String words() {
        return text.getText();
    }
}
