package org.packhaus.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.UserService;
import org.packhaus.security.UserSettings;
import org.packhaus.seller.SellerService;
import org.springframework.beans.factory.ObjectProvider;

/** Drawer on paper, the work on an inset sheet. Which role may do what is asked by the views themselves. */
@PermitAll
public class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private final CurrentUser user;
    private final Places places;
    private final CutOffCard cutOff;
    private final NoticeBell bell;
    private final Main sheet = new Main();
    private final ActionButton helper = ActionButton.icon(Icon.HELP, getTranslation("help.open"), click -> help())
            .bare();
    private final HelpDrawer help = new HelpDrawer(helper::focus);
    private final List<PaletteSource> commands;
    private final UserSettings settings;
    private String path = "";

    MainLayout(
            CurrentUser user,
            UserService users,
            SellerService sellers,
            ObjectProvider<NavigationEntry> entries,
            ObjectProvider<NextCutOff> cutOffs,
            ObjectProvider<PaletteSource> commands,
            ObjectProvider<NoticeSource> notices,
            UserSettings settings,
            AuthenticationContext signIn) {
        this.user = user;
        this.commands = commands.orderedStream().toList();
        this.settings = settings;
        this.places = new Places(entries.stream()
                .filter(entry -> entry.isFor(user))
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .toList());
        this.cutOff = new CutOffCard(cutOffs.getIfAvailable());
        this.bell = new NoticeBell(new Notices(notices.orderedStream().toList(), settings), user, this::refreshFigures);
        addClassName("app");
        sheet.addClassName("sheet");
        sheet.setId("work");
        sheet.getElement().setAttribute("tabindex", "-1");
        helper.addClassName("helper");
        add(skipLink(), topbar(), drawer(signIn, users, sellers), helper, sheet, help);
        ShellKeys.listen(this, this::pressed);
    }

    private void pressed(String key) {
        if (key.equals("palette")) {
            openPalette();
        } else {
            new KeySheet(keysHere()).open();
        }
    }

    private void help() {
        if (help.isVisible()) {
            help.close();
        } else {
            sheet.getChildren().findFirst().ifPresent(view -> help.open(view.getClass(), keysHere()));
        }
    }

    private void openPalette() {
        new Palette(commands, settings).open();
    }

    private List<HasKeys.Key> keysHere() {
        return sheet.getChildren()
                .filter(HasKeys.class::isInstance)
                .map(HasKeys.class::cast)
                .findFirst()
                .map(HasKeys::keys)
                .orElse(List.of());
    }

    private NativeButton paletteButton() {
        var words = new Span(getTranslation("palette.open"));
        words.addClassNames("grow", "cut");
        var keys = new Element("kbd");
        keys.setText("Ctrl K");
        keys.setAttribute("aria-hidden", "true");
        var open = new NativeButton("", click -> openPalette());
        open.addClassName("find");
        open.getElement().setAttribute("type", "button");
        open.getElement().setAttribute("aria-keyshortcuts", "Control+K");
        open.getElement().setAttribute("title", getTranslation("palette.open"));
        open.add(Icon.SEARCH.create(), words);
        open.getElement().appendChild(keys);
        return open;
    }

    private Anchor skipLink() {
        var skip = new Anchor("#work", getTranslation("shell.skip"));
        skip.addClassNames("skip", "btn");
        skip.getElement().setAttribute("router-ignore", true);
        return skip;
    }

    private Header topbar() {
        var find = ActionButton.icon(Icon.SEARCH, getTranslation("palette.open"), click -> openPalette())
                .bare();
        var gap = new Span();
        gap.addClassName("grow");
        var menu = ActionButton.icon(
                        Icon.MENU, getTranslation("shell.menu"), click -> showDrawer(!hasClassName("open")))
                .bare();
        var ask = ActionButton.icon(Icon.HELP, getTranslation("help.open"), click -> help())
                .bare();
        var bar = new Header(menu, brand(), gap, ask, find);
        bar.addClassName("topbar");
        return bar;
    }

    private void showDrawer(boolean open) {
        setClassName("open", open);
    }

    private Div brand() {
        var mark = new Span();
        mark.addClassName("mark");
        var brand = new Div(mark, new Span("Packhaus"));
        brand.addClassName("brand");
        return brand;
    }

    private Aside drawer(AuthenticationContext signIn, UserService users, SellerService sellers) {
        var mine = new Div(new UserMenu(user, users, signIn), bell);
        mine.addClassName("mine");
        var foot = new Div(cutOff, mine);
        foot.addClassName("foot");
        var drawer = new Aside(
                brand(), new SellerSwitch(user, user.inFullScope(sellers::list)), paletteButton(), places, foot);
        drawer.addClassName("side");
        return drawer;
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        help.leave();
        sheet.getElement().removeAllChildren();
        sheet.getElement().appendChild(content.getElement());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        showDrawer(false);
        path = event.getLocation().getPath();
        refreshFigures();
    }

    /** Reads the counts of the drawer and its card again. */
    public void refreshFigures() {
        var formats = Formats.current();
        places.show(path, entry -> user.inScope(() -> entry.count().count(formats)));
        user.runInScope(() -> cutOff.refresh(formats));
        bell.refresh();
    }

    /** The layout around a view, where there is one. */
    public static @Nullable MainLayout around(Component view) {
        return view.findAncestor(MainLayout.class);
    }
}
