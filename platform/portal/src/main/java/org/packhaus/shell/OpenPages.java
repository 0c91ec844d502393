package org.packhaus.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.SessionsEnded;
import org.packhaus.security.UserId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Sends the open pages of a user whose sessions have ended to the sign-in at once, instead of at their next click. Those on other nodes
 * are refused at the next click.
 */
@Component
class OpenPages implements VaadinServiceInitListener {

    private final CurrentUser user;
    private final Map<UI, UserId> open = new ConcurrentHashMap<>();

    OpenPages(CurrentUser user) {
        this.user = user;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(opened -> {
            if (user.isSignedIn()) {
                open.put(opened.getUI(), user.id());
                opened.getUI().addDetachListener(closed -> open.remove(closed.getUI()));
            }
        });
    }

    /** Only once it is committed, or the page would come back before the database knows. */
    @TransactionalEventListener(fallbackExecution = true)
    void ended(SessionsEnded ended) {
        var own = VaadinSession.getCurrent();
        open.forEach((page, whose) -> {
            if (whose.equals(ended.user()) && page.getSession() != own) {
                try {
                    page.access(() -> page.getPage().setLocation("login"));
                } catch (UIDetachedException closed) {
                    open.remove(page);
                }
            }
        });
    }
}
