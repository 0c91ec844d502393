package org.packhaus.desk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.packhaus.desk.Deed;
import org.packhaus.rule.OfferRow;
import org.packhaus.shell.ActionButton;

/** Asks for the one thing a deed still needs: the reason, the tag, the note, the carrier. */
final class DeedDialog extends Dialog {

    private static final int LONGEST_WORDS = 500;
    private static final int LONGEST_TAG = 40;

    private DeedDialog(String key, String orders, Component field, Supplier<Optional<Deed>> deed, Consumer<Deed> take) {
        setHeaderTitle(getTranslation(key + ".title"));
        setWidth("440px");
        var about = new Paragraph(orders);
        about.addClassName("two");
        var missing = new Paragraph();
        missing.addClassName("problem-text");
        missing.getElement().setAttribute("role", "alert");
        var rows = new Div(about, field, missing);
        rows.addClassName("rows");
        add(rows);
        getFooter()
                .add(
                        new ActionButton(null, getTranslation("cancel"), click -> close()).quiet(),
                        new ActionButton(
                                        null,
                                        getTranslation(key + ".do"),
                                        click -> deed.get()
                                                .ifPresentOrElse(
                                                        ready -> {
                                                            close();
                                                            take.accept(ready);
                                                        },
                                                        () -> missing.setText(getTranslation(key + ".missing"))))
                                .fill());
    }

    /** @param orders how many are meant, in words */
    static void hold(String orders, Consumer<Deed> take) {
        var reason = area("deed.hold.reason");
        open("deed.hold", orders, reason, () -> said(reason).map(Deed.Hold::new), take);
    }

    static void note(String orders, Consumer<Deed> take) {
        var text = area("deed.note.text");
        open("deed.note", orders, text, () -> said(text).map(Deed.Note::new), take);
    }

    static void tag(String orders, List<String> known, Consumer<Deed> take) {
        var tag = new ComboBox<String>(text("deed.tag.name"));
        tag.setItems(known);
        tag.setAllowCustomValue(true);
        tag.addCustomValueSetListener(typed -> tag.setValue(typed.getDetail()));
        tag.setHelperText(text("deed.tag.help"));
        open("deed.tag", orders, tag, () -> said(tag).filter(DeedDialog::isTag).map(Deed.Tag::new), take);
    }

    static void untag(String orders, List<String> known, Consumer<Deed> take) {
        var tag = new ComboBox<String>(text("deed.tag.name"));
        tag.setItems(known);
        open("deed.untag", orders, tag, () -> said(tag).map(Deed.Untag::new), take);
    }

    static void carrier(String orders, List<OfferRow> products, Consumer<Deed> take) {
        var offer = new ComboBox<OfferRow>(text("rule.offer"));
        offer.setItems(products);
        offer.setItemLabelGenerator(
                row -> row.product().startsWith(row.carrier()) ? row.product() : row.carrier() + " " + row.product());
        offer.setHelperText(text("deed.carrier.help"));
        open(
                "deed.carrier",
                orders,
                offer,
                () -> Optional.ofNullable(offer.getValue())
                        .map(row -> new Deed.Assign(row.carrier(), row.offer().product())),
                take);
    }

    private static boolean isTag(String typed) {
        return typed.length() <= LONGEST_TAG && !typed.contains(",");
    }

    private static Optional<String> said(HasValue<?, String> field) {
        return Optional.ofNullable(field.getValue()).map(String::strip).filter(words -> !words.isEmpty());
    }

    private static TextArea area(String key) {
        var area = new TextArea(text(key));
        area.setMaxLength(LONGEST_WORDS);
        area.setMinRows(2);
        return area;
    }

    private static void open(
            String key, String orders, Component field, Supplier<Optional<Deed>> deed, Consumer<Deed> take) {
        field.getElement().getStyle().setWidth("100%");
        new DeedDialog(key, orders, field, deed, take).open();
        if (field instanceof com.vaadin.flow.component.Focusable<?> first) {
            first.focus();
        }
    }

    private static String text(String key) {
        return org.packhaus.shell.Texts.of(
                com.vaadin.flow.component.UI.getCurrent().getLocale(), key);
    }
}
