package org.packhaus.connect.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.packhaus.audit.Audit;
import org.packhaus.connect.SellerCard;
import org.packhaus.connect.SellerDesk;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Permission;
import org.packhaus.seller.SellerDetails;
import org.packhaus.seller.SellerException;
import org.packhaus.seller.SellerId;
import org.packhaus.shell.Badge;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;
import org.packhaus.shell.MainLayout;
import org.packhaus.shell.SellerTile;

/** One seller: its connections, its return numbers, its settings. The last part of the address says which of them is meant. */
@Route(value = "sellers/:seller([0-9]+)/:part?(connections|numbers|settings)", layout = MainLayout.class)
@PermitAll
class SellerView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final SellerDesk desk;
    private final AccountTools accounts;
    private final NumberTools numbers;
    private final Audit audit;
    private final CurrentUser user;
    private final Formats formats = Formats.current();
    private final SellerWords words = new SellerWords(formats);
    private @Nullable SellerCard shown;

    SellerView(SellerDesk desk, AccountTools accounts, NumberTools numbers, Audit audit, CurrentUser user) {
        this.desk = desk;
        this.accounts = accounts;
        this.numbers = numbers;
        this.audit = audit;
        this.user = user;
        addClassName("seller");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            var id = new SellerId(event.getRouteParameters().getLong("seller").orElse(0L));
            if (!user.may(Permission.MANAGE_SELLERS, id)) {
                event.rerouteToError(NotFoundException.class);
                return;
            }
            show(id);
            event.getRouteParameters().get("part").ifPresent(this::lookAt);
        } catch (SellerException | IllegalArgumentException unknown) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    private void show(SellerId id) {
        var card = user.inScopeOf(id, Permission.MANAGE_SELLERS, () -> desk.card(id));
        shown = card;
        var connections = named(new AccountsCard(card, accounts, words, () -> show(id)), "connections");
        var returns = named(new NumbersCard(card, numbers, words, () -> show(id)), "numbers");
        var settings = named(
                new SettingsCard(
                        card,
                        user.inScopeOf(id, Permission.MANAGE_SELLERS, () -> accounts.carriers(card.accounts())),
                        numbers.carriers(),
                        wanted -> save(id, wanted)),
                "settings");
        var history = new HistoryCard(
                user.inScopeOf(id, Permission.MANAGE_SELLERS, () -> HistoryCard.read(audit, card)), formats);
        removeAll();
        var columns = Parts.div(
                "scroll cols", Parts.div("left", connections, returns, settings), Parts.div("right", history));
        add(head(card), columns);
    }

    private void save(SellerId id, SellerDetails wanted) {
        user.inScopeOf(id, Permission.MANAGE_SELLERS, () -> {
            desk.save(wanted);
            return wanted;
        });
        show(id);
    }

    private static <T extends Component> T named(T part, String id) {
        part.setId(id);
        return part;
    }

    private void lookAt(String part) {
        getElement()
                .executeJs(
                        "const part = this.querySelector('#' + $0);"
                                + "if (part) { part.scrollIntoView({block: 'start'}); part.tabIndex = -1; part.focus({preventScroll: true}); }",
                        part);
    }

    private Header head(SellerCard card) {
        var details = card.details();
        var crumb = new Nav(
                new Anchor("sellers", getTranslation("nav.sellers")), Icon.RIGHT.tiny(), new Span(details.name()));
        crumb.addClassName("crumb");
        crumb.setAriaLabel(getTranslation("crumb"));
        var title = new H1(new SellerTile(details.mark(), details.name()), new Span(details.name()));
        title.addClassName("row");
        if (card.needs() > 0) {
            title.add(new Badge(Badge.Tone.LATE, Icon.ALERT, getTranslation("seller.needs", card.needs())).big());
        }
        var below = new Paragraph(new Span(getTranslation(
                "seller.about", details.cutOff().toString(), details.timeZone().getId())));
        below.addClassNames("sub", "row");
        below.add(new Anchor("orders?tab=to-ship", getTranslation("seller.to-ship", formats.count(card.toShip()))));
        var head = new Header(Parts.div("grow", crumb, title, below));
        head.addClassName("head");
        return head;
    }

    @Override
    public String getPageTitle() {
        return Optional.ofNullable(shown).map(card -> card.details().name()).orElse(getTranslation("nav.sellers"))
                + " · Packhaus";
    }
}
