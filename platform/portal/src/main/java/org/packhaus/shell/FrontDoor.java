package org.packhaus.shell;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/** Every page leaves here in its reader's language and colours, without a flash of the wrong ones. */
@Component
class FrontDoor implements VaadinServiceInitListener {

    private static final String NAME_CONNECTION_BAR =
            "document.querySelectorAll('vaadin-connection-indicator').forEach(bar => bar.setAttribute('role', 'status'))";

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(page -> {
            var html = page.getDocument().getElementsByTag("html");
            var scheme = Preferences.colours(page.getVaadinRequest()).scheme;
            html.attr("lang", Preferences.language(page.getVaadinRequest()).toLanguageTag());
            html.attr("style", "color-scheme: " + scheme.getValue());
        });
        event.getSource().addSessionInitListener(session -> {
            session.getSession().setLocale(Preferences.language(session.getRequest()));
            session.getSession().setErrorHandler(new Mishap());
        });
        event.getSource().addUIInitListener(opened -> {
            // Vaadin's own "connection lost" bar stands outside every landmark and has no role.
            opened.getUI().getPage().executeJs(NAME_CONNECTION_BAR);
            var request = VaadinService.getCurrentRequest();
            if (request != null) {
                opened.getUI().setLocale(Preferences.language(request));
                opened.getUI().getPage().setColorScheme(Preferences.colours(request).scheme);
            }
        });
        event.getSource().setSystemMessagesProvider(info -> {
            var messages = new CustomizedSystemMessages();
            var language = Texts.nearest(info.getLocale());
            messages.setSessionExpiredCaption(Texts.of(language, "failure.expired"));
            messages.setSessionExpiredMessage(Texts.of(language, "failure.expired.next"));
            messages.setSessionExpiredNotificationEnabled(true);
            messages.setInternalErrorCaption(Texts.of(language, "failure.ours"));
            messages.setInternalErrorMessage(Texts.of(language, "failure.ours.next"));
            return messages;
        });
    }
}
