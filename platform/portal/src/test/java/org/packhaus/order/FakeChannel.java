package org.packhaus.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.ChannelOrder;
import org.packhaus.sdk.ChannelProfile;
import org.packhaus.sdk.ChannelRules;
import org.packhaus.sdk.Confirmation;
import org.packhaus.sdk.DeliveryTerms;
import org.packhaus.sdk.OrderPage;
import org.packhaus.sdk.OrderQuery;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.ProductCatalogue;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.ReportedShipment;
import org.packhaus.sdk.SalesChannel;
import org.packhaus.sdk.StockTarget;

/** A sales channel that holds its orders in memory and pages through them by change, as a real one does. */
public class FakeChannel
        implements SalesChannel<Record>, DeliveryTerms<Record>, ProductCatalogue<Record>, StockTarget<Record> {
    public final Map<String, ChannelOrder> orders = new LinkedHashMap<>();
    public final List<OrderPage.Unreadable> unreadable = new ArrayList<>();
    public final Map<String, Term> terms = new HashMap<>();
    public final Map<String, Product> products = new HashMap<>();
    public final List<OrderQuery> queries = new ArrayList<>();
    public final List<List<Level>> pushes = new ArrayList<>();
    public final Map<String, String> refusedSkus = new HashMap<>();
    public int pageSize = 100;

    /** Thrown at the call with that number, counted from 0. */
    public final Map<Integer, PluginException> failures = new HashMap<>();

    private int calls;

    public void put(ChannelOrder order) {
        orders.put(order.id(), order);
    }

    public void failNext(PluginException failure) {
        failures.put(calls, failure);
    }

    public ChannelOrder held(String id) {
        return java.util.Objects.requireNonNull(orders.get(id), id);
    }

    @Override
    public Class<Record> settingsType() {
        return Record.class;
    }

    @Override
    public ChannelProfile profile() {
        return new ChannelProfile("fake", "Fake channel");
    }

    @Override
    public ChannelRules rules(Record settings) {
        return new ChannelRules(Set.of("DHL"), true, Set.of("DHL"), Optional.empty());
    }

    @Override
    public OrderPage orders(OrderQuery query, Record settings) throws PluginException {
        queries.add(query);
        @Nullable PluginException failure = failures.remove(calls++);
        if (failure != null) {
            throw failure;
        }
        List<ChannelOrder> wanted = orders.values().stream()
                .filter(order -> query.changedSince()
                        .map(since -> !order.changedAt().isBefore(since))
                        .orElse(true))
                .toList();
        int from = query.cursor().map(Integer::parseInt).orElse(0);
        int to = Math.min(wanted.size(), from + Math.min(pageSize, query.limit()));
        boolean last = to == wanted.size();
        return new OrderPage(
                wanted.subList(from, to),
                last ? unreadable : List.of(),
                last ? Optional.empty() : Optional.of(Integer.toString(to)));
    }

    @Override
    public Optional<ChannelOrder> order(String channelOrderId, Record settings) {
        return Optional.ofNullable(orders.get(channelOrderId));
    }

    @Override
    public String confirm(Confirmation confirmation, Record settings) throws PluginException {
        throw new Rejected("not-here", "This fake takes no shipments.");
    }

    @Override
    public Optional<ReportedShipment> shipment(String carrierCode, String trackingNumber, Record settings) {
        return Optional.empty();
    }

    @Override
    public Map<String, Term> deliveryTerms(Set<String> skus, Record settings) {
        Map<String, Term> known = new HashMap<>(terms);
        known.keySet().retainAll(skus);
        return known;
    }

    @Override
    public List<Product> products(Set<String> skus, Record settings) {
        return products.values().stream()
                .filter(product -> skus.contains(product.sku()))
                .toList();
    }

    @Override
    public int mostPerCall() {
        return 3;
    }

    @Override
    public List<Answer> push(List<Level> levels, Record settings) throws PluginException {
        @Nullable PluginException failure = failures.remove(calls++);
        if (failure != null) {
            throw failure;
        }
        pushes.add(levels);
        return levels.stream()
                .map(level -> new Answer(level.sku(), Optional.ofNullable(refusedSkus.get(level.sku()))))
                .toList();
    }
}
