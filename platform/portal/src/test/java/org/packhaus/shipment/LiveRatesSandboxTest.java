package org.packhaus.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.packhaus.sdk.ChannelItem.State.PROCESSABLE;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.order.OrderId;
import org.packhaus.order.Problem;
import org.packhaus.plugin.PluginHost;
import org.packhaus.rule.Action;
import org.packhaus.rule.Offer;
import org.packhaus.rule.PriceSheet;
import org.packhaus.rule.RuleService;
import org.packhaus.rule.RuleTrial;
import org.packhaus.rule.SecondChoice;
import org.packhaus.rule.SecondChoices;
import org.packhaus.rule.ShippingRule;
import org.packhaus.rule.Spreadsheet;
import org.packhaus.rule.WhatIf;
import org.packhaus.sandbox.Sandbox;
import org.packhaus.sdk.ChannelRules;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.seller.ConnectionService;
import org.packhaus.seller.NewConnection;
import org.packhaus.seller.SellerDetails;
import org.packhaus.seller.Setting;
import org.packhaus.shipment.CarrierReason.Considered;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Prices asked of UPS by its real plugin over real HTTP, beside a contract that has a table only. */
@DatabaseTest
@TestPropertySource(
        properties = {
            "packhaus.plugins.policy=ALLOW_UNSIGNED",
            "packhaus.plugins.extra-hosts=localhost",
            "packhaus.plugins.look=100ms"
        })
class LiveRatesSandboxTest {
    private static final Path JAR = Path.of("../../plugins/ups/target/ups.jar");
    private static final String STANDARD = "11";
    private static final String EXPRESS_SAVER = "65";

    @SuppressWarnings("NullAway.Init")
    private static Sandbox sandbox;

    @Autowired
    ApplicationContext context;

    @Autowired
    PluginHost host;

    @Autowired
    RuleService rules;

    @Autowired
    RuleTrial trial;

    @Autowired
    SecondChoices seconds;

    @Autowired
    JsonMapper json;

    @Autowired
    JdbcClient jdbc;

    @Value("${packhaus.data}")
    Path data;

    @SuppressWarnings("NullAway.Init")
    private FlowFixture flow;

    @SuppressWarnings("NullAway.Init")
    private FlowFixture.Life node;

    @SuppressWarnings("NullAway.Init")
    private Offer standard;

    @SuppressWarnings("NullAway.Init")
    private Offer saver;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(0);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void aSellerWithUpsAndATable() throws Exception {
        assumeTrue(Files.exists(JAR), "SKIPPED: plugins/ups is not packaged yet (mvn verify packages it before)");
        Path folder = data.resolve("plugins");
        Path part = Files.copy(JAR, folder.resolve(".ups.part"), StandardCopyOption.REPLACE_EXISTING);
        Files.move(part, folder.resolve("ups.jar"), StandardCopyOption.ATOMIC_MOVE);
        Awaitility.await().until(() -> !host.extensions(ConnectionRole.CARRIER).isEmpty());
        control("POST", "/sandbox/faults/none", "");
        flow = new FlowFixture(context);
        flow.channel.demands(new ChannelRules(Set.of("UPS"), false, Set.of(), Optional.empty()));
        flow.seller(s -> new SellerDetails(
                s.id(),
                s.version(),
                s.name(),
                s.mark(),
                s.sender(),
                s.language(),
                s.cutOff(),
                s.timeZone(),
                s.returnCarrier(),
                s.carrier(),
                s.carrierProduct(),
                1_200));
        node = flow.life("a", context.getBean(HostDesks.class));
        ConnectionId ups = ups();
        standard = new Offer(ups, STANDARD);
        saver = new Offer(ups, EXPRESS_SAVER);
        in(() -> {
            rules.savePrices(
                    flow.imports.seller,
                    saver,
                    PriceSheet.of(Spreadsheet.csv("countries;max_weight_g;price;days\nDE;5000;6,50;2"))
                            .table());
            return true;
        });
        save(List.of(new ShippingRule(
                "Save",
                true,
                List.of(),
                new Action.Best(Action.Aim.CHEAPEST, List.of(standard, saver)),
                List.of(),
                null)));
    }

    /** The folder is shared with other tests of this portal. */
    @AfterEach
    void takeOut() throws IOException {
        Files.deleteIfExists(data.resolve("plugins").resolve("ups.jar"));
        Awaitility.await().until(() -> host.list().isEmpty());
    }

    @Test
    void whatUpsSaysDecidesAndIsWhatIsPaid() {
        OrderId order = flow.order("ups1", PROCESSABLE, "BOOK");
        WhatIf foretold = in(() -> trial.whatIf(
                flow.imports.seller,
                rules.current(flow.imports.seller).rules(),
                RuleTrial.ORDERS,
                node.chooser,
                flow.clock.instant(),
                progress -> {}));
        assertThat(foretold.live()).isEqualTo(new WhatIf.Live(1, 1, 0));

        BoughtLabel label = node.label(order);
        Considered taken = considered(order).getFirst();
        assertThat(taken.product()).isEqualTo(STANDARD);
        assertThat(taken.source()).isEqualTo(Considered.LIVE);
        assertThat(taken.price()).isEqualTo(label.price().orElseThrow());
        assertThat(foretold.then().cost())
                .isEqualByComparingTo(label.price().orElseThrow().amount());
        assertThat(questions()).as("the answer that was foretold with").isEqualTo(1);
        assertThat(considered(order).getLast().source())
                .as("the live price of the dearer one comes before its table")
                .isEqualTo(Considered.LIVE);
    }

    @Test
    void noQuestionKnowsTheBuyer() {
        OrderId order = flow.order("ups2", PROCESSABLE, "BOOK");
        node.label(order);
        String asked = jdbc.sql("select request_body from exchange where seller_id = :seller and url like '%/rating/%'")
                .param("seller", flow.imports.seller.value())
                .query(String.class)
                .single();
        assertThat(asked)
                .contains("RateRequest", "Receiver")
                .doesNotContain(FlowFixture.there(flow.row(order).buyerName()), "ups2");
    }

    @Test
    void anUnhelpfulUpsIsWeighedByItsTableAndStillSells() throws Exception {
        control("POST", "/sandbox/faults", """
                [{"operation":"ups.rating","kind":"500","rate":1.0,"seed":1}]
                """);
        OrderId order = flow.order("ups3", PROCESSABLE, "BOOK");
        node.label(order);
        assertThat(considered(order).getFirst())
                .satisfies(taken -> assertThat(taken.product()).isEqualTo(EXPRESS_SAVER))
                .satisfies(taken -> assertThat(taken.source()).isEqualTo("no-answer"))
                .satisfies(taken -> assertThat(FlowFixture.there(taken.price()).amount())
                        .isEqualByComparingTo(new BigDecimal("6.50")));
        assertThat(considered(order).getLast().verdict()).isEqualTo("no-price");
    }

    private static ShippingRule daily(Offer first, Offer second, SecondChoice.Mode mode) {
        return new ShippingRule(
                "Daily", true, List.of(), new Action.Fixed(first), List.of(), new SecondChoice(second, mode));
    }

    @Test
    void aYesTakesTheSecondChoiceAndACarrierThatIsBackNeedsNone() throws Exception {
        Offer second = new Offer(ups(), STANDARD);
        save(List.of(daily(standard, second, SecondChoice.Mode.ASK)));
        pause(standard.connection());
        OrderId order = flow.order("yes1", PROCESSABLE, "BOOK");
        OrderId later = flow.order("yes2", PROCESSABLE, "BOOK");
        assertThat(node.book(order).problems()).extracting(Problem::code).containsExactly(SecondChoices.CODE);
        assertThat(node.book(later).problems()).extracting(Problem::code).containsExactly(SecondChoices.CODE);
        assertThat(in(() -> seconds.waiting(List.of(order, later))))
                .containsExactly(entry(order, second), entry(later, second));

        assertThat(in(() -> seconds.take(List.of(order)))).containsExactly(order);
        assertThat(flow.row(order).problem()).isNull();
        node.label(order);
        assertThat(pick(order).connection()).isEqualTo(second.connection());
        assertThat(in(() -> seconds.waiting(List.of(order)))).isEmpty();

        in(() -> {
            context.getBean(ConnectionService.class).resume(standard.connection());
            return true;
        });
        assertThat(in(() -> seconds.take(List.of(later)))).isEmpty();
        node.label(later);
        assertThat(pick(later).connection()).isEqualTo(standard.connection());
    }

    @Test
    void aPausedCarrierIsReplacedAsPlannedAndTheOrderSaysSinceWhen() throws Exception {
        Offer second = new Offer(ups(), STANDARD);
        save(List.of(daily(standard, second, SecondChoice.Mode.SWITCH)));
        pause(standard.connection());
        OrderId order = flow.order("switch1", PROCESSABLE, "BOOK");
        node.label(order);
        assertThat(pick(order).connection()).isEqualTo(second.connection());
        assertThat(considered(order).getLast())
                .satisfies(out -> assertThat(out.verdict()).isEqualTo("connection-paused"))
                .satisfies(out -> assertThat(out.since()).isNotNull());
    }

    private void pause(ConnectionId connection) {
        in(() -> {
            context.getBean(ConnectionService.class).pause(connection);
            return true;
        });
    }

    private CarrierPick pick(OrderId order) {
        return FlowFixture.there(flow.shipments(order).getFirst().pick());
    }

    private List<Considered> considered(OrderId order) {
        return FlowFixture.there(flow.shipments(order).getFirst().pick())
                .reason()
                .considered();
    }

    private int questions() {
        return jdbc.sql("select count(*) from exchange where seller_id = :seller and url like '%/rating/%'")
                .param("seller", flow.imports.seller.value())
                .query(Integer.class)
                .single();
    }

    private void save(List<ShippingRule> wanted) {
        in(() -> rules.save(
                flow.imports.seller, rules.current(flow.imports.seller).number(), wanted));
    }

    private <T> T in(Supplier<T> work) {
        return flow.imports.in(work);
    }

    private ConnectionId ups() throws Exception {
        JsonNode account = control("GET", "/sandbox/sellers", "").get(0).path("ups");
        List<Setting> settings = new ArrayList<>();
        account.properties().forEach(field -> {
            String value = field.getValue().asString();
            settings.add(
                    field.getKey().equals("clientSecret")
                            ? Setting.secret(field.getKey(), value)
                            : Setting.plain(field.getKey(), value));
        });
        settings.add(Setting.plain("negotiatedRates", "true"));
        settings.add(Setting.plain("baseUrl", sandbox.uri().toString()));
        return in(() -> context.getBean(ConnectionService.class)
                .create(new NewConnection(flow.imports.seller, "ups", "ups", ConnectionRole.CARRIER, "UPS", settings)));
    }

    private JsonNode control(String method, String path, String body) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            String answer = http.send(
                            HttpRequest.newBuilder(URI.create(sandbox.uri() + path))
                                    .header("Content-Type", "application/json")
                                    .method(
                                            method,
                                            body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            return json.readTree(answer.isBlank() ? "null" : answer);
        }
    }
}
