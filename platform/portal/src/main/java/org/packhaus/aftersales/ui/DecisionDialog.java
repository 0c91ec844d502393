package org.packhaus.aftersales.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.aftersales.ReturnRow;
import org.packhaus.sdk.ItemCondition;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.ReturnDecision.Verdict;
import org.packhaus.sdk.ReturnReason;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Icon;

/** Asks why, and says what comes of it before it is done: taking back pays the buyer at once and is final. */
class DecisionDialog extends Dialog {

    /** What to do with the answer. */
    interface Answer {
        void decided(ItemCondition condition, String reason);
    }

    DecisionDialog(
            List<ReturnRow> rows,
            Verdict verdict,
            List<ReturnReason> reasons,
            @Nullable String suggested,
            ReturnWords words,
            Answer answer) {
        var way = verdict == Verdict.ACCEPT ? "accept" : "reject";
        setHeaderTitle(getTranslation("return." + way + ".title", rows.size()));
        setWidth("560px");
        List<String> codes = reasons.stream()
                .filter(reason -> reason.verdict() == verdict)
                .map(ReturnReason::code)
                .toList();
        var reason = new RadioButtonGroup<String>(getTranslation("return.reason"));
        reason.setItems(codes);
        reason.setItemLabelGenerator(words::reason);
        reason.setRequiredIndicatorVisible(true);
        if (suggested != null && codes.contains(suggested)) {
            reason.setValue(suggested);
        } else if (verdict == Verdict.ACCEPT && !codes.isEmpty()) {
            reason.setValue(codes.getFirst());
        }
        var condition = new RadioButtonGroup<ItemCondition>(getTranslation("return.condition"));
        condition.setItems(ItemCondition.values());
        condition.setItemLabelGenerator(words::condition);
        condition.setValue(rows.stream()
                .map(ReturnRow::condition)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(ItemCondition.B));
        boolean seen = rows.stream().allMatch(row -> row.receivedAt() != null && row.condition() != null);
        condition.setVisible(!seen);
        var warning = new Div(Icon.ALERT.create(), new Paragraph(warning(rows, verdict, words)));
        warning.addClassNames("note", "warn");
        warning.getElement().setAttribute("role", "note");
        var failure = new Paragraph();
        failure.addClassName("problem-text");
        failure.getElement().setAttribute("role", "alert");
        var all = new Div(reason, condition, warning, failure);
        all.addClassName("rows");
        add(all);
        var done = new ActionButton(
                        verdict == Verdict.ACCEPT ? Icon.TICK : Icon.X,
                        getTranslation("return." + way + ".do", rows.size()),
                        click -> {
                            if (reason.getValue() == null) {
                                failure.setText(getTranslation("return.reason.wanted"));
                                return;
                            }
                            close();
                            answer.decided(condition.getValue(), reason.getValue());
                        })
                .fill();
        if (codes.isEmpty()) {
            failure.setText(getTranslation("return.reasons.none"));
            done.setEnabled(false);
        }
        // Not the button, which is final: whoever scans the next parcel presses Enter.
        reason.getElement().setAttribute("autofocus", true);
        getFooter().add(new ActionButton(null, getTranslation("cancel"), click -> close()).quiet(), done);
    }

    private String warning(List<ReturnRow> rows, Verdict verdict, ReturnWords words) {
        if (verdict == Verdict.REJECT) {
            return getTranslation("return.reject.warning");
        }
        Set<String> currencies = rows.stream()
                .map(ReturnRow::price)
                .filter(Objects::nonNull)
                .map(price -> price.currency().getCurrencyCode())
                .collect(Collectors.toSet());
        boolean known = currencies.size() == 1 && rows.stream().allMatch(row -> row.price() != null);
        if (!known) {
            return getTranslation("return.accept.warning");
        }
        BigDecimal sum = rows.stream()
                .map(ReturnRow::price)
                .filter(Objects::nonNull)
                .map(Money::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return getTranslation(
                "return.accept.warning.sum",
                words.formats().money(sum, currencies.iterator().next()));
    }
}
