package org.packhaus.shell;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Locale;
import java.util.Optional;
import org.packhaus.security.CurrentUser;
import org.springframework.stereotype.Component;

/** Every page leaves here in its reader's language and colours, without a flash of the wrong ones. */
@Component
class FrontDoor implements VaadinServiceInitListener {

    private static final String NAME_VAADINS_OWN = """
            document.querySelectorAll('vaadin-connection-indicator').forEach(bar => bar.setAttribute('role', 'status'));
            new MutationObserver(() => document.querySelectorAll('.v-system-error').forEach(box => {
                    box.setAttribute('role', 'alert');
                    box.style.color = 'CanvasText';
                    box.style.backgroundColor = 'Canvas';
                    box.style.border = '1px solid';
                    box.querySelectorAll('.caption').forEach(caption => caption.style.color = 'inherit');
                }))
                .observe(document.body, {childList: true});
            """;

    private final CurrentUser user;

    FrontDoor(CurrentUser user) {
        this.user = user;
    }

    private Locale language(VaadinRequest request) {
        return Preferences.language(
                request, user.isSignedIn() ? Optional.of(user.profile().language()) : Optional.empty());
    }

    private Preferences.Colours colours(VaadinRequest request) {
        return Preferences.colours(
                request, user.isSignedIn() ? Optional.of(user.profile().theme()) : Optional.empty());
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(page -> {
            var html = page.getDocument().getElementsByTag("html");
            var scheme = colours(page.getVaadinRequest()).scheme;
            html.attr("lang", language(page.getVaadinRequest()).toLanguageTag());
            html.attr("style", "color-scheme: " + scheme.getValue());
        });
        event.getSource().addSessionInitListener(session -> {
            session.getSession().setLocale(Preferences.language(session.getRequest(), Optional.empty()));
            session.getSession().setErrorHandler(new Mishap());
        });
        event.getSource().addUIInitListener(opened -> {
            // Vaadin's own "connection lost" bar and "signed out" box stand outside every landmark and have no role;
            // the box is too pale.
            opened.getUI().getPage().executeJs(NAME_VAADINS_OWN);
            var request = VaadinService.getCurrentRequest();
            if (request != null) {
                opened.getUI().setLocale(language(request));
                opened.getUI().getPage().setColorScheme(colours(request).scheme);
            }
        });
        event.getSource().setSystemMessagesProvider(info -> {
            var messages = new CustomizedSystemMessages();
            // Who is signed in hears of the end in the language of the account, whatever the browser speaks.
            var request = info.getRequest();
            var language = request == null ? Texts.nearest(info.getLocale()) : language(request);
            messages.setSessionExpiredCaption(Texts.of(language, "failure.expired"));
            messages.setSessionExpiredMessage(Texts.of(language, "failure.expired.next"));
            messages.setSessionExpiredNotificationEnabled(true);
            // So it is for the person as well when it is the browser that has forgotten who they are.
            messages.setCookiesDisabledCaption(Texts.of(language, "failure.expired"));
            messages.setCookiesDisabledMessage(Texts.of(language, "failure.expired.next"));
            messages.setCookiesDisabledNotificationEnabled(true);
            messages.setInternalErrorCaption(Texts.of(language, "failure.ours"));
            messages.setInternalErrorMessage(Texts.of(language, "failure.ours.next"));
            return messages;
        });
    }
}
