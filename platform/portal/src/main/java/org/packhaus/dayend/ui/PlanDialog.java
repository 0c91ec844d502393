package org.packhaus.dayend.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.packhaus.dayend.DayEndRow;
import org.packhaus.dayend.Duty;
import org.packhaus.shell.ActionButton;

/** Asks whether a carrier's day is closed by itself, and when. */
class PlanDialog extends Dialog {

    /** @param zone in words, in which the hour is meant */
    PlanDialog(DayEndRow day, String zone, BiConsumer<Boolean, LocalTime> save) {
        setHeaderTitle(getTranslation("day-end.plan.of", day.carrier()));
        setWidth("440px");
        var automatic = new Checkbox(getTranslation("day-end.plan.automatic"), day.automatic());
        var at = new TimePicker(getTranslation("day-end.plan.at"));
        at.setLocale(Locale.GERMANY);
        at.setStep(Duration.ofMinutes(15));
        at.setValue(day.at());
        at.setHelperText(getTranslation("day-end.plan.hint", zone));
        var warning = new Paragraph(getTranslation("day-end.plan.mandatory"));
        warning.addClassNames("problem-text");
        warning.setVisible(day.duty() == Duty.MANDATORY && !day.automatic());
        automatic.addValueChangeListener(
                change -> warning.setVisible(day.duty() == Duty.MANDATORY && !change.getValue()));
        var rows = new Div(automatic, at, warning);
        rows.addClassName("rows");
        add(rows);
        getFooter()
                .add(
                        new ActionButton(null, getTranslation("cancel"), click -> close()).quiet(),
                        new ActionButton(null, getTranslation("day-end.plan.save"), click -> {
                                    if (at.isEmpty()) {
                                        at.setErrorMessage(getTranslation("day-end.plan.wrong"));
                                        at.setInvalid(true);
                                        return;
                                    }
                                    close();
                                    save.accept(automatic.getValue(), at.getValue());
                                })
                                .fill());
    }
}
