package org.packhaus.stock.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.Commodity;
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.Weight;
import org.packhaus.shell.ActionButton;
import org.packhaus.stock.StockRow;

/** Enters what customs asks of a SKU: all of it or nothing, for a half of it sends no parcel. */
class CustomsDialog extends Dialog {
    private static final int LONGEST_DESCRIPTION = 256;
    private static final int HEAVIEST = 70_000;

    private final TextField code = new TextField(getTranslation("stock.customs.code"));
    private final ComboBox<CountryCode> origin = new ComboBox<>(getTranslation("stock.customs.origin"));
    private final TextField description = new TextField(getTranslation("stock.customs.description"));
    private final IntegerField weight = new IntegerField(getTranslation("stock.customs.weight"));

    CustomsDialog(StockRow row, @Nullable Commodity known, Consumer<Commodity> save) {
        setHeaderTitle(getTranslation("stock.customs.title", row.sku()));
        setWidth("480px");
        var why = new Paragraph(getTranslation("stock.customs.why"));
        why.addClassName("sub");
        code.setHelperText(getTranslation("stock.customs.code.help"));
        code.setMaxLength(20);
        code.setAutofocus(true);
        Locale language = getLocale();
        origin.setItems(countries(language));
        origin.setItemLabelGenerator(country -> country.name(language));
        description.setHelperText(getTranslation("stock.customs.description.help"));
        description.setMaxLength(LONGEST_DESCRIPTION);
        weight.setMin(1);
        weight.setMax(HEAVIEST);
        if (known != null) {
            code.setValue(known.hsCode());
            origin.setValue(known.origin());
            description.setValue(known.description());
            weight.setValue(known.weight().grams());
        }
        var rows = new Div(why, code, origin, description, weight);
        rows.addClassName("rows");
        add(rows);
        getFooter()
                .add(
                        new ActionButton(null, getTranslation("cancel"), click -> close()).quiet(),
                        new ActionButton(null, getTranslation("stock.customs.save"), click -> save(save)).fill());
    }

    private void save(Consumer<Commodity> save) {
        boolean coded = code.getValue().replaceAll("[.\\s]", "").matches("\\d{6,11}");
        code.setInvalid(!coded);
        code.setErrorMessage(getTranslation("stock.customs.code.wrong"));
        origin.setInvalid(origin.isEmpty());
        origin.setErrorMessage(getTranslation("stock.customs.needed"));
        boolean described = !description.getValue().isBlank();
        description.setInvalid(!described);
        description.setErrorMessage(getTranslation("stock.customs.needed"));
        boolean weighed = !weight.isEmpty() && weight.getValue() >= 1 && weight.getValue() <= HEAVIEST;
        weight.setInvalid(!weighed);
        weight.setErrorMessage(getTranslation("stock.number.wrong", HEAVIEST));
        if (coded && !origin.isEmpty() && described && weighed) {
            close();
            save.accept(new Commodity(
                    code.getValue(), origin.getValue(), description.getValue(), Weight.grams(weight.getValue())));
        }
    }

    private static List<CountryCode> countries(Locale language) {
        return Arrays.stream(Locale.getISOCountries())
                .map(CountryCode::new)
                .sorted(Comparator.comparing(country -> country.name(language)))
                .toList();
    }
}
