package org.packhaus.shell;

import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.UI;
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
        sections(this, here);
        getFooter().add(new ActionButton(null, getTranslation("close"), click -> close()));
    }

    /** The keys of this place, and those of every place. */
    static void sections(HasComponents into, List<Key> here) {
        if (!here.isEmpty()) {
            section(into, "keys.here", here);
        }
        section(into, "keys.everywhere", EVERYWHERE);
    }

    private static void section(HasComponents into, String key, List<Key> keys) {
        var language = UI.getCurrent().getLocale();
        var head = new H3(Texts.of(language, key));
        head.addClassNames("xs", "two");
        into.add(head);
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
            says.setText(Texts.of(language, one.textKey()));
            list.appendChild(term, says);
        }
        into.getElement().appendChild(list);
    }
}
