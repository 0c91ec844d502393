package org.packhaus.desk.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.OrderDetails;
import org.packhaus.order.Stage;
import org.packhaus.order.TimelineEntry;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Texts;

/** What happened to the order, newest first. It stays while the order moves on, and with it what somebody is writing. */
class TimelineCard extends Composite<Section> {

    private static final int NOTE = 500;

    private final OrderedList list = new OrderedList();
    private final Formats formats;
    private final @Nullable Consumer<String> note;

    /** @param note keeps what somebody writes; null for somebody who only looks */
    TimelineCard(Formats formats, @Nullable Consumer<String> note) {
        this.formats = formats;
        this.note = note;
    }

    @Override
    protected Section initContent() {
        var card = Parts.card(getTranslation("order.activity"));
        var keep = note;
        if (keep != null) {
            card.add(writing(keep));
        }
        list.addClassName("act");
        card.add(list);
        return card;
    }

    void show(OrderDetails order) {
        list.removeAll();
        order.timeline().forEach(entry -> list.add(line(entry)));
    }

    private Div writing(Consumer<String> keep) {
        var text = new TextField();
        text.setPlaceholder(getTranslation("order.note"));
        text.setAriaLabel(getTranslation("order.note"));
        text.setMaxLength(NOTE);
        text.addClassName("grow");
        Runnable save = () -> {
            if (!text.getValue().isBlank()) {
                keep.accept(text.getValue());
                text.clear();
            }
        };
        text.addKeyPressListener(Key.ENTER, enter -> save.run());
        var row = Parts.div(
                "row writing",
                text,
                new ActionButton(null, getTranslation("order.note.save"), click -> save.run()).small());
        return row;
    }

    /** Jobs have names like order.import; what they do goes without saying who. */
    private static boolean isPerson(String by) {
        return !by.isBlank() && !by.equals("system") && !by.matches("[a-z-]+(\\.[a-z-]+)+");
    }

    /** A stage is written down by its name, to be read in everybody's language. */
    private static Optional<Stage> stage(String text) {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.name().equals(text))
                .findFirst();
    }

    private ListItem line(TimelineEntry entry) {
        var key = "timeline." + entry.code();
        boolean known = Texts.has(key);
        var head = new Div();
        if (isPerson(entry.by())) {
            head.getElement().appendChild(Parts.strong(entry.by()));
            head.add(new Text(" · "));
        }
        var detail = stage(entry.text()).map(stage -> getTranslation("stage." + OrderState.word(stage)));
        head.add(new Text(known ? getTranslation(key) : entry.text()));
        var words = Parts.div("grow", head);
        if (known && !entry.text().isBlank()) {
            var below = Parts.div("xs two", new Text(detail.orElse(entry.text())));
            if (entry.code().equals("problem")) {
                // Written down as it was said then, which is in English.
                below.getElement().setAttribute("lang", "en");
            }
            words.add(below);
        }
        var dot = Parts.span("pt", "");
        var line = new ListItem(Parts.span("xs two t", formats.when(entry.at())), dot, words);
        return line;
    }
}
