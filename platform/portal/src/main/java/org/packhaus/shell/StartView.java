package org.packhaus.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import org.packhaus.security.CurrentUser;
import org.springframework.beans.factory.ObjectProvider;

/** The bare address leads to the first place of the drawer. */
@Route(value = "", autoLayout = false)
@PermitAll
class StartView extends Div implements BeforeEnterObserver {

    private final ObjectProvider<NavigationEntry> entries;
    private final CurrentUser user;

    StartView(ObjectProvider<NavigationEntry> entries, CurrentUser user) {
        this.entries = entries;
        this.user = user;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var first = entries.stream()
                .filter(entry -> entry.isFor(user))
                .min(Comparator.comparingInt(NavigationEntry::order))
                .orElseThrow(NotFoundException::new);
        event.forwardTo(first.view());
    }
}
