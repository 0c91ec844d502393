package org.packhaus.administration.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import java.util.List;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Clipboard;
import org.packhaus.shell.Icon;

/** Shows recovery codes, this once. */
class CodesDialog extends Dialog {

    CodesDialog(List<String> codes, Runnable then) {
        setHeaderTitle(getTranslation("factor.codes"));
        setWidth("460px");
        setCloseOnOutsideClick(false);
        var list = new Pre(String.join("\n", codes));
        list.addClassName("command");
        list.getElement().setAttribute("tabindex", "0");
        add(new Paragraph(getTranslation("factor.codes.means")), list);
        getFooter()
                .add(
                        new ActionButton(
                                Icon.COPY, getTranslation("factor.codes.copy"), click -> Clipboard.copyShown(list)),
                        new ActionButton(null, getTranslation("factor.codes.kept"), click -> {
                                    close();
                                    then.run();
                                })
                                .fill());
    }
}
