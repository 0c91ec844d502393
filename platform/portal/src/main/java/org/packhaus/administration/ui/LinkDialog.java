package org.packhaus.administration.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import org.packhaus.security.OneTimeLink;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Clipboard;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;
import org.packhaus.shell.Toast;

/** Shows a one-time link, once, to be handed over by whatever means is safe; the portal needs no mail server. */
class LinkDialog extends Dialog {

    LinkDialog(String name, OneTimeLink link, Formats formats) {
        setHeaderTitle(getTranslation("link.title", name));
        setWidth("640px");
        setCloseOnOutsideClick(false);
        var address = new Pre();
        address.addClassName("command");
        address.getElement().setAttribute("tabindex", "0");
        address.setText("/join/" + link.token());
        UI.getCurrent()
                .getPage()
                .fetchCurrentURL(here ->
                        address.setText(here.getProtocol() + "://" + here.getAuthority() + "/join/" + link.token()));
        var meaning = new Paragraph(getTranslation("link.means", name, formats.date(link.expires())));
        add(meaning, address);
        getFooter()
                .add(
                        new ActionButton(Icon.COPY, getTranslation("link.copy"), click -> {
                            Clipboard.copyShown(address);
                            Toast.done(getTranslation("link.copied"));
                        }),
                        new ActionButton(null, getTranslation("close"), click -> close()).fill());
    }
}
