package org.packhaus.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** What this screen is for, what one can do there, and its keys: beside the work, which goes on meanwhile. */
class HelpDrawer extends Aside {
    private final Runnable closed;

    /** @param closed told when it was closed from within, so that the focus finds back */
    HelpDrawer(Runnable closed) {
        this.closed = closed;
        addClassName("help-drawer");
        setVisible(false);
        getElement()
                .addEventListener("keydown", pressed -> close())
                .setFilter("event.key === '" + Key.ESCAPE.getKeys().getFirst() + "'");
    }

    void open(Class<? extends Component> view, List<HasKeys.Key> keys) {
        removeAll();
        getElement().setAttribute("aria-label", getTranslation("help.open"));
        var shut = ActionButton.icon(Icon.X, getTranslation("close"), click -> close())
                .bare()
                .small();
        var text = HelpText.of(view, getLocale());
        var title = new H2(text.map(HelpText::title).orElseGet(() -> getTranslation("help.open")));
        title.addClassName("grow");
        var inside = new Div();
        inside.addClassName("inside");
        text.ifPresentOrElse(
                found -> fill(found, inside), () -> inside.add(new Paragraph(getTranslation("help.none"))));
        KeySheet.sections(inside, keys);
        text.map(HelpText::section)
                .filter(section -> !section.isEmpty())
                .ifPresent(section -> inside.add(quiet(getTranslation("help.guide", section))));
        add(new Header(title, shut), inside);
        setVisible(true);
        shut.focus();
    }

    private void fill(HelpText text, Div inside) {
        var head = new H3(getTranslation("help.deeds"));
        head.addClassNames("xs", "two");
        var deeds = new UnorderedList();
        text.deeds().forEach(deed -> deeds.add(new ListItem(deed)));
        inside.add(new Paragraph(text.about()), head, deeds);
    }

    private static Paragraph quiet(String words) {
        var says = new Paragraph(words);
        says.addClassNames("xs", "two");
        return says;
    }

    void close() {
        if (isVisible()) {
            setVisible(false);
            closed.run();
        }
    }

    /** Another screen has other help. */
    void leave() {
        setVisible(false);
    }
}
