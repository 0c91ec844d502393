package org.packhaus.print.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.packhaus.print.NewPrinter;
import org.packhaus.print.PrintException;
import org.packhaus.print.Route;
import org.packhaus.print.StationRow;
import org.packhaus.sdk.DocumentType;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Problems;

/** Asks what a printer is, how it is reached and what it understands; only what matters for the choice made. */
class PrinterDialog extends Dialog {
    private static final List<String> DENSITIES = List.of("DPI_203", "DPI_300", "DPI_600");
    private static final List<String> SHEETS = List.of("", "a4", "a4-2", "a4-4", "a5", "a6", "100x150", "103x199");

    private final TextField name = new TextField(getTranslation("printer.name"));
    private final Select<Route> route = new Select<>();
    private final Select<StationRow> station = new Select<>();
    private final TextField address = new TextField();
    private final Select<DocumentType> language = new Select<>();
    private final Select<String> density = new Select<>();
    private final Select<String> sheet = new Select<>();
    private final Paragraph failure = new Paragraph();

    PrinterDialog(List<StationRow> stations, Consumer<NewPrinter> add) {
        setHeaderTitle(getTranslation("printer.add"));
        setWidth("560px");
        name.setMaxLength(80);
        select(
                route,
                "printer.route",
                List.of(Route.values()),
                one -> "printer.route." + one.name().toLowerCase(Locale.ROOT));
        station.setLabel(getTranslation("printer.station"));
        station.setItems(stations);
        station.setItemLabelGenerator(StationRow::name);
        if (!stations.isEmpty()) {
            station.setValue(stations.getFirst());
        }
        select(
                language,
                "printer.language",
                List.of(DocumentType.PDF, DocumentType.ZPL, DocumentType.EPL, DocumentType.PNG),
                one -> "printer.language." + one.extension());
        select(
                density,
                "printer.density",
                DENSITIES,
                one -> "printer.density." + one.toLowerCase(Locale.ROOT).replace('_', '-'));
        select(sheet, "print.sheet", SHEETS, one -> "print.sheet." + (one.isEmpty() ? "own" : one));
        address.setMaxLength(300);
        failure.addClassName("problem-text");
        failure.getElement().setAttribute("role", "alert");
        route.addValueChangeListener(change -> arrange());
        language.addValueChangeListener(change -> arrange());
        var form = new FormLayout(name, route, station, address, language, density, sheet);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("420px", 2));
        form.setColspan(name, 2);
        form.setColspan(address, 2);
        add(form, failure);
        getFooter()
                .add(
                        new ActionButton(null, getTranslation("cancel"), click -> close()).quiet(),
                        new ActionButton(null, getTranslation("printer.add"), click -> save(add)).fill());
        arrange();
    }

    private <T> void select(Select<T> field, String label, List<T> items, java.util.function.Function<T, String> key) {
        field.setLabel(getTranslation(label));
        field.setItems(items);
        field.setItemLabelGenerator(one -> getTranslation(key.apply(one)));
        field.setValue(items.getFirst());
    }

    private void arrange() {
        boolean agent = route.getValue() == Route.AGENT;
        station.setVisible(agent);
        density.setVisible(language.getValue() != DocumentType.PDF);
        address.setLabel(
                getTranslation("printer.address." + route.getValue().name().toLowerCase(Locale.ROOT)));
        address.setPlaceholder(
                switch (route.getValue()) {
                    case AGENT -> "Zebra ZD421";
                    case IPP -> "ipp://192.168.1.20:631/printers/office";
                    case RAW -> "192.168.1.21:9100";
                });
    }

    private void save(Consumer<NewPrinter> add) {
        boolean agent = route.getValue() == Route.AGENT;
        try {
            add.accept(new NewPrinter(
                    name.getValue(),
                    agent && station.getValue() != null ? station.getValue().id() : null,
                    route.getValue(),
                    address.getValue(),
                    language.getValue(),
                    language.getValue() == DocumentType.PDF ? null : density.getValue(),
                    sheet.getValue()));
            close();
        } catch (PrintException e) {
            failure.setText(Problems.text(e));
        }
    }
}
