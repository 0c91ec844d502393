package org.packhaus.print.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.packhaus.print.PrintException;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Problems;

/** Asks what a new station is called. */
class StationDialog extends Dialog {

    StationDialog(Consumer<String> add) {
        setHeaderTitle(getTranslation("station.add"));
        setWidth("420px");
        var name = new TextField(getTranslation("station.name"));
        name.setMaxLength(80);
        name.setWidthFull();
        name.setPlaceholder(getTranslation("station.name.example"));
        name.setAutofocus(true);
        add(name);
        getFooter()
                .add(
                        new ActionButton(null, getTranslation("cancel"), click -> close()).quiet(),
                        new ActionButton(null, getTranslation("station.add"), click -> {
                                    try {
                                        add.accept(name.getValue());
                                        close();
                                    } catch (PrintException e) {
                                        name.setErrorMessage(Problems.text(e));
                                        name.setInvalid(true);
                                    }
                                })
                                .fill());
    }
}
