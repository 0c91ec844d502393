package org.packhaus.dayend.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.function.Consumer;
import org.packhaus.print.StationRow;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Icon;

/** Asks at which print station a carrier's list is to come out. */
class PaperDialog extends Dialog {

    /** @param stations at least one, each with a printer for slips */
    PaperDialog(String paper, List<StationRow> stations, Consumer<StationRow> print) {
        setHeaderTitle(getTranslation("day-end.print.of", paper));
        setWidth("420px");
        var where = new Select<StationRow>();
        where.setLabel(getTranslation("print.place"));
        where.setItems(stations);
        where.setItemLabelGenerator(StationRow::name);
        where.setValue(stations.getFirst());
        where.setWidthFull();
        add(where);
        getFooter()
                .add(
                        new ActionButton(null, getTranslation("cancel"), click -> close()).quiet(),
                        new ActionButton(Icon.PRINT, getTranslation("dock.print"), click -> {
                                    close();
                                    print.accept(where.getValue());
                                })
                                .fill());
    }
}
