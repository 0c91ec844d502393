package org.packhaus.desk.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.packhaus.desk.SavedViews;
import org.packhaus.order.OrderFilter;
import org.packhaus.order.OrderRow;
import org.packhaus.order.OrderService;
import org.packhaus.order.OrderTab;
import org.packhaus.security.CurrentUser;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;
import org.packhaus.shell.PaletteHit;
import org.packhaus.shell.PaletteSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the palette finds at the desk: orders by whatever the list's search knows, saved views, stages. */
@Configuration(proxyBeanMethods = false)
class DeskCommands {

    private static final int SHORTEST = 2;
    private static final int MOST = 6;

    @Bean
    PaletteSource ordersByWords(OrderService orders, CurrentUser user) {
        return (typed, formats) ->
                typed.length() < SHORTEST ? List.of() : user.inScope(() -> orders(orders, typed, formats));
    }

    private static List<PaletteHit> orders(OrderService orders, String typed, Formats formats) {
        var page = orders.page(OrderFilter.of(OrderTab.ALL).withSearch(typed), null, MOST);
        List<PaletteHit> hits = new ArrayList<>();
        page.rows().forEach(row -> hits.add(hit(row, formats)));
        if (page.next() != null) {
            hits.add(new PaletteHit(
                    PaletteHit.Kind.ACTION,
                    Icon.ORDERS,
                    formats.text("palette.all-orders", typed),
                    "",
                    // Not remembered: the words may be a buyer's name.
                    new PaletteHit.Run(() -> com.vaadin
                            .flow
                            .component
                            .UI
                            .getCurrent()
                            .navigate("orders", QueryParameters.simple(Map.of("tab", "all", "q", typed))))));
        }
        return hits;
    }

    private static PaletteHit hit(OrderRow row, Formats formats) {
        var buyer = row.buyerName().isBlank() ? "" : row.buyerName() + ", " + row.city() + " · ";
        return new PaletteHit(
                PaletteHit.Kind.ORDER,
                Icon.BOX,
                row.orderNumber(),
                buyer + formats.text("stage." + OrderState.word(row.stage())),
                new PaletteHit.Go("orders/" + row.id()));
    }

    @Bean
    PaletteSource savedViewsByName(SavedViews views, CurrentUser user) {
        return (typed, formats) -> user.inScope(views::list).stream()
                .filter(view -> view.name().toLowerCase(formats.locale()).contains(typed.toLowerCase(formats.locale())))
                .map(view -> new PaletteHit(
                        PaletteHit.Kind.SCREEN,
                        Icon.STAR,
                        view.name(),
                        formats.text("views.title"),
                        new PaletteHit.Go("orders?" + view.query())))
                .toList();
    }
}
