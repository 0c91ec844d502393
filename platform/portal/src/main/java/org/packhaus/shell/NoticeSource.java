package org.packhaus.shell;

import com.vaadin.flow.component.Component;
import java.util.List;

/** Knows of matters that want to be noticed. A room that has some offers a bean of this type; the shell knows no room by name. */
@FunctionalInterface
public interface NoticeSource {

    /** What there is now for the signed-in user, asked with the sellers in view at most every few seconds: must be cheap. */
    List<Notice> notices(Formats formats);

    /** Has this called back, in the page of the component and while it is attached, when there may be something new for its user. */
    default void watch(Component bell, Runnable look) {}
}
