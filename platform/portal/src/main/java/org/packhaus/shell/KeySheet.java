package org.packhaus.shell;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.dom.Element;
import java.util.List;
import org.packhaus.shell.HasKeys.Key;

/** All keys of this place and of every place, behind the question mark. */
class KeySheet extends Dialog {

    private static final List<Key> EVERYWHERE =
            List.of(new Key("Ctrl K", "keys.palette"), new Key("?", "keys.help"), new Key("Esc", "keys.escape"));

    KeySheet(List<Key> here) {
        setHeaderTitle(getTranslation("keys.title"));
        setWidth("440px");
        if (!here.isEmpty()) {
            section("keys.here", here);
        }
        section("keys.everywhere", EVERYWHERE);
        getFooter().add(new ActionButton(null, getTranslation("close"), click -> close()));
    }

    private void section(String key, List<Key> keys) {
        var head = new H3(getTranslation(key));
        head.addClassNames("xs", "two");
        add(head);
        var list = new Element("dl");
        list.setAttribute("class", "keys");
        for (var one : keys) {
            var term = new Element("dt");
            for (var cap : one.caps().split(" ", -1)) {
                var element = new Element("kbd");
                element.setText(cap);
                term.appendChild(element);
            }
            var says = new Element("dd");
            says.setText(getTranslation(one.textKey()));
            list.appendChild(term, says);
        }
        getElement().appendChild(list);
    }
}
