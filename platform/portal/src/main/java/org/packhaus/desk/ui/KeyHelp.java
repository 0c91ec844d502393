package org.packhaus.desk.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.dom.Element;
import java.util.List;
import org.packhaus.shell.ActionButton;

/** All keys of the list, behind the question mark. */
class KeyHelp extends Dialog {

    private static final List<String> KEYS = List.of("/", "j k", "x", "Shift x", "Enter", "l", "p", "c", "h", "?");

    KeyHelp() {
        setHeaderTitle(getTranslation("keys.title"));
        var list = new Element("dl");
        list.setAttribute("class", "keys");
        for (var keys : KEYS) {
            var term = new Element("dt");
            for (var key : keys.split(" ", -1)) {
                var cap = new Element("kbd");
                cap.setText(key);
                term.appendChild(cap);
            }
            var says = new Element("dd");
            says.setText(getTranslation(
                    "keys." + keys.replace(" ", "-").replace("/", "slash").replace("?", "help")));
            list.appendChild(term, says);
        }
        getElement().appendChild(list);
        getFooter().add(new ActionButton(null, getTranslation("close"), click -> close()));
        setWidth("420px");
    }
}
