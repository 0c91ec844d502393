package org.packhaus.administration.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Invitation;
import org.packhaus.security.OneTimeLink;
import org.packhaus.security.Permission;
import org.packhaus.security.Role;
import org.packhaus.security.SellerMembers;
import org.packhaus.security.UserAdministration;
import org.packhaus.security.UserException;
import org.packhaus.security.UserRow;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerRow;
import org.packhaus.seller.SellerService;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Badge;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;
import org.packhaus.shell.MainLayout;
import org.packhaus.shell.Problems;
import org.packhaus.shell.Toast;

/** Who may come in, and what they may do for which seller: all of it for administrators, their own people for managers. */
@Route(value = "users", layout = MainLayout.class)
@PermitAll
class UsersView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final int NAMED = 2;

    private final UserAdministration users;
    private final SellerMembers members;
    private final CurrentUser user;
    private final boolean administers;
    private final List<SellerRow> sellers;
    private final Formats formats = Formats.current();
    private final TextField search = new TextField();
    private final Grid<UserRow> grid = new Grid<>();

    UsersView(UserAdministration users, SellerMembers members, SellerService sellers, CurrentUser user) {
        this.users = users;
        this.user = user;
        this.members = members;
        this.administers = user.may(Permission.ADMINISTER);
        var mine = members.sellers();
        this.sellers = user.inFullScope(sellers::list).stream()
                .filter(seller -> mine.contains(seller.id()))
                .toList();
        addClassName("users");
        var below = new Paragraph(getTranslation(administers ? "users.sub" : "users.sub.members"));
        below.addClassName("sub");
        var names = new Div(new H1(getTranslation("nav.users")), below);
        names.addClassName("grow");
        search.setPlaceholder(getTranslation("users.search"));
        search.setAriaLabel(getTranslation("users.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> refresh());
        var head = new Header(
                names, search, new ActionButton(Icon.PLUS, getTranslation("users.invite"), click -> invite()).fill());
        head.addClassName("head");
        columns();
        var list = new Div(grid);
        list.addClassNames("list", "ruled");
        add(head, list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!administers && sellers.isEmpty()) {
            throw new NotFoundException();
        }
        refresh();
    }

    private void refresh() {
        var wanted = search.getValue().strip().toLowerCase(Locale.ROOT);
        grid.setItems((administers ? users.list() : members.list())
                .stream()
                        .filter(row -> (row.name() + " " + row.email())
                                .toLowerCase(Locale.ROOT)
                                .contains(wanted))
                        .toList());
    }

    private void columns() {
        grid.setSizeFull();
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", getTranslation("nav.users"));
        grid.setEmptyStateText(getTranslation("users.none"));
        grid.addColumn(LitRenderer.<UserRow>of("""
                        <div class="l1 cut"><b>${item.name}</b></div><div class="xs two cut">${item.email}</div>""")
                        .withProperty("name", UserRow::name)
                        .withProperty("email", UserRow::email))
                .setHeader(getTranslation("users.col.user"))
                .setWidth("210px")
                .setFlexGrow(2);
        grid.addColumn(LitRenderer.<UserRow>of("""
                        <div class="l1 cut" title="${item.all}">${item.roles}</div>""")
                        .withProperty("roles", row -> roles(row, NAMED))
                        .withProperty("all", row -> roles(row, sellers.size())))
                .setHeader(getTranslation("users.col.roles"))
                .setWidth("220px")
                .setFlexGrow(3);
        grid.addColumn(row -> getTranslation(row.secondFactor() ? "users.factor.two" : "users.factor.one"))
                .setHeader(getTranslation("users.col.sign-in"))
                .setWidth("150px")
                .setFlexGrow(0);
        grid.addColumn(row -> {
                    var last = row.lastSignIn();
                    return last == null ? getTranslation("users.never") : formats.when(last);
                })
                .setHeader(getTranslation("users.col.seen"))
                .setWidth("120px")
                .setFlexGrow(0);
        grid.addComponentColumn(this::state)
                .setHeader(getTranslation("users.col.state"))
                .setWidth("150px")
                .setFlexGrow(0);
        grid.addComponentColumn(this::deeds)
                .setHeader(new Span(getTranslation("users.col.deeds")))
                .setWidth("320px")
                .setFlexGrow(0);
    }

    private String roles(UserRow row, int named) {
        if (row.administrator()) {
            return getTranslation("users.administrator");
        }
        var known = sellers.stream()
                .filter(seller -> row.roles().containsKey(seller.id()))
                .map(seller -> seller.name() + ": " + names(row.roles().getOrDefault(seller.id(), Set.of())))
                .toList();
        if (known.isEmpty()) {
            return getTranslation("users.no-roles");
        }
        var said = known.stream().limit(named).collect(Collectors.joining(" · "));
        return known.size() <= named ? said : getTranslation("users.more", said, known.size() - named);
    }

    private String names(Set<Role> roles) {
        return roles.stream().map(role -> getTranslation(RolesDialog.key(role))).collect(Collectors.joining(", "));
    }

    private Badge state(UserRow row) {
        if (!row.active()) {
            return new Badge(Badge.Tone.IDLE, null, getTranslation("users.state.off"));
        }
        var link = row.linkExpires();
        if (link == null) {
            return new Badge(Badge.Tone.OK, null, getTranslation("users.state.on"));
        }
        return link.isAfter(formats.now())
                ? new Badge(Badge.Tone.INFO, null, getTranslation("users.state.link", formats.when(link)))
                : new Badge(Badge.Tone.WARN, null, getTranslation("users.state.link-over"));
    }

    private Div deeds(UserRow row) {
        var deeds = new Div();
        deeds.addClassName("fx");
        if (administers || !row.id().equals(user.id())) {
            deeds.add(deed(Icon.EDIT, "users.roles", row, () -> editRoles(row)));
        }
        if (!administers || row.id().equals(user.id())) {
            return deeds;
        }
        if (row.active()) {
            deeds.add(
                    deed(
                            Icon.KEY,
                            "users.reset",
                            row,
                            () -> new ResetDialog(
                                            row,
                                            secondFactorToo ->
                                                    act(() -> show(row, users.reset(row.id(), secondFactorToo))))
                                    .open()),
                    deed(
                            null,
                            "users.disable",
                            row,
                            () -> act(() -> {
                                users.disable(row.id());
                                Toast.done(getTranslation("users.disabled", row.name()));
                            })));
        } else {
            deeds.add(deed(null, "users.enable", row, () -> act(() -> users.enable(row.id()))));
        }
        return deeds;
    }

    private ActionButton deed(@org.jspecify.annotations.Nullable Icon icon, String key, UserRow row, Runnable deed) {
        var button = new ActionButton(icon, getTranslation(key), click -> deed.run()).small();
        button.setAriaLabel(getTranslation(key) + ": " + row.name());
        return button;
    }

    private void invite() {
        new InviteDialog(getLocale().getLanguage(), sellers, administers, members::offered, (wanted, roles) -> {
                    OneTimeLink link = administers ? invite(wanted, roles) : members.invite(wanted, roles);
                    refresh();
                    new LinkDialog(wanted.name(), link, formats).open();
                })
                .open();
    }

    private OneTimeLink invite(Invitation wanted, Map<SellerId, Set<Role>> roles) {
        OneTimeLink link = users.invite(wanted);
        roles.forEach((seller, chosen) -> users.setRoles(link.user(), seller, chosen));
        return link;
    }

    private void show(UserRow row, OneTimeLink link) {
        new LinkDialog(row.name(), link, formats).open();
    }

    private void editRoles(UserRow row) {
        new RolesDialog(
                        row,
                        sellers,
                        row.id().equals(user.id()),
                        administers,
                        members::offered,
                        (administrator, roles) -> act(() -> {
                            if (administers) {
                                users.makeAdministrator(row.id(), administrator);
                            }
                            changed(row, roles).forEach((seller, wanted) -> setRoles(row, seller, wanted));
                            Toast.done(getTranslation("users.saved", row.name()));
                        }))
                .open();
    }

    private void setRoles(UserRow row, SellerId seller, Set<Role> wanted) {
        if (administers) {
            users.setRoles(row.id(), seller, wanted);
        } else {
            members.setRoles(row.id(), seller, wanted);
        }
    }

    private Map<SellerId, Set<Role>> changed(UserRow row, Map<SellerId, Set<Role>> wanted) {
        return sellers.stream()
                .map(SellerRow::id)
                .filter(seller -> !wanted.getOrDefault(seller, Set.of())
                        .equals(row.roles().getOrDefault(seller, EnumSet.noneOf(Role.class))))
                .collect(Collectors.toMap(seller -> seller, seller -> wanted.getOrDefault(seller, Set.of())));
    }

    private void act(Runnable deed) {
        try {
            deed.run();
        } catch (UserException e) {
            Toast.failure(Problems.text(e));
        }
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.users") + " · Packhaus";
    }
}
