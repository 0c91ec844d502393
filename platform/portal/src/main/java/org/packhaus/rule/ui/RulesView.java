package org.packhaus.rule.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.rule.Offer;
import org.packhaus.rule.OfferRow;
import org.packhaus.rule.RuleException;
import org.packhaus.rule.RuleOffers;
import org.packhaus.rule.RuleService;
import org.packhaus.rule.RuleSet;
import org.packhaus.rule.RuleTrial;
import org.packhaus.rule.ShippingRule;
import org.packhaus.rule.WhatIf;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Permission;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerRow;
import org.packhaus.seller.SellerService;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Background;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;
import org.packhaus.shell.MainLayout;
import org.packhaus.shell.Problems;
import org.packhaus.shell.Toast;

/** A seller's rules as a draft: changed, tried on one order or on thousands, and only then saved. */
@Route(value = "rules", layout = MainLayout.class)
@PermitAll
class RulesView extends Div implements HasDynamicTitle {
    private final RuleService rules;
    private final RuleTrial trial;
    private final RuleOffers offers;
    private final CurrentUser user;
    private final Formats formats = Formats.current();
    private final Select<SellerRow> seller = new Select<>();
    private final Div list = new Div();
    private final Div below = new Div();
    private final Div unsaved = new Div();
    private final Div side = new Div();
    private final List<ShippingRule> draft = new ArrayList<>();
    private @Nullable RuleSet saved;
    private RuleWords words = new RuleWords(formats, Map.of());

    /** Says which rule was dropped on the place of which. */
    private static final String DRAGGED = """
            const list = this;
            const place = e => [...list.children].indexOf(e.target.closest && e.target.closest('.rule'));
            const mark = at => [...list.children].forEach((card, i) => card.classList.toggle('over', i === at));
            let held = -1;
            list.addEventListener('dragstart', e => {
                held = place(e);
                e.dataTransfer.effectAllowed = 'move';
                e.dataTransfer.setData('text/plain', '');
            });
            list.addEventListener('dragover', e => {
                if (held >= 0 && place(e) >= 0) { e.preventDefault(); mark(place(e)); }
            });
            list.addEventListener('dragend', () => { held = -1; mark(-1); });
            list.addEventListener('drop', e => {
                const to = place(e);
                if (held >= 0 && to >= 0 && to !== held) {
                    e.preventDefault();
                    list.dispatchEvent(new CustomEvent('dragged', {detail: {from: held, to}}));
                }
                held = -1;
                mark(-1);
            });
            """;

    RulesView(RuleService rules, RuleTrial trial, RuleOffers offers, SellerService sellers, CurrentUser user) {
        this.rules = rules;
        this.trial = trial;
        this.offers = offers;
        this.user = user;
        addClassName("rules");
        var about = new Paragraph(getTranslation("rules.sub"));
        about.addClassName("sub");
        var names = new Div(new H1(getTranslation("nav.rules")), about);
        names.addClassName("grow");
        var head = new Header(names, seller);
        head.addClassName("head");
        if (user.may(Permission.MANAGE_SELLERS)) {
            head.add(new ActionButton(Icon.PLUS, getTranslation("rule.add"), click -> edit(-1)).fill());
        }
        unsaved.addClassName("unsaved");
        list.addClassName("rule-list");
        list.addAttachListener(attached -> list.getElement().executeJs(DRAGGED));
        list.getElement()
                .addEventListener("dragged", dropped -> {
                    var said = dropped.getEventData();
                    move(
                            said.get("event.detail.from").asInt(),
                            said.get("event.detail.to").asInt());
                })
                .addEventData("event.detail.from")
                .addEventData("event.detail.to");
        side.addClassName("tools");
        var main = new Div(unsaved, list, below);
        main.addClassName("rule-main");
        var columns = new Div(main, side);
        columns.addClassNames("scroll", "columns");
        add(head, columns);
        var all = user.inScope(sellers::list);
        seller.setAriaLabel(getTranslation("rules.seller"));
        seller.setItems(all);
        seller.setItemLabelGenerator(SellerRow::name);
        seller.setVisible(all.size() > 1);
        seller.addValueChangeListener(change -> read());
        if (!all.isEmpty()) {
            seller.setValue(all.getFirst());
        }
    }

    private SellerId who() {
        return seller.getValue().id();
    }

    private boolean mayEdit() {
        return user.may(Permission.MANAGE_SELLERS, who());
    }

    private <T> T ask(Supplier<T> work) {
        return user.inScopeOf(who(), Permission.SEE_ORDERS, work::get);
    }

    private void read() {
        saved = ask(() -> rules.current(who()));
        draft.clear();
        draft.addAll(saved.rules());
        Map<Offer, OfferRow> known = new LinkedHashMap<>();
        ask(() -> offers.of(who())).forEach(row -> known.put(row.offer(), row));
        words = new RuleWords(formats, known);
        show();
    }

    private void show() {
        list.removeAll();
        for (int i = 0; i < draft.size(); i++) {
            list.add(new RuleCard(draft.get(i), i, draft.size(), words, mayEdit(), this::act));
        }
        var last = new Div(new Span(getTranslation(draft.isEmpty() ? "rules.none" : "rules.else")));
        last.addClassNames("two", "else");
        below.removeAll();
        below.add(last);
        if (draft.isEmpty()) {
            list.getElement().removeAttribute("role").removeAttribute("aria-label");
        } else {
            list.getElement().setAttribute("role", "list").setAttribute("aria-label", getTranslation("nav.rules"));
        }
        unsaved.removeAll();
        unsaved.setVisible(dirty());
        if (dirty()) {
            var says = new Span(getTranslation("rules.unsaved"));
            says.addClassName("grow");
            unsaved.add(
                    says,
                    new ActionButton(null, getTranslation("rules.discard"), click -> read()).quiet(),
                    new ActionButton(Icon.EYE, getTranslation("rules.what-if"), click -> whatIf()),
                    new ActionButton(Icon.TICK, getTranslation("rules.save"), click -> save()).fill());
        }
        side.removeAll();
        side.add(
                new TrialCard(words, number -> ask(() -> trial.one(who(), number, List.copyOf(draft)))),
                new PricesCard(
                        ask(() -> rules.priceTables(who())),
                        words,
                        mayEdit(),
                        (offer, table) -> change(() -> {
                            rules.savePrices(who(), offer, table);
                            Toast.done(getTranslation("prices.saved", words.name(offer)));
                            show();
                        })),
                new VersionsCard(ask(() -> rules.versions(who())), formats, mayEdit(), this::restore));
        if (!dirty()) {
            var again = new ActionButton(Icon.EYE, getTranslation("rules.what-if"), click -> whatIf());
            side.addComponentAsFirst(again);
        }
    }

    private boolean dirty() {
        return saved != null && !saved.rules().equals(draft);
    }

    private void act(RuleCard.Deed deed, int at) {
        switch (deed) {
            case EDIT -> edit(at);
            case UP -> move(at, at - 1);
            case DOWN -> move(at, at + 1);
            case SWITCH -> {
                draft.set(at, draft.get(at).enabled(!draft.get(at).enabled()));
                show();
            }
            case REMOVE -> {
                draft.remove(at);
                show();
            }
        }
    }

    private void move(int from, int to) {
        if (!mayEdit() || from < 0 || from >= draft.size() || to < 0 || to >= draft.size()) {
            return;
        }
        draft.add(to, draft.remove(from));
        show();
        list.getChildren().skip(to).findFirst().ifPresent(card -> ((RuleCard) card).focus());
    }

    /** @param at where the rule stands; -1 for a new one */
    private void edit(int at) {
        ShippingRule rule = at < 0 ? null : draft.get(at);
        Set<String> taken = draft.stream()
                .filter(other -> other != rule)
                .map(ShippingRule::name)
                .collect(Collectors.toSet());
        Consumer<ShippingRule> done = changed -> {
            if (at < 0) {
                draft.add(changed);
            } else {
                draft.set(at, changed);
            }
            show();
        };
        new RuleDialog(rule, taken, words, done).open();
    }

    private void whatIf() {
        UI ui = UI.getCurrent();
        var dialog = new WhatIfDialog(words, dirty() && mayEdit() ? this::save : null);
        SellerId whose = who();
        List<ShippingRule> tried = List.copyOf(draft);
        Consumer<WhatIf.Progress> progress = Pace.of(now -> ui.access(() -> dialog.progress(now)));
        dialog.open();
        Background.run(
                ui,
                () -> user.inScopeOf(
                        whose, Permission.SEE_ORDERS, () -> trial.whatIf(whose, tried, RuleTrial.ORDERS, progress)),
                dialog::show,
                failure -> dialog.failed());
    }

    private void save() {
        RuleSet base = saved;
        if (base != null) {
            change(() -> {
                rules.save(who(), base.number(), List.copyOf(draft));
                Toast.done(getTranslation("rules.saved"));
                read();
            });
        }
    }

    private void restore(int number) {
        RuleSet base = saved;
        if (base != null) {
            change(() -> {
                rules.restore(who(), base.number(), number);
                Toast.done(getTranslation("rules.restored", number));
                read();
            });
        }
    }

    private void change(Runnable deed) {
        try {
            user.inScopeOf(who(), Permission.MANAGE_SELLERS, () -> {
                deed.run();
                return true;
            });
        } catch (RuleException e) {
            Toast.failure(Problems.text(e));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.rules") + " · Packhaus";
    }
}
