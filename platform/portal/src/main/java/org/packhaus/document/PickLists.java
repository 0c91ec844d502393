package org.packhaus.document;

import java.io.OutputStream;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.packhaus.order.JointOrders;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderItem;
import org.packhaus.order.OrderService;
import org.packhaus.order.ShippableOrder;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerRow;
import org.packhaus.seller.SellerService;
import org.packhaus.stock.StockService;
import org.springframework.stereotype.Service;

/**
 * Makes pick lists: what is fetched for these orders, place by place. Sees the sellers in scope only. Call outside a transaction:
 * pictures come from outside.
 */
@Service
public class PickLists {
    private static final int CHUNK = 100;

    private final OrderService orders;
    private final JointOrders joint;
    private final StockService stock;
    private final SellerService sellers;
    private final ProductPictures pictures;
    private final Clock clock;

    PickLists(
            OrderService orders,
            JointOrders joint,
            StockService stock,
            SellerService sellers,
            ProductPictures pictures,
            Clock clock) {
        this.orders = orders;
        this.joint = joint;
        this.stock = stock;
        this.sellers = sellers;
        this.pictures = pictures;
        this.clock = clock;
    }

    /** What came of it. */
    public record Made(int pages, int rows, int pieces) {}

    private record Goods(SellerId seller, String sku) {}

    /** The pieces of one SKU of one seller, by order number. */
    private record Wanted(OrderItem item, Map<String, Integer> orders) {}

    /** Writes the list as PDF/A and closes the stream. @param title stands on it, may be empty */
    public Made write(Collection<OrderId> wanted, String title, SlipLanguage language, ZoneId zone, OutputStream out) {
        Map<Goods, Wanted> goods = new LinkedHashMap<>();
        List<OrderId> ids = joint.leads(wanted);
        int found = 0;
        for (int from = 0; from < ids.size(); from += CHUNK) {
            List<ShippableOrder> some = orders.shippable(ids.subList(from, Math.min(from + CHUNK, ids.size())));
            for (ShippableOrder lead : some) {
                lead.orders().forEach(order -> gather(order, name(order, lead), goods));
                found += lead.orders().size();
            }
        }
        List<PickRow> rows = rows(goods);
        PickList.Content content = new PickList.Content(title, language, clock.instant(), zone, found, rows);
        return new Made(PickList.write(content, out), rows.size(), content.pieces());
    }

    /** What is sent together is packed together: it names the order whose number stands on the slip. */
    private static String name(ShippableOrder order, ShippableOrder lead) {
        return order.id().equals(lead.id())
                ? order.orderNumber()
                : order.orderNumber() + " (" + lead.orderNumber() + ")";
    }

    private static void gather(ShippableOrder order, String name, Map<Goods, Wanted> goods) {
        for (List<OrderItem> pieces : SlipContents.toPack(order)) {
            OrderItem one = pieces.getFirst();
            goods.computeIfAbsent(new Goods(order.seller(), one.sku()), key -> new Wanted(one, new LinkedHashMap<>()))
                    .orders()
                    .merge(name, pieces.size(), Integer::sum);
        }
    }

    private List<PickRow> rows(Map<Goods, Wanted> goods) {
        Map<SellerId, Set<String>> skus = new HashMap<>();
        goods.keySet()
                .forEach(one -> skus.computeIfAbsent(one.seller(), seller -> new LinkedHashSet<>())
                        .add(one.sku()));
        Map<SellerId, Map<String, String>> places = new HashMap<>();
        skus.forEach((seller, some) -> places.put(seller, stock.places(seller, some)));
        Map<SellerId, String> names = skus.size() < 2
                ? Map.of()
                : sellers.list().stream().collect(Collectors.toMap(SellerRow::id, SellerRow::name));
        Map<String, byte[]> shown = pictures.of(goods.values().stream()
                .map(one -> one.item().pictureUrl())
                .flatMap(url -> Optional.ofNullable(url).stream())
                .collect(Collectors.toSet()));
        List<PickRow> rows = new ArrayList<>();
        goods.forEach((one, wanted) -> rows.add(row(
                wanted,
                places.getOrDefault(one.seller(), Map.of()).getOrDefault(one.sku(), ""),
                names.getOrDefault(one.seller(), ""),
                Optional.ofNullable(wanted.item().pictureUrl()).map(shown::get))));
        rows.sort(WAY);
        return rows;
    }

    /** By place, those without one last; then by SKU. */
    static final Comparator<PickRow> WAY = Comparator.<PickRow, Boolean>comparing(
                    row -> row.place().isBlank())
            .thenComparing(PickRow::place, NaturalOrder.INSTANCE)
            .thenComparing(PickRow::sku, NaturalOrder.INSTANCE)
            .thenComparing(PickRow::seller);

    private static PickRow row(Wanted wanted, String place, String seller, Optional<byte[]> picture) {
        OrderItem item = wanted.item();
        String attributes = item.attributes().entrySet().stream()
                .filter(attribute -> !attribute.getValue().isBlank())
                .map(attribute -> attribute.getKey() + ": " + attribute.getValue())
                .collect(Collectors.joining("  ·  "));
        return new PickRow(
                place,
                item.sku(),
                item.title(),
                attributes,
                item.ean(),
                wanted.orders().values().stream().mapToInt(count -> count).sum(),
                wanted.orders().entrySet().stream()
                        .map(order -> order.getValue() == 1 ? order.getKey() : order.getKey() + " ×" + order.getValue())
                        .toList(),
                seller,
                picture);
    }
}
