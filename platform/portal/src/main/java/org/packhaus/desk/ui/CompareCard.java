package org.packhaus.desk.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.packhaus.rule.Compared;
import org.packhaus.rule.Offer;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Background;
import org.packhaus.shell.Badge;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;
import org.packhaus.shell.Texts;

/**
 * Who could bring the order: price, day of arrival and how often each came on time, which one would be taken and why, and why others
 * cannot. The page does not wait for it; carriers that tell prices are asked beside it.
 */
class CompareCard extends Composite<Section> {
    /** How the card reads, asks, and says what a person decided. */
    record Deeds(Supplier<List<Compared>> known, Runnable ask, Consumer<Offer> take, Runnable byRules) {}

    private final Formats formats;
    private final CarrierWords words;
    private final Deeds deeds;
    private final Div content = Parts.div("in compare");

    CompareCard(Formats formats, CarrierWords words, Deeds deeds) {
        this.formats = formats;
        this.words = words;
        this.deeds = deeds;
        content.getElement().setAttribute("aria-live", "polite");
    }

    @Override
    protected Section initContent() {
        var card = Parts.card(getTranslation("compare"));
        content.add(bar("compare.reading"));
        card.add(content);
        return card;
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        var ui = attached.getUI();
        if (attached.isInitialAttach()) {
            Background.run(ui, deeds.known()::get, found -> first(ui, found), failure -> failed());
        }
    }

    private void first(UI ui, List<Compared> found) {
        show(found);
        if (found.stream().anyMatch(Compared::unasked)) {
            content.addComponentAsFirst(bar("compare.asking"));
            Background.run(
                    ui,
                    () -> {
                        deeds.ask().run();
                        return deeds.known().get();
                    },
                    this::show,
                    failure -> show(found));
        }
    }

    private Div bar(String key) {
        var bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", getTranslation(key));
        return Parts.div("asking", bar, Parts.span("xs two", getTranslation(key)));
    }

    private void failed() {
        content.removeAll();
        content.add(Parts.span("two", getTranslation("compare.failed")));
    }

    private void show(List<Compared> found) {
        content.removeAll();
        if (found.isEmpty()) {
            content.add(Parts.span("two", getTranslation("compare.none")));
        }
        for (int i = 0; i < found.size(); i++) {
            parcel(found.get(i), found.size() > 1 ? i + 1 : 0);
        }
    }

    private void parcel(Compared parcel, int number) {
        var weight = parcel.weight().map(Object::toString).orElse(getTranslation("compare.no-weight"));
        var says = Parts.div("row");
        if (number > 0) {
            says.getElement().appendChild(Parts.strong(getTranslation("compare.parcel", number)));
        }
        says.add(Parts.span("two grow", why(parcel, weight)));
        if (parcel.byHand()) {
            says.add(new ActionButton(
                            null,
                            getTranslation("order.carrier.rules"),
                            click -> deeds.byRules().run())
                    .small()
                    .quiet());
        }
        content.add(says);
        if (parcel.lines().isEmpty()) {
            content.add(Parts.span("two", getTranslation("compare.no-contract")));
            return;
        }
        var list = new UnorderedList();
        list.addClassName("offers");
        parcel.lines().forEach(line -> list.add(line(line)));
        content.add(list);
    }

    private String why(Compared parcel, String weight) {
        var stop = parcel.stop();
        var reason = parcel.chosen();
        var decided =
                stop != null ? new BatchWords(formats).problem(stop.code()) : reason == null ? "" : words.why(reason);
        return parcel.promised()
                .map(day -> getTranslation("compare.why.promised", weight, decided, formats.day(day)))
                .orElseGet(() -> getTranslation("compare.why", weight, decided));
    }

    private ListItem line(Compared.Line line) {
        var item = new ListItem();
        item.addClassName("offer");
        item.setClassName("taken", line.taken());
        item.setClassName("not", !line.possible());
        var name = new Div(Parts.span("b", line.offer().name()));
        if (line.taken()) {
            name.add(new Badge(Badge.Tone.OK, Icon.TICK, getTranslation("compare.taken")));
        }
        var facts = Parts.div("xs two", new Span(facts(line)));
        var left = Parts.div("grow", name, facts);
        if (!line.possible()) {
            facts.removeAll();
            facts.add(Icon.ALERT.tiny(), new Span(" " + obstacle(line)));
        }
        item.add(left, price(line));
        if (line.possible() && !line.taken()) {
            item.add(new ActionButton(
                            null,
                            getTranslation("compare.take"),
                            click -> deeds.take().accept(line.offer().offer()))
                    .small());
        }
        return item;
    }

    private Div price(Compared.Line line) {
        var price = line.price();
        var source = line.source();
        var cell = Parts.div("num");
        cell.getElement()
                .appendChild(Parts.strong(
                        price == null
                                ? "–"
                                : formats.money(price.amount(), price.currency().getCurrencyCode())));
        cell.add(Parts.div(
                "xs two",
                new Span(getTranslation(source == null ? "carrier.verdict.no-price" : "carrier.source." + source))));
        return cell;
    }

    private String facts(Compared.Line line) {
        var arrival = line.arrival();
        var days = line.days();
        var when = arrival == null || days == null
                ? getTranslation("carrier.verdict.no-days")
                : getTranslation(line.late() ? "compare.arrives.late" : "compare.arrives", formats.day(arrival), days);
        var onTime = line.onTime();
        return when + " · "
                + (onTime == null
                        ? getTranslation("carrier.verdict.no-figures")
                        : getTranslation("compare.on-time", (int) Math.round(onTime.share() * 100), onTime.parcels()));
    }

    private String obstacle(Compared.Line line) {
        var key = "carrier.verdict." + line.obstacle();
        if (Texts.has(key)) {
            return getTranslation(key);
        }
        var problem = new BatchWords(formats).problem(line.obstacle());
        return problem.equals(line.obstacle()) && !line.obstacleText().isEmpty() ? line.obstacleText() : problem;
    }
}
