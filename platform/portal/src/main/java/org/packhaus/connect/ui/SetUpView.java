package org.packhaus.connect.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.packhaus.connect.SellerCard;
import org.packhaus.connect.SellerDesk;
import org.packhaus.connect.SetUpStep;
import org.packhaus.connect.TrialRun;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Permission;
import org.packhaus.seller.NewSeller;
import org.packhaus.seller.SellerException;
import org.packhaus.seller.SellerId;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;
import org.packhaus.shell.MainLayout;
import org.packhaus.shell.Toast;

/** From credentials to the first parcel, step by step. What is entered is kept with each step, so one may leave and come back. */
@Route(value = "sellers/new", layout = MainLayout.class)
@RouteAlias(value = "sellers/:seller([0-9]+)/set-up", layout = MainLayout.class)
@PermitAll
class SetUpView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final List<SetUpStep> STEPS = List.of(SetUpStep.values());

    private final SellerDesk desk;
    private final AccountTools accounts;
    private final NumberTools numbers;
    private final TrialRun trial;
    private final CurrentUser user;
    private final SellerWords words = new SellerWords(Formats.current());
    private @Nullable SellerCard card;
    private SetUpStep reached = SetUpStep.CHANNEL;
    private SetUpStep shown = SetUpStep.CHANNEL;

    SetUpView(SellerDesk desk, AccountTools accounts, NumberTools numbers, TrialRun trial, CurrentUser user) {
        this.desk = desk;
        this.accounts = accounts;
        this.numbers = numbers;
        this.trial = trial;
        this.user = user;
        addClassName("set-up");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var seller = event.getRouteParameters().getLong("seller");
        if (seller.isEmpty()) {
            if (user.may(Permission.ADMINISTER)) {
                card = null;
                show(SetUpStep.CHANNEL);
            } else {
                event.rerouteToError(NotFoundException.class);
            }
            return;
        }
        try {
            var id = new SellerId(seller.get());
            if (!user.may(Permission.MANAGE_SELLERS, id)) {
                event.rerouteToError(NotFoundException.class);
                return;
            }
            var step = user.inScopeOf(id, Permission.MANAGE_SELLERS, () -> desk.step(id));
            if (step.isEmpty()) {
                event.forwardTo(SellerView.class, new RouteParameters("seller", id.toString()));
            } else {
                reached = step.get();
                read(id);
                show(reached);
            }
        } catch (SellerException | IllegalArgumentException unknown) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    private SellerCard read(SellerId id) {
        SellerCard now = user.inScopeOf(id, Permission.MANAGE_SELLERS, () -> desk.card(id));
        card = now;
        return now;
    }

    private void show(SetUpStep step) {
        shown = step;
        removeAll();
        var content = content(step);
        var columns = Parts.div("wz scroll", steps(), content, aside(step));
        add(head(), columns, foot(step, content));
        content.getElement().setAttribute("aria-label", getTranslation("setup.step." + word(step)));
    }

    private static String word(SetUpStep step) {
        return step.name().toLowerCase(Locale.ROOT);
    }

    private Step content(SetUpStep step) {
        var known = card;
        if (known == null) {
            return new ChannelStep(null, accounts, words, this::begin);
        }
        var id = known.details().id();
        return switch (step) {
            case CHANNEL -> new ChannelStep(known, accounts, words, this::begin);
            case TEST -> new TestStep(known, accounts, words);
            case RETURNS -> new ReturnsStep(known, numbers, words);
            case SENDER ->
                new SenderStep(
                        known,
                        wanted -> user.inScopeOf(id, Permission.MANAGE_SELLERS, () -> {
                            desk.save(wanted);
                            return wanted;
                        }));
            case CARRIER ->
                new CarrierStep(
                        known,
                        accounts,
                        words,
                        user.inScopeOf(id, Permission.MANAGE_SELLERS, () -> accounts.carriers(known.accounts())),
                        () -> {
                            read(id);
                            show(SetUpStep.CARRIER);
                        },
                        wanted -> user.inScopeOf(id, Permission.MANAGE_SELLERS, () -> {
                            desk.save(wanted);
                            return wanted;
                        }));
            case TRIAL ->
                new TrialStep(
                        user.inScopeOf(id, Permission.MANAGE_SELLERS, () -> trial.ships(id)),
                        heard -> user.inScopeOf(id, Permission.MANAGE_SELLERS, () -> trial.run(id, heard)));
        };
    }

    /** The seller exists from the first step on, so that its connection can be kept; nothing is done for it yet. */
    private SellerId begin(NewSeller wanted) {
        user.demand(Permission.ADMINISTER);
        var id = desk.begin(wanted);
        reached = SetUpStep.CHANNEL;
        read(id);
        return id;
    }

    private Header head() {
        var crumb = new Nav(
                new Anchor("sellers", getTranslation("nav.sellers")),
                Icon.RIGHT.tiny(),
                new Span(getTranslation("setup.crumb")));
        crumb.addClassName("crumb");
        crumb.setAriaLabel(getTranslation("crumb"));
        var known = card;
        var title = new H1(
                known == null
                        ? getTranslation("seller.connect")
                        : getTranslation("setup.title", known.details().name()));
        var sub = new Paragraph(getTranslation("setup.sub", STEPS.indexOf(shown) + 1, STEPS.size()));
        sub.addClassName("sub");
        var leave = new ActionButton(
                        null,
                        getTranslation("setup.leave"),
                        click -> UI.getCurrent().navigate(SellersView.class))
                .quiet();
        var head = new Header(Parts.div("grow", crumb, title, sub), leave);
        head.addClassName("head");
        return head;
    }

    private OrderedList steps() {
        var list = new OrderedList();
        list.addClassName("steps");
        list.getElement().setAttribute("aria-label", getTranslation("setup.steps"));
        for (SetUpStep step : STEPS) {
            boolean done = STEPS.indexOf(step) < STEPS.indexOf(reached);
            var mark = new Span();
            mark.addClassName("nb");
            if (done && step != shown) {
                mark.add(Icon.TICK.small());
            } else {
                mark.setText(String.valueOf(STEPS.indexOf(step) + 1));
            }
            var name = getTranslation("setup.step." + word(step));
            var line = new ListItem(mark);
            line.setClassName(step == shown ? "now" : done ? "done" : "next");
            if (step == shown) {
                line.getElement().setAttribute("aria-current", "step");
                line.add(Parts.strong(name));
            } else if (STEPS.indexOf(step) <= STEPS.indexOf(reached) && card != null) {
                line.add(
                        new ActionButton(null, name, click -> show(step)).bare().small());
            } else {
                line.add(Parts.span("two", name));
            }
            list.add(line);
        }
        return list;
    }

    private Aside aside(SetUpStep step) {
        var aside = new Aside();
        aside.addClassName("side2");
        aside.getElement().setAttribute("aria-label", getTranslation("setup.good-to-know"));
        for (int i = 1; i <= 2; i++) {
            var key = "setup." + word(step) + ".hint" + i;
            var text = new Paragraph(getTranslation(key + ".text"));
            text.addClassName("two");
            aside.add(new H3(getTranslation(key)), text);
        }
        return aside;
    }

    private Footer foot(SetUpStep step, Step content) {
        var at = STEPS.indexOf(step);
        var foot = new Footer();
        foot.addClassName("foot2");
        if (at > 0) {
            foot.add(new ActionButton(Icon.LEFT, getTranslation("setup.back"), click -> show(STEPS.get(at - 1)))
                    .quiet());
        }
        foot.add(Parts.span("grow", ""));
        boolean last = at == STEPS.size() - 1;
        if (!last) {
            foot.add(Parts.span(
                    "two", getTranslation("setup.next", getTranslation("setup.step." + word(STEPS.get(at + 1))))));
        }
        foot.add(new ActionButton(
                        last ? Icon.TICK : null,
                        getTranslation(last ? "setup.open" : "setup.go-on"),
                        click -> content.keep(() -> goOn(at)))
                .fill());
        return foot;
    }

    private void goOn(int at) {
        var known = card;
        if (known == null) {
            return;
        }
        var id = known.details().id();
        if (at == STEPS.size() - 1) {
            user.inScopeOf(id, Permission.MANAGE_SELLERS, () -> {
                desk.open(id);
                return id;
            });
            Toast.done(getTranslation("setup.opened", known.details().name()));
            UI.getCurrent().navigate(SellerView.class, new RouteParameters("seller", id.toString()));
            return;
        }
        var next = STEPS.get(at + 1);
        if (STEPS.indexOf(next) > STEPS.indexOf(reached)) {
            reached = next;
            user.inScopeOf(id, Permission.MANAGE_SELLERS, () -> {
                desk.reached(id, next);
                return id;
            });
        }
        read(id);
        show(next);
        // The address leads back here, whoever opens it and whenever.
        UI.getCurrent().getPage().getHistory().replaceState(null, "sellers/" + id + "/set-up");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("seller.connect") + " · Packhaus";
    }
}
