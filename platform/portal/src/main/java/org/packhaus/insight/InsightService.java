package org.packhaus.insight;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.packhaus.insight.Insight.OfSeller;
import org.packhaus.order.OrderFigures;
import org.packhaus.order.OrderFigures.Due;
import org.packhaus.order.OrderFigures.Hindrance;
import org.packhaus.order.Stage;
import org.packhaus.seller.SellerId;
import org.packhaus.shipment.LabelFigures;
import org.packhaus.shipment.LabelFigures.Bought;
import org.springframework.stereotype.Service;

/** Puts the figures of the rooms together: five statements, however many orders and sellers. Sees the sellers in scope only. */
@Service
public class InsightService {
    /** So many days a chart shows at least. */
    static final int CHART_DAYS = 14;

    private final OrderFigures orders;
    private final LabelFigures labels;
    private final Clock clock;

    InsightService(OrderFigures orders, LabelFigures labels, Clock clock) {
        this.orders = orders;
        this.labels = labels;
        this.clock = clock;
    }

    /** @param zone of the reader: when a day begins */
    public Insight read(Period period, ZoneId zone) {
        Instant now = clock.instant();
        LocalDate today = now.atZone(zone).toLocalDate();
        Instant from = today.atStartOfDay(zone).toInstant();
        Instant until = today.plusDays(1).atStartOfDay(zone).toInstant();
        List<Due> inWork = orders.inWork(until);
        List<Due> sent = orders.sent(from, until);
        List<Hindrance> hindrances = orders.hindrances();

        int chart = Math.max(CHART_DAYS, period.days());
        LocalDate first = today.minusDays(Math.max(chart, 2 * period.days()) - 1L);
        Map<LocalDate, List<Bought>> bought = labels
                .bought(first.atStartOfDay(zone).toInstant(), until)
                .stream()
                .collect(Collectors.groupingBy(some -> some.hour().atZone(zone).toLocalDate()));
        LocalDate start = today.minusDays(period.days() - 1L);
        List<Bought> inPeriod = between(bought, start, today);

        return new Insight(
                orders.inWork(),
                sum(inWork.stream()),
                sum(inWork.stream().filter(due -> due.shipBy().isBefore(now))),
                sum(inWork.stream().filter(due -> !due.shipBy().isBefore(now) && due.isAtRisk())),
                sum(inWork.stream().filter(due -> due.shipBy().isBefore(from))),
                hours(Stream.concat(inWork.stream(), sent.stream())
                        .filter(due -> !due.shipBy().isBefore(from))),
                sum(inWork.stream().filter(due -> due.stage() == Stage.TO_SHIP && due.lacksStock())),
                mostFirst(hindrances.stream()
                        .collect(Collectors.groupingBy(Hindrance::code, Collectors.summingLong(Hindrance::orders)))),
                days(bought, today.minusDays(chart - 1L), today),
                spend(inPeriod),
                spend(between(bought, start.minusDays(period.days()), start.minusDays(1))),
                carriers(inPeriod),
                sellers(inWork, hindrances, inPeriod, now));
    }

    private static long sum(Stream<Due> dues) {
        return dues.mapToLong(Due::orders).sum();
    }

    private static List<Hour> hours(Stream<Due> dues) {
        Map<Instant, Hour> hours = new TreeMap<>();
        dues.forEach(due -> {
            Instant at = due.shipBy().truncatedTo(ChronoUnit.HOURS);
            hours.merge(at, hour(at, due), Hour::plus);
        });
        return new ArrayList<>(hours.values());
    }

    private static Hour hour(Instant at, Due due) {
        long n = due.orders();
        return switch (due.stage()) {
            case SENT -> new Hour(at, n, 0, 0, 0);
            case LABEL_PRINTED, PACKED -> new Hour(at, 0, n, 0, 0);
            case TO_SHIP, ANNOUNCED, CANCELLED -> due.isAtRisk() ? new Hour(at, 0, 0, 0, n) : new Hour(at, 0, 0, n, 0);
        };
    }

    private static List<Bought> between(Map<LocalDate, List<Bought>> bought, LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1))
                .flatMap(day -> bought.getOrDefault(day, List.of()).stream())
                .toList();
    }

    private static SortedMap<LocalDate, Spend> days(
            Map<LocalDate, List<Bought>> bought, LocalDate first, LocalDate last) {
        SortedMap<LocalDate, Spend> days = new TreeMap<>();
        first.datesUntil(last.plusDays(1)).forEach(day -> days.put(day, spend(bought.getOrDefault(day, List.of()))));
        return days;
    }

    private static Spend spend(List<Bought> bought) {
        return bought.stream().map(Spend::of).reduce(Spend.NONE, Spend::plus);
    }

    private static Map<String, Spend> carriers(List<Bought> bought) {
        Map<String, Spend> carriers = new HashMap<>();
        bought.forEach(some -> carriers.merge(some.carrier(), Spend.of(some), Spend::plus));
        return sorted(carriers, Comparator.comparingLong(Spend::labels));
    }

    private static Map<String, Long> mostFirst(Map<String, Long> counts) {
        return sorted(counts, Comparator.naturalOrder());
    }

    /** The greatest first; among equals by key, so that nothing jumps about. */
    private static <V> Map<String, V> sorted(Map<String, V> map, Comparator<V> by) {
        Map<String, V> sorted = new LinkedHashMap<>();
        map.entrySet().stream()
                .sorted(Map.Entry.<String, V>comparingByValue(by.reversed()).thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    private static Map<SellerId, OfSeller> sellers(
            List<Due> inWork, List<Hindrance> hindrances, List<Bought> bought, Instant now) {
        Map<SellerId, OfSeller> sellers = new HashMap<>();
        inWork.forEach(due -> sellers.merge(
                due.seller(),
                new OfSeller(
                        due.orders(),
                        due.shipBy().isBefore(now) ? due.orders() : 0,
                        0,
                        due.stage() == Stage.TO_SHIP && due.lacksStock() ? due.orders() : 0,
                        Spend.NONE),
                OfSeller::plus));
        hindrances.forEach(
                some -> sellers.merge(some.seller(), new OfSeller(0, 0, some.orders(), 0, Spend.NONE), OfSeller::plus));
        bought.forEach(some -> sellers.merge(some.seller(), new OfSeller(0, 0, 0, 0, Spend.of(some)), OfSeller::plus));
        return sellers;
    }
}
