package org.packhaus.connect.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.packhaus.connect.Account;
import org.packhaus.sdk.CarrierProduct;
import org.packhaus.seller.Mark;
import org.packhaus.seller.SellerDetails;
import org.packhaus.seller.SellerException;
import org.packhaus.seller.SenderAddress;
import org.packhaus.shell.Icon;
import org.packhaus.shell.Problems;
import org.packhaus.shell.SellerTile;
import org.packhaus.shell.Texts;

/** The fields of a seller. Which parts are shown is asked for; what is not shown stays as it was. */
class SellerForm extends Div {
    private final SellerDetails before;
    private final Div said = new Div();
    private final TextField name = text("seller.name", 120);
    private final TextField letter = text("seller.mark", 2);
    private final Select<Integer> tone = new Select<>();
    private final TextField company = text("address.company", 100);
    private final TextField person = text("address.person", 100);
    private final TextField street = text("address.street", 100);
    private final TextField house = text("address.house", 20);
    private final TextField extra = text("address.addition", 100);
    private final TextField zip = text("address.code", 12);
    private final TextField city = text("address.city", 80);
    private final ComboBox<String> country = new ComboBox<>(getTranslation("seller.country"));
    private final TextField phone = text("seller.phone", 40);
    private final TextField email = text("seller.email", 254);
    private final Select<Locale> language = new Select<>();
    private final TimePicker cutOff = new TimePicker(getTranslation("seller.cut-off"));
    private final ComboBox<ZoneId> zone = new ComboBox<>(getTranslation("seller.zone"));
    private final IntegerField weight = new IntegerField(getTranslation("seller.weight"));
    private final Select<String> returnCarrier = new Select<>();
    private final ShipsWith shipsWith;
    private final Div parcels;

    SellerForm(SellerDetails details, Map<Account, List<CarrierProduct>> carriers, List<String> returnCarriers) {
        this.before = details;
        this.shipsWith = new ShipsWith(details, carriers);
        parcels = part("seller.part.parcels", weight, returnCarrier, shipsWith.carrier(), shipsWith.product());
        addClassNames("rows", "seller-form");
        said.addClassName("rows");
        // Before the colours, which show it.
        letter.setValue(details.mark().letter());
        choices(returnCarriers);
        fill();
        add(
                said,
                part("seller.part.name", name, letter, tone),
                part("seller.part.sender", company, person, street, house, extra, zip, city, country, phone, email),
                part("seller.part.day", cutOff, zone, language),
                parcels);
    }

    /** For the set-up, which asks for these at steps of their own. */
    SellerForm withoutParcels() {
        remove(parcels);
        return this;
    }

    private TextField text(String key, int longest) {
        var field = new TextField(getTranslation(key));
        field.setMaxLength(longest);
        return field;
    }

    private Div part(String key, com.vaadin.flow.component.Component... fields) {
        var form = new FormLayout(fields);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("480px", 2));
        var head = new H3(getTranslation(key));
        return new Div(head, form);
    }

    private void choices(List<String> returnCarriers) {
        name.setRequiredIndicatorVisible(true);
        letter.setRequiredIndicatorVisible(true);
        letter.setHelperText(getTranslation("seller.mark.help"));
        tone.setLabel(getTranslation("seller.tone"));
        tone.setItems(IntStream.rangeClosed(1, Mark.TONES).boxed().toList());
        tone.setRenderer(new ComponentRenderer<>(one -> {
            var shown = letter.getValue().isBlank() ? "?" : letter.getValue();
            return Parts.div(
                    "row",
                    new SellerTile(new Mark(shown, one), ""),
                    Parts.span("", getTranslation("seller.tone.one", one)));
        }));
        country.setItems(Arrays.stream(Locale.getISOCountries())
                .sorted(Comparator.comparing(this::countryName))
                .toList());
        country.setItemLabelGenerator(this::countryName);
        language.setLabel(getTranslation("seller.language"));
        language.setItems(Texts.LANGUAGES);
        language.setItemLabelGenerator(one -> one == null ? "" : one.getDisplayLanguage(getLocale()));
        cutOff.setStep(Duration.ofMinutes(15));
        cutOff.setLocale(Locale.GERMANY);
        cutOff.setHelperText(getTranslation("seller.cut-off.help"));
        cutOff.setRequiredIndicatorVisible(true);
        zone.setItems(ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                .sorted()
                .map(ZoneId::of)
                .toList());
        zone.setItemLabelGenerator(ZoneId::getId);
        weight.setMin(1);
        weight.setMax(1_000_000);
        weight.setSuffixComponent(new com.vaadin.flow.component.html.Span("g"));
        weight.setHelperText(getTranslation("seller.weight.help"));
        returnCarrier.setLabel(getTranslation("seller.return-carrier"));
        returnCarrier.setItems(returnCarriers);
        returnCarrier.setItemLabelGenerator(code -> code == null ? "–" : code.equals("HERMES") ? "Hermes" : code);
        returnCarrier.setEmptySelectionAllowed(true);
        returnCarrier.setEmptySelectionCaption("–");
        returnCarrier.setHelperText(getTranslation("seller.return-carrier.help"));
    }

    private String countryName(String code) {
        return Locale.of("", code).getDisplayCountry(getLocale());
    }

    private void fill() {
        name.setValue(before.name());
        tone.setValue(before.mark().tone());
        var sender = before.sender();
        set(company, sender.company());
        set(person, sender.name());
        set(street, sender.street());
        set(house, sender.houseNumber());
        set(extra, sender.extra());
        set(zip, sender.zip());
        set(city, sender.city());
        country.setValue(sender.country());
        set(phone, sender.phone());
        set(email, sender.email());
        language.setValue(Texts.nearest(Locale.of(before.language())));
        cutOff.setValue(before.cutOff());
        zone.setValue(before.timeZone());
        weight.setValue(before.defaultParcelWeightGrams());
        String back = before.returnCarrier();
        if (back != null && !back.isBlank()) {
            returnCarrier.setValue(back);
        }
    }

    private static void set(TextField field, @Nullable String value) {
        field.setValue(value == null ? "" : value);
    }

    private static @Nullable String orNull(TextField field) {
        return field.getValue().isBlank() ? null : field.getValue().strip();
    }

    /** Marks what is missing. */
    boolean isRight() {
        said.removeAll();
        boolean right = filled(name);
        right &= filled(letter);
        right &= filled(cutOff);
        right &= filled(zone);
        right &= filled(country);
        Integer grams = weight.getValue();
        boolean weighs = grams != null && grams > 0;
        weight.setErrorMessage(getTranslation("seller.weight.wrong"));
        weight.setInvalid(!weighs);
        return right && weighs;
    }

    private <F extends HasValue<?, ?> & HasValidation> boolean filled(F field) {
        boolean empty = field.isEmpty() || field.getValue() instanceof String text && text.isBlank();
        field.setErrorMessage(getTranslation("form.missing"));
        field.setInvalid(empty);
        return !empty;
    }

    /** What stands in the way of saving. */
    void fault(SellerException e) {
        if (e.code().equals("seller-name-taken")) {
            name.setErrorMessage(getTranslation("seller.name.taken"));
            name.setInvalid(true);
            name.focus();
        } else {
            said.removeAll();
            said.add(Parts.said("late", Icon.ALERT, Problems.text(e)));
        }
    }

    /** The seller as it stands in the form now. */
    SellerDetails value() {
        Integer grams = weight.getValue();
        return new SellerDetails(
                before.id(),
                before.version(),
                name.getValue().strip(),
                new Mark(letter.getValue().strip(), tone.getValue()),
                new SenderAddress(
                        orNull(company),
                        orNull(person),
                        orNull(street),
                        orNull(house),
                        orNull(extra),
                        orNull(zip),
                        orNull(city),
                        country.getValue(),
                        orNull(phone),
                        orNull(email)),
                language.getValue().getLanguage(),
                cutOff.getValue(),
                zone.getValue(),
                returnCarrier.getValue(),
                shipsWith.connection(),
                shipsWith.productId(),
                grams == null ? before.defaultParcelWeightGrams() : grams);
    }
}
