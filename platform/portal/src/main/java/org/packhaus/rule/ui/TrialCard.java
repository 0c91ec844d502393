package org.packhaus.rule.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import java.util.function.Function;
import org.packhaus.rule.Offer;
import org.packhaus.rule.RuleTrial.OneOrder;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Icon;
import org.packhaus.shell.Problems;
import org.packhaus.shipment.CarrierAdvice.Advice;
import org.packhaus.shipment.CarrierPick;
import org.packhaus.shipment.CarrierReason.Considered;

/** What the draft makes of one order, and why. */
class TrialCard extends Section {
    private final RuleWords words;
    private final Function<String, Optional<OneOrder>> ask;
    private final TextField number = new TextField(getTranslation("trial.number"));
    private final Div answer = new Div();

    TrialCard(RuleWords words, Function<String, Optional<OneOrder>> ask) {
        this.words = words;
        this.ask = ask;
        answer.getElement().setAttribute("aria-live", "polite");
        answer.addClassName("rows");
        var go = new ActionButton(Icon.SEARCH, getTranslation("trial.go"), click -> show());
        number.getElement().addEventListener("keydown", event -> show()).setFilter("event.key === 'Enter'");
        Cards.fill(this, getTranslation("trial.title"), number, go, answer);
    }

    private void show() {
        answer.removeAll();
        var found = ask.apply(number.getValue());
        if (found.isEmpty()) {
            answer.add(new Span(getTranslation("trial.unknown", number.getValue())));
            return;
        }
        var one = found.get();
        switch (one.advice()) {
            case Advice.Stop(var problem, var instead) ->
                answer.add(new Span(Problems.said(words.formats().locale(), problem.code(), problem.text())));
            case Advice.Take(CarrierPick pick) -> {
                var taken = new Div(new Span(words.name(new Offer(pick.connection(), pick.product()))));
                taken.addClassName("m");
                answer.add(taken, new Span(words.why(pick.reason())));
                pick.reason().considered().forEach(other -> answer.add(line(other)));
            }
        }
        answer.add(new Span(
                one.speaking().isEmpty()
                        ? getTranslation("trial.nobody")
                        : getTranslation("trial.speaking", String.join(", ", one.speaking()))));
    }

    private Div line(Considered other) {
        var text = new StringBuilder(words.name(new Offer(other.connection(), other.product())));
        var price = other.price();
        if (price != null) {
            text.append(" · ").append(words.euros(price.amount()));
        }
        var source = other.source();
        if (source != null) {
            text.append(" (").append(getTranslation("carrier.source." + source)).append(")");
        }
        var days = other.days();
        if (days != null) {
            text.append(" · ").append(getTranslation("rule.days", days));
        }
        text.append(" · ").append(getTranslation("carrier.verdict." + other.verdict()));
        var line = new Div(new Span(text.toString()));
        line.addClassNames("two", "xs");
        return line;
    }
}
