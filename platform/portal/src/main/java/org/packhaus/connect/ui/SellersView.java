package org.packhaus.connect.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import org.packhaus.connect.Account;
import org.packhaus.connect.SellerCard;
import org.packhaus.connect.SellerDesk;
import org.packhaus.returnnumber.SourceRow;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Permission;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Badge;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;
import org.packhaus.shell.MainLayout;
import org.packhaus.shell.SellerTile;

/** Every seller one manages: whether it is connected, what waits, and what needs a hand. */
@Route(value = "sellers", layout = MainLayout.class)
@PermitAll
class SellersView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final int ENOUGH_TO_SEARCH = 8;

    private final SellerDesk desk;
    private final CurrentUser user;
    private final Formats formats = Formats.current();
    private final SellerWords words = new SellerWords(formats);
    private final Grid<SellerCard> grid = new Grid<>();
    private final TextField search = new TextField();
    private final Paragraph about = new Paragraph();
    private List<SellerCard> all = List.of();

    SellersView(SellerDesk desk, CurrentUser user) {
        this.desk = desk;
        this.user = user;
        addClassName("sellers");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!user.may(Permission.MANAGE_SELLERS) && !user.may(Permission.ADMINISTER)) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        removeAll();
        about.addClassName("sub");
        var names = new Div(new H1(getTranslation("nav.sellers")), about);
        names.addClassName("grow");
        search.setPlaceholder(getTranslation("sellers.search"));
        search.setAriaLabel(getTranslation("sellers.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> show());
        var head = new Header(names, search);
        head.addClassName("head");
        if (user.may(Permission.ADMINISTER)) {
            head.add(new ActionButton(
                            Icon.PLUS,
                            getTranslation("seller.connect"),
                            click -> click.getSource().getUI().ifPresent(ui -> ui.navigate(SetUpView.class)))
                    .fill());
        }
        columns();
        var list = new Div(grid);
        list.addClassName("list");
        add(head, list);
        read();
    }

    private void read() {
        all = user.inScope(desk::cards).stream()
                .filter(card ->
                        user.may(Permission.MANAGE_SELLERS, card.details().id()))
                .toList();
        search.setVisible(all.size() >= ENOUGH_TO_SEARCH);
        long needs = all.stream().filter(card -> card.needs() > 0).count();
        about.setText(getTranslation(needs == 0 ? "seller.list.calm" : "seller.list.needs", all.size(), needs));
        show();
    }

    private void show() {
        var wanted = search.getValue().strip().toLowerCase(Locale.ROOT);
        grid.setItems(all.stream()
                .filter(card -> card.details().name().toLowerCase(Locale.ROOT).contains(wanted))
                .toList());
    }

    private void columns() {
        grid.removeAllColumns();
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", getTranslation("nav.sellers"));
        grid.setEmptyStateText(getTranslation("seller.list.empty"));
        grid.addComponentColumn(this::name)
                .setHeader(getTranslation("seller.list.name"))
                .setWidth("220px")
                .setFlexGrow(2);
        grid.addComponentColumn(card -> accounts(card, true))
                .setHeader(getTranslation("connection.role.sales-channel"))
                .setWidth("150px")
                .setFlexGrow(1);
        grid.addComponentColumn(card -> accounts(card, false))
                .setHeader(getTranslation("seller.list.carriers"))
                .setWidth("260px")
                .setFlexGrow(2);
        grid.addComponentColumn(this::numbers)
                .setHeader(getTranslation("returns.title"))
                .setWidth("220px")
                .setFlexGrow(1);
        grid.addColumn(card -> card.details().cutOff().toString())
                .setHeader(getTranslation("seller.cut-off"))
                .setWidth("110px")
                .setFlexGrow(0);
        grid.addColumn(card -> formats.count(card.toShip()))
                .setHeader(getTranslation("stage.to-ship"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("132px")
                .setFlexGrow(0);
    }

    private Div name(SellerCard card) {
        var details = card.details();
        var link = new RouterLink();
        link.add(Parts.strong(details.name()));
        if (card.step().isPresent()) {
            link.setRoute(
                    SetUpView.class, new RouteParameters("seller", details.id().toString()));
        } else {
            link.setRoute(
                    SellerView.class, new RouteParameters("seller", details.id().toString()));
        }
        var cell = Parts.div("row", new SellerTile(details.mark(), details.name()), link);
        if (card.step().isPresent()) {
            cell.add(new Badge(Badge.Tone.INFO, null, getTranslation("seller.in-set-up")));
        }
        return cell;
    }

    private Div accounts(SellerCard card, boolean channels) {
        var cell = Parts.div("marks");
        card.accounts().stream()
                .filter(account -> (account.row().role() == ConnectionRole.SALES_CHANNEL) == channels)
                .forEach(account -> cell.add(mark(account)));
        if (cell.getComponentCount() == 0) {
            cell.add(Parts.span("two", getTranslation("seller.list.none")));
        }
        return cell;
    }

    /** Its name; what is wrong is said in words, and all is well with a tick. */
    private Span mark(Account account) {
        var badge = words.badge(account.health());
        badge.removeAll();
        badge.getElement().setAttribute("title", words.health(account.health()));
        switch (account.health()) {
            case WORKS -> badge.add(Icon.TICK.tiny());
            // Nobody has asked it anything yet, which is no fault and no pause: its frame says so.
            case UNTRIED -> {}
            case PAUSED -> badge.add(Icon.HOLD.tiny());
            case FAILING, BROKEN, PLUGIN_MISSING -> badge.add(Icon.ALERT.tiny());
        }
        badge.add(new Span(account.row().name()), Parts.span("sr", words.health(account.health())));
        return badge;
    }

    private Div numbers(SellerCard card) {
        var cell = Parts.div("marks");
        for (SourceRow source : card.sources()) {
            cell.add(
                    source.isLow()
                            ? new Badge(Badge.Tone.LATE, Icon.ALERT, words.source(source))
                            : Parts.span("two", words.source(source)));
        }
        return cell;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.sellers") + " · Packhaus";
    }
}
