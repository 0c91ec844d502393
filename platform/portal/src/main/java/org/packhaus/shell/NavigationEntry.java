package org.packhaus.shell;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/**
 * A place in the drawer. A room that has a view offers a bean of this type; the shell knows no room by name.
 *
 * @param order where it stands, small first
 * @param textKey its name in the bundle
 * @param count how much waits there, asked with the user's sellers in scope, often: must be cheap
 */
public record NavigationEntry(
        int order, Group group, String textKey, Icon icon, Class<? extends Component> view, Counter count) {

    /** The three parts of the drawer. */
    public enum Group {
        WORK,
        GOODS,
        SET_UP
    }

    /** How urgent a count is. */
    public enum Mood {
        CALM,
        RUNNING,
        BAD
    }

    /** What stands right of the name, already in words ("128", "1 running"). */
    public record Count(String words, Mood mood) {}

    /** Asked whenever the drawer is drawn. */
    @FunctionalInterface
    public interface Counter {
        Optional<Count> count(Formats formats);
    }
}
