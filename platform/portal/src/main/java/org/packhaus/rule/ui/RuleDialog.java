package org.packhaus.rule.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.rule.Action;
import org.packhaus.rule.Condition;
import org.packhaus.rule.Extra;
import org.packhaus.rule.Offer;
import org.packhaus.rule.SecondChoice;
import org.packhaus.rule.ShippingRule;
import org.packhaus.sdk.Service;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Icon;

/** Writes or changes one rule: when, whom, what is added, and who if that one is down. */
class RuleDialog extends Dialog {
    /** What a rule may add; the others are a buyer's own wishes. */
    private static final List<Service.Kind> ADDED = List.of(
            Service.Kind.SIGNATURE,
            Service.Kind.NAMED_PERSON_ONLY,
            Service.Kind.NO_NEIGHBOUR,
            Service.Kind.AGE_CHECK,
            Service.Kind.IDENT_CHECK,
            Service.Kind.INSURANCE,
            Service.Kind.BULKY,
            Service.Kind.CLIMATE,
            Service.Kind.OUTLET_ROUTING,
            Service.Kind.PREMIUM,
            Service.Kind.ECONOMY,
            Service.Kind.CLOSEST_DROP_POINT,
            Service.Kind.ABANDON,
            Service.Kind.DUTIES_PAID);

    /** Those that look at the receiver's age. */
    private static final Set<Service.Kind> AGED = Set.of(Service.Kind.AGE_CHECK, Service.Kind.IDENT_CHECK);

    private final RuleWords words;
    private final Set<String> taken;
    private final TextField name = new TextField(getTranslation("rule.name"));
    private final Div conditions = new Div();
    private final List<ConditionRow> rows = new ArrayList<>();
    private final Select<String> how = new Select<>();
    private final ComboBox<Offer> one = new ComboBox<>(getTranslation("rule.offer"));
    private final MultiSelectComboBox<Offer> among = new MultiSelectComboBox<>(getTranslation("rule.among"));
    private final MultiSelectComboBox<Service.Kind> extras = new MultiSelectComboBox<>(getTranslation("rule.extras"));
    private final IntegerField age = new IntegerField(getTranslation("rule.age"));
    private final ComboBox<Offer> second = new ComboBox<>(getTranslation("rule.second"));
    private final Select<SecondChoice.Mode> mode = new Select<>();
    private final Paragraph failure = new Paragraph();

    /** @param taken names of the other rules */
    RuleDialog(@Nullable ShippingRule rule, Set<String> taken, RuleWords words, Consumer<ShippingRule> done) {
        this.words = words;
        this.taken = taken;
        setHeaderTitle(getTranslation(rule == null ? "rule.add" : "rule.edit"));
        setWidth("680px");
        name.setMaxLength(100);
        name.setAutofocus(true);
        fields();
        var when = new H2(getTranslation("rule.when"));
        var add = new ActionButton(
                        Icon.PLUS, getTranslation("rule.condition.add"), click -> row(Typed.blank(Typed.Kind.COUNTRY)))
                .small();
        var then = new H2(getTranslation("rule.then"));
        failure.addClassName("problem-text");
        failure.getElement().setAttribute("role", "alert");
        var all = new Div(name, when, conditions, add, then, how, one, among, extras, age, second, mode, failure);
        all.addClassNames("rows", "rule-form");
        add(all);
        boolean enabled = rule == null || rule.enabled();
        getFooter()
                .add(
                        new ActionButton(null, getTranslation("cancel"), click -> close()).quiet(),
                        new ActionButton(null, getTranslation("rule.done"), click -> save(enabled, done)).fill());
        fill(rule);
        arrange();
    }

    private void fields() {
        List<Offer> known = List.copyOf(words.offers().keySet());
        how.setLabel(getTranslation("rule.how"));
        how.setItems("fixed", "cheapest", "fastest-in-time", "best-on-time");
        how.setItemLabelGenerator(value -> getTranslation("rule.how." + value));
        how.addValueChangeListener(change -> arrange());
        one.setItems(known);
        one.setItemLabelGenerator(words::name);
        among.setItems(known);
        among.setItemLabelGenerator(words::name);
        second.setItems(known);
        second.setItemLabelGenerator(words::name);
        second.setClearButtonVisible(true);
        second.setHelperText(getTranslation("rule.second.help"));
        second.addValueChangeListener(change -> arrange());
        extras.setItems(ADDED);
        extras.setItemLabelGenerator(words::service);
        extras.addValueChangeListener(change -> arrange());
        age.setMin(16);
        age.setMax(21);
        age.setValue(18);
        mode.setLabel(getTranslation("rule.mode"));
        mode.setItems(SecondChoice.Mode.ASK, SecondChoice.Mode.SWITCH);
        mode.setItemLabelGenerator(value -> getTranslation("rule.mode." + RuleWords.word(value)));
        mode.setValue(SecondChoice.Mode.ASK);
    }

    private void fill(@Nullable ShippingRule rule) {
        how.setValue("fixed");
        if (rule == null) {
            row(Typed.blank(Typed.Kind.COUNTRY));
            return;
        }
        name.setValue(rule.name());
        rule.conditions().forEach(condition -> row(Typed.of(condition)));
        switch (rule.action()) {
            case Action.Fixed(Offer offer) -> one.setValue(offer);
            case Action.Best(Action.Aim aim, List<Offer> offers) -> {
                how.setValue(RuleWords.word(aim));
                among.setValue(new LinkedHashSet<>(offers));
            }
        }
        extras.setValue(rule.extras().stream().map(Extra::kind).collect(Collectors.toSet()));
        rule.extras().stream()
                .filter(extra -> AGED.contains(extra.kind()) && extra.number() > 0)
                .forEach(extra -> age.setValue(extra.number()));
        SecondChoice planned = rule.second();
        if (planned != null) {
            second.setValue(planned.offer());
            mode.setValue(planned.mode());
        }
    }

    private void row(Typed typed) {
        var row = new ConditionRow(typed, gone -> {
            rows.remove(gone);
            conditions.remove(gone);
        });
        rows.add(row);
        conditions.add(row);
    }

    private void arrange() {
        boolean fixed = "fixed".equals(how.getValue());
        one.setVisible(fixed);
        among.setVisible(!fixed);
        age.setVisible(extras.getValue().stream().anyMatch(AGED::contains));
        mode.setVisible(!second.isEmpty());
    }

    private void save(boolean enabled, Consumer<ShippingRule> done) {
        List<Condition> asked = new ArrayList<>();
        try {
            for (ConditionRow row : rows) {
                asked.add(row.condition());
            }
        } catch (Typed.Unusable e) {
            failure.setText(getTranslation(Objects.requireNonNull(e.getMessage())));
            return;
        }
        boolean fixed = "fixed".equals(how.getValue());
        String called = name.getValue().strip();
        if (called.isEmpty() || taken.contains(called)) {
            failure.setText(getTranslation(called.isEmpty() ? "rule.wrong.name" : "rule.wrong.name-taken"));
            return;
        }
        if (fixed ? one.isEmpty() : among.isEmpty()) {
            failure.setText(getTranslation("rule.wrong.offer"));
            return;
        }
        Action action = fixed
                ? new Action.Fixed(one.getValue())
                : new Action.Best(aim(how.getValue()), List.copyOf(among.getValue()));
        close();
        done.accept(new ShippingRule(
                called,
                enabled,
                asked,
                action,
                ADDED.stream()
                        .filter(extras.getValue()::contains)
                        .map(kind -> new Extra(kind, AGED.contains(kind) && !age.isEmpty() ? age.getValue() : 0))
                        .toList(),
                second.isEmpty() ? null : new SecondChoice(second.getValue(), mode.getValue())));
    }

    private static Action.Aim aim(String word) {
        for (Action.Aim aim : Action.Aim.values()) {
            if (RuleWords.word(aim).equals(word)) {
                return aim;
            }
        }
        throw new IllegalArgumentException(word);
    }
}
