package org.packhaus.connect.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.packhaus.connect.Account;
import org.packhaus.connect.SellerCard;
import org.packhaus.returnnumber.SourceKind;
import org.packhaus.returnnumber.SourceRow;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Badge;
import org.packhaus.shell.Icon;

/** Where a seller's return numbers come from, how many are left, and how to get more in. */
class NumbersCard extends Section {
    private final SellerCard card;
    private final NumberTools tools;
    private final SellerWords words;
    private final Runnable changed;

    NumbersCard(SellerCard card, NumberTools tools, SellerWords words, Runnable changed) {
        this.card = card;
        this.tools = tools;
        this.words = words;
        this.changed = changed;
        var add = new ActionButton(
                        Icon.PLUS,
                        getTranslation("returns.add-source"),
                        click -> new SourceDialog(card, null, tools, words, changed).open())
                .small();
        var in = Parts.card(this, getTranslation("returns.title"), add);
        if (card.sources().isEmpty()) {
            in.add(Parts.span("two", getTranslation("returns.none")));
            return;
        }
        in.addClassName("flush");
        var list = new UnorderedList();
        list.addClassName("accounts");
        card.sources().forEach(source -> list.add(line(source)));
        in.add(list);
    }

    private ListItem line(SourceRow source) {
        var seller = card.details().id();
        var code = source.carrierCode();
        var head = Parts.div("row", Parts.strong(words.carrier(code)));
        var below = Parts.div("xs two", new Span(about(source)));
        var hand = Parts.div("fx");
        if (source.kind() == SourceKind.POOL) {
            head.add(
                    source.isLow()
                            ? new Badge(
                                    Badge.Tone.LATE,
                                    Icon.ALERT,
                                    getTranslation(
                                            "returns.left", words.formats().number(source.free())))
                            : new Badge(
                                    Badge.Tone.OK,
                                    null,
                                    getTranslation(
                                            "returns.left", words.formats().number(source.free()))));
            hand.add(
                    new ActionButton(
                                    Icon.PLUS,
                                    getTranslation("returns.add-numbers"),
                                    click -> new PoolDialog(seller, source, tools, words, changed).open())
                            .small(),
                    new ActionButton(
                                    Icon.EYE,
                                    getTranslation("returns.history"),
                                    click -> new PoolHistory(seller, code, tools, words).open())
                            .small());
        }
        hand.add(new ActionButton(
                        Icon.EDIT,
                        getTranslation("returns.edit"),
                        click -> new SourceDialog(card, source, tools, words, changed).open())
                .small());
        var line = new ListItem(Parts.div("row top", Parts.div("grow", head, below), hand));
        if (source.isLow()) {
            line.add(Parts.note(
                    source.free() == 0 ? "late" : "warn",
                    Icon.ALERT,
                    new Span(getTranslation(
                            source.free() == 0 ? "returns.empty" : "returns.low",
                            words.formats().number(source.lowWater())))));
        }
        return line;
    }

    private String about(SourceRow source) {
        var says = words.kind(source.kind());
        return switch (source.kind()) {
            case CALL -> says;
            case API ->
                says + " · "
                        + card.accounts().stream()
                                .map(Account::row)
                                .filter(row -> source.connection()
                                        .filter(row.id()::equals)
                                        .isPresent())
                                .map(row -> row.name())
                                .findFirst()
                                .orElse(getTranslation("returns.connection-gone"));
            case POOL ->
                says + " · "
                        + getTranslation("returns.used", words.formats().number(source.used()))
                        + " · "
                        + words.lasts(
                                source.free(), tools.pace(card.details().id(), source.carrierCode()), NumberTools.PACE);
        };
    }
}
