package org.packhaus.print.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import org.packhaus.print.StationRow;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Clipboard;
import org.packhaus.shell.Icon;

/** Shows a token once, as the command that uses it. */
class TokenDialog extends Dialog {

    TokenDialog(StationRow station, String token) {
        setHeaderTitle(getTranslation("station.token.title", station.name()));
        setWidth("640px");
        setCloseOnOutsideClick(false);
        var command = new Pre();
        command.addClassName("command");
        command.getElement().setAttribute("tabindex", "0");
        add(new Paragraph(getTranslation("station.token.means")), command);
        UI.getCurrent()
                .getPage()
                .fetchCurrentURL(here ->
                        command.setText("PACKHAUS_PRINT_TOKEN=" + token + " \\\n  ./packhaus print-agent --server "
                                + here.getProtocol() + "://" + here.getAuthority()));
        getFooter()
                .add(
                        new ActionButton(
                                Icon.COPY, getTranslation("copy.command"), click -> Clipboard.copyShown(command)),
                        new ActionButton(null, getTranslation("close"), click -> close()).fill());
    }
}
