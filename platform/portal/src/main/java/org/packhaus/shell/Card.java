package org.packhaus.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;

/** What all cards have: a head with the title, and a name for those who do not see it. */
public final class Card {
    private Card() {}

    /** Begins the card anew with its head; what stands right in the head follows the title. */
    public static Section head(Section card, String title, Component... right) {
        var words = new H2(title);
        words.addClassName("grow");
        var head = new Header(words);
        head.add(right);
        card.removeAll();
        card.add(head);
        card.addClassName("card");
        card.getElement().setAttribute("aria-label", title);
        return card;
    }
}
