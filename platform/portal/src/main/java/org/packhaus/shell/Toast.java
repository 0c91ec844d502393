package org.packhaus.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import java.time.Duration;

/** A word in passing. Good news goes by itself, bad news stays until somebody has read it. */
public final class Toast {

    private Toast() {}

    public static void done(String words, Component... actions) {
        var toast = toast(Icon.TICK, words, actions);
        toast.setDuration((int) Duration.ofSeconds(6).toMillis());
        toast.open();
    }

    public static void failure(String words, Component... actions) {
        var toast = toast(Icon.ALERT, words, actions);
        toast.addThemeVariants(NotificationVariant.LUMO_ERROR);
        toast.setAssertive(true);
        toast.setDuration(0);
        toast.open();
    }

    private static Notification toast(Icon icon, String words, Component... actions) {
        var toast = new Notification();
        toast.setPosition(Notification.Position.BOTTOM_END);
        var line = new Div(icon.create(), new Span(words));
        line.addClassName("toast");
        line.add(actions);
        var close = ActionButton.icon(
                        Icon.X,
                        Texts.of(com.vaadin.flow.component.UI.getCurrent().getLocale(), "close"),
                        click -> toast.close())
                .bare()
                .small();
        line.add(close);
        toast.add(line);
        return toast;
    }
}
