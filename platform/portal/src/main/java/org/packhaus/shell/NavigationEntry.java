package org.packhaus.shell;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Permission;

/**
 * A place in the drawer. A room that has a view offers a bean of this type; the shell knows no room by name.
 *
 * @param order where it stands, small first
 * @param textKey its name in the bundle
 * @param count how much waits there, asked with the user's sellers in scope, often: must be cheap
 * @param needs who may not do this for any seller in view does not see the place; null is for everybody
 */
public record NavigationEntry(
        int order,
        Group group,
        String textKey,
        Icon icon,
        Class<? extends Component> view,
        Counter count,
        @Nullable Permission needs) {

    /** A place for everybody. */
    public NavigationEntry(
            int order, Group group, String textKey, Icon icon, Class<? extends Component> view, Counter count) {
        this(order, group, textKey, icon, view, count, null);
    }

    /** The parts of the drawer, and what is written above them. */
    public enum Group {
        WORK(""),
        GOODS("shell.goods"),
        SET_UP("shell.set-up"),
        ADMINISTRATION("shell.administration");

        private final String textKey;

        Group(String textKey) {
            this.textKey = textKey;
        }

        String textKey() {
            return textKey;
        }
    }

    /** The view and its service ask again. */
    boolean isFor(CurrentUser user) {
        // Who looks after the install manages sellers even before there is one.
        return needs == null
                || user.may(needs)
                || needs == Permission.MANAGE_SELLERS && user.may(Permission.ADMINISTER);
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
