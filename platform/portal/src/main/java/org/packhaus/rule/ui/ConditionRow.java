package org.packhaus.rule.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.Consumer;
import org.packhaus.rule.Condition;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Icon;

/** One condition in the form: what it asks about, and only the fields that this needs. */
class ConditionRow extends Composite<Div> {
    private final Select<Typed.Kind> kind = new Select<>();
    private final Select<Boolean> other = new Select<>();
    private final TextField text = new TextField();
    private final IntegerField from = new IntegerField();
    private final IntegerField to = new IntegerField();

    ConditionRow(Typed typed, Consumer<ConditionRow> remove) {
        kind.setItems(List.of(Typed.Kind.values()));
        kind.setItemLabelGenerator(one -> getTranslation("rule.kind." + one.word()));
        kind.setAriaLabel(getTranslation("rule.condition"));
        other.setItems(false, true);
        other.setAriaLabel(getTranslation("rule.condition.choice"));
        text.setMaxLength(1_000);
        text.setValueChangeMode(ValueChangeMode.EAGER);
        from.setMin(0);
        to.setMin(0);
        kind.setValue(typed.kind());
        arrange();
        other.setValue(typed.other());
        text.setValue(typed.text());
        from.setValue(typed.from() == 0 ? null : typed.from());
        to.setValue(typed.to() == 0 ? null : typed.to());
        kind.addValueChangeListener(change -> arrange());
        var away = ActionButton.icon(Icon.X, getTranslation("rule.condition.remove"), click -> remove.accept(this))
                .bare()
                .small();
        getContent().add(kind, other, text, from, to, away);
        getContent().addClassName("condition");
    }

    private void arrange() {
        var now = kind.getValue();
        String word = now.word();
        other.setVisible(now.choice);
        other.setItemLabelGenerator(
                second -> getTranslation("rule.choice." + (now.choice ? word : "country") + (second ? ".other" : "")));
        if (other.getValue() == null) {
            other.setValue(false);
        }
        text.setVisible(now.text);
        text.setPlaceholder(now.text ? getTranslation("rule.example." + word) : "");
        text.setAriaLabel(getTranslation("rule.kind." + word));
        from.setVisible(now.from);
        from.setPlaceholder(now.from ? getTranslation("rule.from." + word) : "");
        from.setAriaLabel(now.from ? getTranslation("rule.from." + word) : "");
        to.setVisible(now.to);
        to.setPlaceholder(now.to ? getTranslation("rule.to." + word) : "");
        to.setAriaLabel(now.to ? getTranslation("rule.to." + word) : "");
    }

    Condition condition() throws Typed.Unusable {
        return new Typed(
                        kind.getValue(),
                        Boolean.TRUE.equals(other.getValue()),
                        text.getValue(),
                        from.isEmpty() ? 0 : from.getValue(),
                        to.isEmpty() ? 0 : to.getValue())
                .condition();
    }
}
