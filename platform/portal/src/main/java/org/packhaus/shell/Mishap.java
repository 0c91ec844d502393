package org.packhaus.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something broke while a person clicked: they get a number, the log gets the story under the same number. */
class Mishap implements ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Mishap.class);

    @Override
    public void error(ErrorEvent event) {
        var number = number();
        LOG.error("[{}] failed in the browser of a user", number, event.getThrowable());
        var ui = UI.getCurrent();
        if (ui != null) {
            ui.access(() -> Toast.failure(Texts.of(ui.getLocale(), "failure.action", number)));
        }
    }

    /** Short enough to be read out on the telephone. */
    static String number() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
