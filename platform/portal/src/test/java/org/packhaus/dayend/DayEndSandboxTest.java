package org.packhaus.dayend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.packhaus.demo.RunningSandbox;
import org.packhaus.demo.SandboxAccount;
import org.packhaus.demo.SandboxShop;
import org.packhaus.demo.SandboxTest;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderRow;
import org.packhaus.order.OrderService;
import org.packhaus.plugin.BuiltPlugins;
import org.packhaus.seller.SellerScope;
import org.packhaus.shipment.ParcelRow;
import org.packhaus.shipment.Parcels;
import org.packhaus.shipment.ShipmentService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Days closed by the real plugins over real HTTP; what the carriers hold afterwards is the measure. */
@SandboxTest
class DayEndSandboxTest {
    @RegisterExtension
    static final RunningSandbox SANDBOX = new RunningSandbox();

    @RegisterExtension
    final BuiltPlugins plugins = new BuiltPlugins("otto", "dhl", "gls");

    @Autowired
    ApplicationContext context;

    @Autowired
    OrderService orders;

    @Autowired
    ShipmentService shipments;

    @Autowired
    Parcels parcels;

    @Autowired
    DayEndService days;

    @Autowired
    JsonMapper json;

    @SuppressWarnings("NullAway.Init")
    private SandboxShop shop;

    private String key = "";
    private List<OrderId> shipped = List.of();

    @BeforeEach
    void calm() {
        SANDBOX.post("/sandbox/faults/none");
    }

    @Test
    void glsHearsOfEveryParcelAndTheDriverGetsOurList() throws Exception {
        Set<String> numbers = ship("gls", "GLS", "PARCEL");
        assertThat(day().duty()).isEqualTo(Duty.MANDATORY);
        assertThat(day().automatic()).isTrue();
        assertThat(day().open()).isEqualTo(numbers.size());
        assertThat(closedAtCarrier()).isEmpty();

        ClosingRow closing = close();
        assertThat(closing.parcels()).isEqualTo(numbers.size());
        assertThat(closedAtCarrier()).isEqualTo(numbers);
        assertThat(day().open()).isZero();
        assertThat(closing.papers())
                .singleElement()
                .satisfies(paper -> assertThat(paper.own()).isTrue());
        String list = text(closing.papers().getFirst().id());
        assertThat(list).contains(numbers).contains("Übergabeliste");
        List<OrderRow> rows = shop.in(() -> orders.rows(shipped));
        assertThat(list)
                .contains(rows.stream().map(OrderRow::orderNumber).toList())
                .doesNotContain(rows.stream().map(OrderRow::buyerName).toList());
    }

    @Test
    void dhlIsAskedOnlyIfSomebodyWantsItAndGivesItsOwnPaper() throws Exception {
        Set<String> numbers = ship("dhl", "DHL", "V01PAK");
        assertThat(day().duty()).isEqualTo(Duty.OPTIONAL);
        assertThat(day().automatic()).isFalse();

        ClosingRow closing = close();
        assertThat(closing.parcels()).isEqualTo(numbers.size());
        assertThat(closedAtCarrier()).isEqualTo(numbers);
        assertThat(closing.papers())
                .isNotEmpty()
                .allSatisfy(paper -> assertThat(paper.own()).isFalse());
        assertThat(text(closing.papers().getFirst().id())).contains(numbers);
    }

    @Test
    void aLostAnswerIsAskedAgainAndIsOneClosing() throws Exception {
        Set<String> numbers = ship("gls", "GLS", "PARCEL");
        SANDBOX.post("/sandbox/faults", """
                [{"operation":"gls.shipments.endofday","kind":"answerLost","rate":1.0,"seed":1}]
                """);
        shop.in(() -> {
            days.close(shop.carrier);
            return true;
        });
        Awaitility.await()
                .until(() -> day().unfinished() instanceof ClosingRow row && row.state() == CloseState.FAILED);
        assertThat(Objects.requireNonNull(day().unfinished()).dueAt())
                .as("asked again by itself")
                .isNotNull();
        assertThat(closedAtCarrier())
                .as("the effect was there, the answer was not")
                .isEqualTo(numbers);

        SANDBOX.post("/sandbox/faults/none");
        ClosingRow closing = close();
        assertThat(closing.parcels()).isEqualTo(numbers.size());
        assertThat(shop.in(() -> days.past(Long.MAX_VALUE, 10))).hasSize(1);
    }

    private ClosingRow close() {
        shop.in(() -> {
            days.close(shop.carrier);
            return true;
        });
        Awaitility.await()
                .until(() -> !shop.in(() -> days.past(Long.MAX_VALUE, 10)).isEmpty());
        return shop.in(() -> days.past(Long.MAX_VALUE, 10)).getFirst();
    }

    private DayEndRow day() {
        return shop.in(days::days).stream()
                .filter(day -> day.connection().equals(shop.carrier))
                .findFirst()
                .orElseThrow();
    }

    private String text(long paper) throws Exception {
        byte[] file = SellerScope.call(
                Set.of(shop.seller), () -> days.paper(paper).orElseThrow().content());
        try (var pdf = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private Set<String> closedAtCarrier() {
        Set<String> closed = new TreeSet<>();
        for (JsonNode charge : SANDBOX.get("/sandbox/charges?seller=" + key)) {
            if (charge.path("closed").asBoolean() && !charge.path("voided").asBoolean()) {
                closed.add(charge.path("number").asString());
            }
        }
        return closed;
    }

    /** A seller of its own with labels of that carrier. @return their numbers */
    private Set<String> ship(String plugin, String returnCarrier, String product) {
        int place = SANDBOX.accounts().size();
        SANDBOX.post(
                "/sandbox/sellers",
                json.writeValueAsString(java.util.Map.of("name", "Lager " + place, "returnCarrier", returnCarrier)));
        SandboxAccount account = SANDBOX.account(place);
        key = account.key();
        SANDBOX.post("/sandbox/orders?seller=" + key + "&count=8&seed=5");
        shop = new SandboxShop(context, account, plugin, product);
        shop.importOrders();
        shipped = shop.toShip().stream()
                .filter(row -> row.problem() == null && !row.freight() && row.pickupPoint() == null)
                .map(OrderRow::id)
                .toList();
        shop.finished(shop.in(() -> shipments.bookLabels(shipped)));
        Set<String> numbers = shop.in(() -> parcels.live(shipped)).stream()
                .flatMap((ParcelRow parcel) -> parcel.label().stream())
                .map(label -> String.valueOf(label.trackingNumber()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(numbers).hasSizeGreaterThan(2);
        return numbers;
    }
}
