package org.packhaus.connect.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.packhaus.connect.Account;
import org.packhaus.connect.SellerCard;
import org.packhaus.returnnumber.ReturnNumberException;
import org.packhaus.returnnumber.SourceKind;
import org.packhaus.returnnumber.SourceRow;
import org.packhaus.returnnumber.SourceWish;
import org.packhaus.sdk.ReturnLabels;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Icon;
import org.packhaus.shell.Problems;
import org.packhaus.shell.Toast;

/** Where a seller's return numbers of one carrier come from. */
class SourceDialog extends Dialog {
    private final Form form;

    SourceDialog(SellerCard card, @Nullable SourceRow known, NumberTools tools, SellerWords words, Runnable changed) {
        setHeaderTitle(getTranslation(known == null ? "returns.add-source" : "returns.edit"));
        setWidth("560px");
        form = new Form(card, known, tools, words);
        add(form);
        getFooter()
                .add(
                        new ActionButton(null, getTranslation("cancel"), click -> close()).quiet(),
                        new ActionButton(Icon.TICK, getTranslation("returns.save"), click -> {
                                    if (form.save()) {
                                        close();
                                        Toast.done(getTranslation("returns.saved", words.carrier(form.carrier())));
                                        changed.run();
                                    }
                                })
                                .fill());
    }

    /** The questions themselves; the set-up asks them too. */
    static final class Form extends Div {
        private static final int ENOUGH = 200;

        private final SellerCard card;
        private final NumberTools tools;
        private final RadioButtonGroup<String> carrier = new RadioButtonGroup<>();
        private final RadioButtonGroup<SourceKind> kind = new RadioButtonGroup<>();
        private final Select<Account> connection = new Select<>();
        private final IntegerField lowWater = new IntegerField(getTranslation("returns.low-water"));
        private final Checkbox always = new Checkbox(getTranslation("returns.always"));
        private final Div said = new Div();

        Form(SellerCard card, @Nullable SourceRow known, NumberTools tools, SellerWords words) {
            this.card = card;
            this.tools = tools;
            addClassName("rows");
            carrier.setLabel(getTranslation("returns.carrier"));
            carrier.setHelperText(getTranslation("returns.carrier.help"));
            carrier.setItems(tools.carriers());
            carrier.setItemLabelGenerator(words::carrier);
            kind.setLabel(getTranslation("returns.where"));
            kind.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
            kind.setItems(SourceKind.POOL, SourceKind.CALL, SourceKind.API);
            kind.setRenderer(new ComponentRenderer<>(one -> Parts.div(
                    "",
                    Parts.div("", Parts.strong(words.kind(one))),
                    Parts.div("two", new com.vaadin.flow.component.html.Span(explained(one))))));
            connection.setLabel(getTranslation("returns.connection"));
            connection.setItems(sellReturns());
            connection.setItemLabelGenerator(
                    account -> account == null ? "" : account.row().name());
            if (sellReturns().isEmpty()) {
                connection.setHelperText(getTranslation("returns.connection.none"));
            }
            lowWater.setMin(0);
            lowWater.setMax(1_000_000);
            lowWater.setStepButtonsVisible(true);
            lowWater.setStep(50);
            lowWater.setHelperText(getTranslation("returns.low-water.help"));
            always.setHelperText(getTranslation("returns.always.help"));
            kind.addValueChangeListener(change -> arrange());
            add(carrier, kind, connection, lowWater, always, said);
            fill(known);
        }

        private String explained(SourceKind one) {
            return switch (one) {
                case POOL -> getTranslation("returns.kind.pool.help");
                case CALL -> getTranslation("returns.kind.call.help");
                case API -> getTranslation("returns.kind.api.help");
            };
        }

        private List<Account> sellReturns() {
            return card.accounts().stream()
                    .filter(account ->
                            account.row().role() == ConnectionRole.CARRIER && account.can(ReturnLabels.class))
                    .toList();
        }

        private void fill(@Nullable SourceRow known) {
            lowWater.setValue(ENOUGH);
            if (known == null) {
                String set = card.details().returnCarrier();
                carrier.setValue(
                        set != null && tools.carriers().contains(set)
                                ? set
                                : tools.carriers().getFirst());
                kind.setValue(SourceKind.POOL);
            } else {
                carrier.setValue(known.carrierCode());
                carrier.setReadOnly(true);
                kind.setValue(known.kind());
                always.setValue(known.always());
                lowWater.setValue(known.lowWater());
                sellReturns().stream()
                        .filter(account -> known.connection()
                                .filter(account.row().id()::equals)
                                .isPresent())
                        .findFirst()
                        .ifPresent(connection::setValue);
            }
            arrange();
        }

        private void arrange() {
            connection.setVisible(kind.getValue() == SourceKind.API);
            lowWater.setVisible(kind.getValue() == SourceKind.POOL);
            always.setVisible(kind.getValue() != SourceKind.CALL);
        }

        void onChange(Runnable then) {
            carrier.addValueChangeListener(change -> then.run());
            kind.addValueChangeListener(change -> then.run());
        }

        String carrier() {
            return carrier.getValue();
        }

        SourceKind kind() {
            return kind.getValue();
        }

        /** @return whether it is saved; what is wrong is said in the form */
        boolean save() {
            said.removeAll();
            try {
                Integer low = lowWater.getValue();
                Account chosen = connection.getValue();
                tools.set(
                        card.details().id(),
                        carrier.getValue(),
                        new SourceWish(
                                kind.getValue(),
                                always.getValue() && kind.getValue() != SourceKind.CALL,
                                kind.getValue() == SourceKind.API && chosen != null
                                        ? chosen.row().id()
                                        : null,
                                kind.getValue() == SourceKind.POOL && low != null ? low : 0));
                return true;
            } catch (ReturnNumberException e) {
                said.add(Parts.said("late", Icon.ALERT, Problems.text(e)));
                return false;
            }
        }
    }
}
