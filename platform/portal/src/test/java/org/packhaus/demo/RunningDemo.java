package org.packhaus.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.catalina.Context;
import org.awaitility.Awaitility;
import org.packhaus.Portal;
import org.packhaus.database.FreshSchema;
import org.packhaus.demo.DemoSellers.DemoSeller;
import org.packhaus.job.BatchId;
import org.packhaus.job.RecurringJob;
import org.packhaus.order.ImportService;
import org.packhaus.plugin.BuiltPlugins;
import org.packhaus.sandbox.Sandbox;
import org.packhaus.sdk.CheckDigits;
import org.packhaus.security.NewUser;
import org.packhaus.security.UserService;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.packhaus.seller.Setting;
import org.packhaus.stock.StockService;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./packhaus demo} inside the test: a sandbox and a portal with a web server, on free ports and on the build's database server. What
 * a story cannot do at a browser, because it happens in the world outside, is done here.
 */
public final class RunningDemo implements AutoCloseable {

    /** Of everybody here. */
    public static final String PASSWORD = DemoUsers.PASSWORD;

    private static final List<String> CARRIERS = List.of("dhl", "hermes", "dpd", "gls", "ups");
    private static final int BOOKABLE = 5;
    private static final int SELLERS = 20;
    private static final int ORDERS = 120;
    private static final int PLENTY = 500;

    /** Of a machine on which others build, too. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Sandbox sandbox;
    private final ConfigurableApplicationContext portal;
    private final SandboxControl control;
    private final Path data;

    private RunningDemo(Sandbox sandbox, ConfigurableApplicationContext portal) {
        this.sandbox = sandbox;
        this.portal = portal;
        this.control = new SandboxControl(sandbox.uri(), portal.getBean(JsonMapper.class));
        this.data = Path.of(portal.getEnvironment().getRequiredProperty("packhaus.data"));
    }

    private static List<Path> plugins() {
        List<Path> plugins = new ArrayList<>(List.of(BuiltPlugins.jar("otto")));
        CARRIERS.forEach(carrier -> plugins.add(BuiltPlugins.jar(carrier)));
        plugins.add(BuiltPlugins.jar("mail"));
        return plugins;
    }

    public static boolean pluginsAreBuilt() {
        return plugins().stream().allMatch(Files::exists);
    }

    /** An agency with twenty sellers, five carriers, and a few orders each. */
    public static RunningDemo agency() {
        var demo = start(
                "demo",
                "--packhaus.demo.sellers=" + SELLERS,
                "--packhaus.demo.orders=" + ORDERS,
                "--packhaus.demo.carriers=" + String.join(",", CARRIERS),
                "--packhaus.demo.seed=7");
        var users = demo.portal.getBean(UserService.class);
        users.create(new NewUser(administrator(Locale.GERMAN), "Jörg Mühlenbäcker", PASSWORD, "de", true));
        users.create(new NewUser(administrator(Locale.CHINESE), "李雪", PASSWORD, "zh", true));
        demo.awaitOrders(SELLERS);
        return demo;
    }

    /** An install on its first day: plugins, and nothing else. Not even somebody who may sign in. */
    public static RunningDemo empty() {
        return start(
                "fresh",
                "--server.address=127.0.0.1",
                "--packhaus.plugins.extra-hosts=localhost,127.0.0.1",
                "--packhaus.pictures.hosts=localhost,127.0.0.1");
    }

    /** Where the portal keeps its files. */
    public Path data() {
        return data;
    }

    /** What whoever owns the machine reads there. */
    public String setUpCode() {
        try {
            return Files.readString(data.resolve("setup-code")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RunningDemo start(String profile, String... settings) {
        return start(profile, context -> {}, settings);
    }

    /** @param more what this one has besides */
    private static RunningDemo start(
            String profile, ApplicationContextInitializer<ConfigurableApplicationContext> more, String... settings) {
        Sandbox sandbox = Sandbox.start(0);
        try {
            List<String> arguments = new ArrayList<>(List.of(
                    "--server.port=0",
                    "--vaadin.productionMode=true",
                    "--logging.level.org.apache.fontbox=error",
                    "--packhaus.plugins.policy=ALLOW_UNSIGNED",
                    "--packhaus.demo.history=0",
                    "--packhaus.demo.sandbox=" + sandbox.uri()));
            arguments.addAll(List.of(settings));
            return new RunningDemo(
                    sandbox,
                    new SpringApplicationBuilder(Portal.class)
                            .profiles(profile)
                            .initializers(new FreshSchema(), new OneSignIn(), RunningDemo::putPluginsIn, more)
                            .run(arguments.toArray(String[]::new)));
        } catch (RuntimeException e) {
            sandbox.close();
            throw e;
        }
    }

    private static void putPluginsIn(ConfigurableApplicationContext context) {
        putIn(context, plugins());
    }

    private static void putIn(ConfigurableApplicationContext context, List<Path> plugins) {
        Path folder = Path.of(context.getEnvironment().getRequiredProperty("packhaus.data"), "plugins");
        try {
            Files.createDirectories(folder);
            for (Path plugin : plugins) {
                Files.copy(plugin, folder.resolve(plugin.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A list that still grows would move under the fingers. */
    private void awaitOrders(int sellers) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> number("select count(*) from import_state where finished_at is not null") == sellers
                        && number("select count(*) from sales_order where stage = 'TO_SHIP' and stock_light = 'GREEN'")
                                > Math.max(BOOKABLE, sellers));
    }

    public String address() {
        return "http://localhost:" + web().getPort();
    }

    private TomcatWebServer web() {
        if (portal instanceof WebServerApplicationContext context
                && context.getWebServer() instanceof TomcatWebServer tomcat) {
            return tomcat;
        }
        throw new IllegalStateException("The portal runs in no Tomcat");
    }

    public ConfigurableApplicationContext portal() {
        return portal;
    }

    /** With whom to sign in to see everything in that language. */
    public static String administrator(Locale language) {
        return switch (language.getLanguage()) {
            case "de" -> "verwaltung@packhaus.example";
            case "zh" -> "guanli@packhaus.example";
            default -> "admin@packhaus.example";
        };
    }

    /** By the name it has in the demo. */
    public SellerId seller(String name) {
        return new SellerId(number("select id from seller where name = ?", name));
    }

    /** Buyers order so often at a seller who has plenty of everything; returns when the portal has read it all. */
    public void buyersOrder(String seller, int count, long seed) {
        order(seller, "&count=" + count + "&seed=" + seed);
    }

    /** Likewise, one piece each, but they forget the house number. @return the orders' numbers */
    public List<String> hastyBuyersOrder(String seller, int count, long seed) {
        return order(seller, "&count=" + count + "&seed=" + seed + "&buyer=hasty");
    }

    private List<String> order(String seller, String what) {
        DemoSeller shop = shop(seller);
        List<String> made = new ArrayList<>();
        control.post("/sandbox/orders?seller=" + shop.account().key() + what, "")
                .forEach(order -> made.add(order.path("orderNumber").asString()));
        var truth = control.truth(shop.account().key());
        Map<String, Integer> shelves = new TreeMap<>();
        truth.forEach(order -> order.items().forEach(item -> shelves.put(item.sku(), PLENTY)));
        SellerScope.run(shop.id(), () -> {
            portal.getBean(StockService.class).set(shop.id(), shelves, "Delivery");
            portal.getBean(ImportService.class).now(shop.id(), shop.channel());
        });
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> number(
                                "select count(*) from sales_order where seller_id = ?",
                                shop.id().value())
                        == truth.size());
        return made;
    }

    private DemoSeller shop(String name) {
        return portal.getBean(Opening.class).sellers().stream()
                .filter(seller -> seller.account().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** For how many labels the carriers want a seller's money. */
    public long charges(String seller) {
        return control.charges(shop(seller).account().key()).stream()
                .filter(charge -> !charge.voided())
                .count();
    }

    /** How many of the orders that may leave as a parcel the marketplace holds as sent, and how many not. */
    public Map<Boolean, Long> sent(String seller) {
        return control.truth(shop(seller).account().key()).stream()
                .filter(order -> !order.due().isEmpty())
                .collect(Collectors.partitioningBy(
                        order -> order.due().stream().allMatch(SandboxControl.TrueItem::isSent),
                        Collectors.counting()));
    }

    /** What the sandbox's first seller types into the form of its account at a plugin, by the plugin's names of its fields. */
    public Map<String, String> credentials(String plugin) {
        var account = control.read().getFirst();
        Map<String, String> typed = new TreeMap<>();
        var settings = plugin.equals("otto")
                ? DemoSellers.otto(account, control)
                : DemoCarriers.settings(account.carrier(plugin), control);
        for (Setting setting : settings) {
            if (setting.value() != null) {
                typed.put(setting.field(), setting.value());
            }
        }
        return typed;
    }

    /** What a service partner types for the sandbox's second seller, who has installed the partner's app. */
    public Map<String, String> installation() {
        var account = control.read().get(1);
        Map<String, String> typed = new TreeMap<>();
        account.accounts()
                .path("app")
                .properties()
                .forEach(field -> typed.put(field.getKey(), field.getValue().asString()));
        typed.put("returnCarrier", account.returnCarrier());
        typed.put("baseUrl", control.root().toString());
        return typed;
    }

    /** A list as DHL sends its customers: numbers of parcels that come back. */
    public static List<String> returnNumbers(int count) {
        return IntStream.range(0, count)
                .mapToObj("6099%09d"::formatted)
                .map(serial -> serial + CheckDigits.post(serial))
                .toList();
    }

    /** Buyers order at a seller the portal need not know yet. @param place among the sandbox's sellers @return the orders' numbers */
    public List<String> marketOrders(int place, int count, long seed) {
        List<String> made = new ArrayList<>();
        control.post(
                        "/sandbox/orders?seller=" + control.read().get(place).key() + "&count=" + count + "&seed="
                                + seed,
                        "")
                .forEach(order -> made.add(order.path("orderNumber").asString()));
        return made;
    }

    /** A session ends as by lapse of time. */
    public void endSession(String id) {
        for (var context : web().getTomcat().getHost().findChildren()) {
            for (var session : ((Context) context).getManager().findSessions()) {
                if (session.getId().equals(id)) {
                    session.expire();
                }
            }
        }
    }

    /** One number from the database. */
    public long number(String sql, Object... values) {
        Long number = portal.getBean(JdbcTemplate.class).queryForObject(sql, Long.class, values);
        return number == null ? 0 : number;
    }

    /** One text from the database. */
    public String text(String sql, Object... values) {
        return String.valueOf(portal.getBean(JdbcTemplate.class).queryForObject(sql, String.class, values));
    }

    @Override
    public void close() {
        portal.close();
        sandbox.close();
        var unused = FileSystemUtils.deleteRecursively(data.toFile());
    }

    // What happens outside once parcels have left.

    private static final int HOURS_A_STEP = 6;

    /** Three sellers with mailboxes, and DHL; its time passes when a story says so, inside and outside. */
    public static RunningDemo inPassingTime() {
        var demo = start(
                "demo",
                context -> {
                    putIn(context, List.of(BuiltPlugins.jar("mail")));
                    if (context instanceof GenericApplicationContext open) {
                        open.registerBean(RunClock.class);
                    }
                },
                "--packhaus.demo.sellers=3",
                "--packhaus.demo.orders=6",
                "--packhaus.demo.seed=7");
        var users = demo.portal.getBean(UserService.class);
        users.create(new NewUser(administrator(Locale.GERMAN), "Jörg Mühlenbäcker", PASSWORD, "de", true));
        users.create(new NewUser(administrator(Locale.CHINESE), "李雪", PASSWORD, "zh", true));
        demo.awaitOrders(3);
        return demo;
    }

    /** So many hours pass, in here and at carriers, buyers and the marketplace; carriers are asked as they always are. */
    public void hoursPass(int hours) {
        for (int gone = 0; gone < hours; gone += HOURS_A_STEP) {
            portal.getBean(RunClock.class).follow(control.advance(Math.min(HOURS_A_STEP, hours - gone)));
            goesRound("tracking.poll");
        }
    }

    /** A job that comes round every minute comes round now. */
    public void goesRound(String name) {
        var job = portal.getBeansOfType(RecurringJob.class).values().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        for (var seller : portal.getBean(Opening.class).sellers()) {
            SellerScope.run(seller.id(), () -> {
                try {
                    job.run(seller.id());
                } catch (Exception e) {
                    throw new IllegalStateException(name, e);
                }
            });
        }
    }

    /**
     * Everything of a seller that may leave is labelled, reported and on its way.
     *
     * @param fate what becomes of these parcels, by the sandbox's word
     * @return the numbers of the parcels
     */
    public List<String> everythingLeaves(String seller, String fate) {
        var shop = shop(seller);
        var before = numbers(shop);
        var warehouse = portal.getBean(Warehouse.class);
        control.fate(fate);
        finish(shop, warehouse::bookWaiting);
        finish(shop, warehouse::confirmLabelled);
        control.fate("SMOOTH");
        goesRound("tracking.poll");
        return numbers(shop).stream().filter(number -> !before.contains(number)).toList();
    }

    private List<String> numbers(DemoSeller shop) {
        return control.truth(shop.account().key()).stream()
                .flatMap(order -> order.items().stream())
                .flatMap(item -> item.tracking().stream())
                .distinct()
                .toList();
    }

    private void finish(DemoSeller shop, Supplier<Optional<BatchId>> work) {
        Optional<BatchId> batch = SellerScope.get(Set.of(shop.id()), work);
        batch.ifPresent(running -> Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> SellerScope.get(
                        Set.of(shop.id()),
                        () -> portal.getBean(Warehouse.class).progress(running).isFinished())));
    }

    /** A piece that a buyer has sent back. @param number of its parcel, as the scanner reads it */
    public record SentBack(String order, String item, String sku, String number) {}

    /** Buyers send one piece each back, and the parcels have arrived. */
    public List<SentBack> buyersSendBack(String seller, int pieces) {
        var key = shop(seller).account().key();
        Map<String, SentBack> back = new LinkedHashMap<>();
        for (var order : control.truth(key)) {
            order.items().stream()
                    .filter(item -> item.isSent() && item.returnTracking().isPresent())
                    .findFirst()
                    .map(item -> new SentBack(
                            order.orderNumber(),
                            item.id(),
                            item.sku(),
                            item.returnTracking().orElseThrow()))
                    .filter(piece -> back.size() < pieces)
                    .ifPresent(piece -> back.putIfAbsent(piece.number(), piece));
        }
        back.values().forEach(piece -> control.sendBack(piece.order(), piece.item()));
        return List.copyOf(back.values());
    }

    /** Decisions that the marketplace took about a piece, each as {@code ACCEPT B RETURN_RECEIVED}. */
    public Map<String, List<String>> decisions(String seller) {
        return control.returns(shop(seller).account().key()).stream()
                .collect(Collectors.toMap(
                        SandboxControl.TrueReturn::item,
                        piece -> piece.decisions().stream()
                                .filter(SandboxControl.TrueDecision::taken)
                                .map(one -> one.verdict() + " " + one.condition() + " " + one.reason())
                                .toList()));
    }

    /** Waits until the marketplace has as many decisions. */
    public void marketplaceHears(String seller, int decisions) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() ->
                        decisions(seller).values().stream().mapToInt(List::size).sum() >= decisions);
    }

    /** Waits until the channel has been told of the money for part of a price, or has given it back. */
    public void refundIsTold(String order) {
        refundIs(order, "INITIATED", "PROCESSED");
    }

    public void refundIsDone(String order) {
        refundIs(order, "PROCESSED", "PROCESSED");
    }

    /** Asks after it as the portal does every minute. */
    private void refundIs(String order, String state, String orState) {
        Awaitility.await().atMost(PATIENCE).until(() -> {
            goesRound("aftersales.poll");
            return number(
                            "select count(*) from price_cut c join sales_order o on o.id = c.order_id"
                                    + " where o.order_number = ? and c.state in (?, ?)",
                            order,
                            state,
                            orState)
                    > 0;
        });
    }

    /** Waits until the portal has heard from the channel, too, which pieces it holds as taken back. */
    public void piecesAreBack(String seller, int pieces) {
        DemoSeller shop = shop(seller);
        SellerScope.run(shop.id(), () -> portal.getBean(ImportService.class).now(shop.id(), shop.channel()));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> number(
                                "select count(*) from order_item where seller_id = ? and state = 'RETURNED'",
                                shop.id().value())
                        >= pieces);
    }

    /** A buyer asks where the parcel is. */
    public void buyerAsks(String seller, String order) {
        control.write(shop(seller).account().key(), "question", order);
        Awaitility.await().atMost(PATIENCE).until(() -> {
            goesRound("case.read-messages");
            return number(
                            "select count(*) from support_case c join sales_order o on o.id = c.order_id"
                                    + " where o.order_number = ?",
                            order)
                    > 0;
        });
    }

    /** The order that a parcel belongs to. */
    public String orderOf(String trackingNumber) {
        return text(
                "select o.order_number from tracked_parcel t join sales_order o on o.id = t.order_id"
                        + " where t.tracking_number = ?",
                trackingNumber);
    }
}
