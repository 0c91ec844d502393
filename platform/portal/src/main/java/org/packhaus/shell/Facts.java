package org.packhaus.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;

/** Names and values under each other, the names in the quieter ink. What has no value is left out. */
public class Facts extends Div {

    private final Element list = new Element("dl");

    public Facts() {
        list.setAttribute("class", "facts");
        getElement().appendChild(list);
    }

    public Facts fact(String name, String value) {
        if (!value.isBlank()) {
            var term = new Element("dt");
            term.setText(name);
            var words = new Element("dd");
            words.setText(value);
            list.appendChild(term, words);
        }
        return this;
    }
}
