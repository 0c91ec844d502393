package org.packhaus.plugin.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.packhaus.plugin.PluginAdministration;
import org.packhaus.plugin.PluginDetails;
import org.packhaus.plugin.PluginMissing;
import org.packhaus.plugin.PluginUploadException;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Permission;
import org.packhaus.seller.SellerRow;
import org.packhaus.seller.SellerService;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;
import org.packhaus.shell.MainLayout;
import org.packhaus.shell.Problems;
import org.packhaus.shell.Toast;

/** Which plugins there are, whether they work, and why one does not show up. */
@Route(value = "plugins", layout = MainLayout.class)
@PermitAll
class PluginsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final PluginAdministration plugins;
    private final SellerService sellers;
    private final CurrentUser user;
    private final Formats formats = Formats.current();
    private final Paragraph where = new Paragraph();
    private final Div cards = new Div();

    PluginsView(PluginAdministration plugins, SellerService sellers, CurrentUser user) {
        this.plugins = plugins;
        this.sellers = sellers;
        this.user = user;
        addClassName("plugins");
        where.addClassName("sub");
        var names = new Div(new H1(getTranslation("nav.plugins")), where);
        names.addClassName("grow");
        var head = new Header(
                names,
                new ActionButton(Icon.AGAIN, getTranslation("jobs.refresh"), click -> refresh()),
                new ActionButton(Icon.PLUS, getTranslation("plugins.upload"), click -> upload()).fill());
        head.addClassName("head");
        cards.addClassName("cards");
        add(head, cards);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!user.may(Permission.ADMINISTER)) {
            throw new NotFoundException();
        }
        refresh();
    }

    private void refresh() {
        where.setText(getTranslation(
                plugins.signedOnly() ? "plugins.sub.signed" : "plugins.sub.unsigned",
                plugins.folder().toString()));
        cards.removeAll();
        var all = plugins.list();
        var names = user.inFullScope(sellers::list);
        all.forEach(plugin -> cards.add(new PluginCard(
                plugin,
                plugins.about(plugin.row(), getLocale()),
                names.stream()
                        .filter(seller -> plugin.onlyFor().contains(seller.id()))
                        .map(SellerRow::name)
                        .toList(),
                formats,
                deedsFor(plugin, names))));
        if (all.isEmpty()) {
            cards.add(new Paragraph(getTranslation("plugins.none")));
        }
    }

    private PluginCard.Deeds deedsFor(PluginDetails plugin, List<SellerRow> names) {
        var id = plugin.row().id();
        return new PluginCard.Deeds(
                () -> act(() -> plugins.enable(id)),
                () -> act(() -> plugins.disable(id)),
                () -> act(() -> {
                    plugins.rollBack(id);
                    Toast.done(getTranslation("plugins.rolled-back"));
                }),
                () -> new KeepForDialog(plugin, names, chosen -> act(() -> plugins.keepFor(id, chosen))).open());
    }

    private void act(Runnable deed) {
        try {
            deed.run();
        } catch (PluginMissing e) {
            Toast.failure(Problems.text(e));
        } catch (PluginUploadException e) {
            Toast.failure(Problems.text(e));
        }
        refresh();
    }

    private void upload() {
        new UploadDialog(plugins::upload, this::refresh).open();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.plugins") + " · Packhaus";
    }
}
