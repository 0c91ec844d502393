package org.packhaus.sandbox.buyer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.packhaus.sandbox.otto.Address;
import org.packhaus.sandbox.otto.FulfillmentStatus;
import org.packhaus.sandbox.otto.Item;
import org.packhaus.sandbox.otto.Order;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.world.Product;
import org.packhaus.sandbox.world.SandboxClock;
import org.packhaus.sandbox.world.Seller;
import tools.jackson.databind.JsonNode;

/**
 * Makes orders. The n-th order of a seller and a seed is always the same but for its dates, so a call that asks for ten orders and
 * another ten gets the same twenty as one call for twenty.
 */
public final class OrderMaker {

    private static final int MOST_GRAMS = 20_000;
    private static final Duration ANNOUNCED_FOR = Duration.ofMinutes(35);
    private static final Duration PREPAYMENT_FAILS_AFTER = Duration.ofDays(10);
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private final SandboxClock clock;
    private final Map<String, Integer> made = new ConcurrentHashMap<>();

    public OrderMaker(SandboxClock clock) {
        this.clock = clock;
    }

    /** How far each series has got. */
    public JsonNode remember() {
        return Json.remember(made);
    }

    public void recall(JsonNode memory) {
        memory.propertyNames()
                .forEach(series -> made.put(series, memory.path(series).asInt()));
    }

    public void reset() {
        made.clear();
    }

    /** The next orders of a seed. */
    public synchronized List<Order> make(Seller seller, int count, long seed) {
        List<Order> orders = new ArrayList<>();
        String series = seller.key() + "/" + seed;
        int first = made.getOrDefault(series, 0);
        for (int n = first; n < first + count; n++) {
            orders.add(one(seller, seed, n));
        }
        made.put(series, first + count);
        return orders;
    }

    /** The next orders of a seed whose buyer is one and the same person, at home, with an umlaut in the name. */
    public synchronized List<Order> ofOneBuyer(Seller seller, int count, long seed) {
        List<Order> orders = new ArrayList<>();
        String series = seller.key() + "/" + seed + "/one";
        int first = made.getOrDefault(series, 0);
        long sellerSeed = seed * 1_000_003 + seller.key().hashCode();
        Order buyers = at(OrderKind.FOREIGN_NAME, seller, sellerSeed, first);
        for (int n = first; n < first + count; n++) {
            OrderKind kind = n % 2 == 0 ? OrderKind.SINGLE : OrderKind.TWO_PIECES;
            orders.add(at(kind, seller, sellerSeed, n + 1).boughtBy(buyers));
        }
        made.put(series, first + count);
        return orders;
    }

    /** The next orders of a seed, of one piece each, whose buyers left the house number out. */
    public synchronized List<Order> ofHastyBuyers(Seller seller, int count, long seed) {
        List<Order> orders = new ArrayList<>();
        String series = seller.key() + "/" + seed + "/hasty";
        int first = made.getOrDefault(series, 0);
        for (int n = first; n < first + count; n++) {
            orders.add(
                    at(OrderKind.SINGLE, seller, seed * 1_000_003 + seller.key().hashCode(), n + 500)
                            .withoutHouseNumber());
        }
        made.put(series, first + count);
        return orders;
    }

    private Order at(OrderKind kind, Seller seller, long sellerSeed, int n) {
        return of(kind, seller, new Random(sellerSeed * 37 + n * 6151L));
    }

    private Order one(Seller seller, long seed, int n) {
        List<OrderKind> deck = OrderKind.deck();
        long sellerSeed = seed * 1_000_003 + seller.key().hashCode();
        Collections.shuffle(deck, new Random(sellerSeed + n / deck.size()));
        return of(deck.get(n % deck.size()), seller, new Random(sellerSeed * 31 + n * 7919L));
    }

    /** An order of a kind. */
    Order of(OrderKind kind, Seller seller, Random random) {
        // The first values of neighbouring seeds resemble each other.
        random.nextLong();
        People people = new People(random);
        Instant now = clock.now();
        boolean prepaid = kind == OrderKind.PREPAYMENT || kind == OrderKind.ANNOUNCED && random.nextBoolean();
        Duration age = kind == OrderKind.ANNOUNCED
                ? Duration.ofMinutes(1 + random.nextInt(10))
                : Duration.ofMinutes(36 + random.nextInt(prepaid ? 6000 : 1300));
        Instant ordered = now.minus(age).minusMillis(random.nextInt(1000));
        List<Product> products = products(kind, seller, random);
        BigDecimal reduction = random.nextInt(8) == 0 ? new BigDecimal("10") : BigDecimal.ZERO;
        List<Item> items = new ArrayList<>();
        Instant delivery = expected(ordered, products);
        for (Product product : products) {
            BigDecimal off =
                    product.price().multiply(reduction).divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
            FulfillmentStatus status =
                    kind == OrderKind.ANNOUNCED ? FulfillmentStatus.ANNOUNCED : FulfillmentStatus.PROCESSABLE;
            Item item = new Item(uuid(random), product, off, kind == OrderKind.WEEE_PICKUP, delivery, status);
            items.add(status == FulfillmentStatus.PROCESSABLE ? item.processable(now) : item);
        }
        cancel(kind, items, now);
        Address address = people.of(kind);
        Address invoice = (kind == OrderKind.PACKSTATION || kind == OrderKind.POST_OFFICE || random.nextInt(9) == 0
                        ? people.someone()
                        : address)
                .withContact(people.pseudonym(), "");
        Address shipTo =
                kind == OrderKind.FORWARDER ? address.withContact(People.plainMail(address), people.phone()) : address;
        String payment = prepaid
                ? "PREPAYMENT"
                : people.one(
                        List.of("INVOICE_SINGLE", "PAYPAL", "CREDIT_CARD", "DIRECT_DEBIT", "INVOICE_INSTALLMENTS"));
        BigDecimal fee = new BigDecimal(kind == OrderKind.FORWARDER ? "29.95" : random.nextBoolean() ? "5.95" : "0.00");
        Order order = new Order(
                seller.key(),
                kind.name(),
                uuid(random),
                number(random),
                ordered,
                payment,
                shipTo,
                invoice,
                fee,
                items,
                now);
        return kind == OrderKind.ANNOUNCED
                ? order.announcedUntil(
                        prepaid ? ordered.plus(PREPAYMENT_FAILS_AFTER) : now.plus(ANNOUNCED_FOR), prepaid)
                : order;
    }

    private static void cancel(OrderKind kind, List<Item> items, Instant now) {
        if (kind == OrderKind.PARTLY_CANCELLED || kind == OrderKind.CANCELLED) {
            items.getFirst().cancelled(FulfillmentStatus.CANCELLED_BY_PARTNER, "CANCELLED_ON_PARTNER_WISH", now);
        }
        if (kind == OrderKind.CANCELLED) {
            items.forEach(
                    i -> i.cancelled(FulfillmentStatus.CANCELLED_BY_MARKETPLACE, "CANCELLED_ON_CUSTOMER_WISH", now));
        }
    }

    private static List<Product> products(OrderKind kind, Seller seller, Random random) {
        Predicate<Product> parcel = p -> !p.forwarder() && p.packingUnits().size() == 1;
        return switch (kind) {
            case FORWARDER -> List.of(pick(seller, Product::forwarder, random));
            case WEEE_PICKUP -> List.of(pick(seller, parcel.and(Product::electrical), random));
            case UMLAUT_SKU -> List.of(pick(seller, parcel.and(p -> !ascii(p.sku())), random));
            case SLASH_SKU -> List.of(pick(seller, parcel.and(p -> p.sku().contains("/")), random));
            case TWO_PIECES, PARTLY_CANCELLED -> {
                Product product = pick(seller, parcel.and(p -> p.weight() * 2 <= MOST_GRAMS), random);
                yield List.of(product, product);
            }
            case SEVERAL_SKUS -> several(seller, parcel, 2 + random.nextInt(2), random);
            default -> List.of(pick(seller, parcel, random));
        };
    }

    private static List<Product> several(Seller seller, Predicate<Product> parcel, int wanted, Random random) {
        List<Product> chosen = new ArrayList<>();
        while (chosen.size() < wanted) {
            chosen.add(pick(seller, parcel.and(p -> !chosen.contains(p) && p.weight() < 6000), random));
        }
        return chosen;
    }

    /** Any product that fits, or, with a catalogue that has none, any parcel. */
    private static Product pick(Seller seller, Predicate<Product> wanted, Random random) {
        List<Product> fitting = seller.products().stream().filter(wanted).toList();
        List<Product> from = fitting.isEmpty()
                ? seller.products().stream().filter(p -> !p.forwarder()).toList()
                : fitting;
        return from.get(random.nextInt(from.size()));
    }

    private static boolean ascii(String text) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
    }

    /** Processing and transport in working days, at noon in Berlin. */
    private static Instant expected(Instant ordered, List<Product> products) {
        int days = products.stream()
                .mapToInt(p -> switch (p.profile()) {
                    case "EXPRESS" -> 2;
                    case "PARCEL" -> 4;
                    case "CURBSIDE" -> 9;
                    default -> 12;
                })
                .max()
                .orElse(4);
        LocalDate day = LocalDate.ofInstant(ordered, SandboxClock.BERLIN);
        while (days > 0) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SUNDAY && day.getDayOfWeek() != DayOfWeek.SATURDAY) {
                days--;
            }
        }
        return day.atTime(LocalTime.NOON).atZone(SandboxClock.BERLIN).toInstant();
    }

    private static String uuid(Random random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return UUID.nameUUIDFromBytes(bytes).toString();
    }

    private static String number(Random random) {
        StringBuilder number = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            number.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return number.toString();
    }
}
