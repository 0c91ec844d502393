package org.packhaus.plugin.otto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.ChannelItem;
import org.packhaus.sdk.ChannelOrder;
import org.packhaus.sdk.Confirmation;
import org.packhaus.sdk.DeliveryTerms;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.OrderQuery;
import org.packhaus.sdk.PluginTools;
import org.packhaus.sdk.ProductCatalogue;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.ReportedShipment;
import org.packhaus.sdk.ReturnNumber;
import org.packhaus.sdk.SalesChannel;
import org.packhaus.sdk.StockTarget;
import org.packhaus.sdk.test.Call;
import org.packhaus.sdk.test.SalesChannelContract;
import org.packhaus.sdk.test.ScriptedServer;

/** The contract once more, against the sandbox, with every request held against OTTO's OpenAPI document. */
class OttoSandboxTest extends SalesChannelContract<OttoSettings> {
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Set<String> REPORTED = new HashSet<>();

    @SuppressWarnings("NullAway") // set before any test
    private static Town town;

    private static Optional<OpenApi> document = Optional.empty();

    @BeforeAll
    static void start() {
        town = new Town();
        town.control("POST", "/sandbox/orders?seller=1&count=80&seed=7", "");
        document = OpenApi.find("otto/otto-market-fulfilment.derived.openapi.json");
    }

    @AfterAll
    static void stop() {
        town.close();
    }

    @AfterEach
    void everyRequestIsAsTheDocumentSays() {
        document.ifPresent(api -> assertThat(server().calls().stream()
                        .filter(call ->
                                !call.path().endsWith("/token") && !call.path().contains("/apps/"))
                        .map(api::complaints)
                        .filter(complaint -> !complaint.isEmpty()))
                .isEmpty());
    }

    @Test
    void theDocumentWasThere() {
        assumeTrue(
                document.isPresent(),
                "SKIPPED: no OpenAPI document of OTTO on this machine (set PACKHAUS_SPECS); requests were not held against it");
        var nonsense = new Call("POST", "/v1/shipments", "", Map.of("content-type", "application/json"), "{}");
        assertThat(document.orElseThrow().complaints(nonsense)).isNotEmpty();
    }

    @Override
    protected SalesChannel<OttoSettings> extension(PluginTools tools) {
        return new OttoChannel(tools);
    }

    @Override
    protected OttoSettings settings(URI service) {
        return town.settings(service);
    }

    @Override
    protected OttoSettings wrongSettings(URI service) {
        return town.settings(service, town.seller().at("clientId").textOrEmpty(), "wr0ng-secret");
    }

    @Override
    protected void play(ScriptedServer server) {
        server.forwardTo(town.uri());
    }

    @Override
    protected Set<String> orderIds() {
        return town.orders().stream()
                .map(order -> order.at("salesOrderId").textOrEmpty())
                .collect(Collectors.toSet());
    }

    @Override
    protected Set<String> unreadableIds() {
        return Set.of();
    }

    @Override
    protected Confirmation confirmation() {
        for (Json order : town.orders()) {
            for (Json item : order.at("items").list()) {
                String id = item.at("positionItemId").textOrEmpty();
                if (item.at("shippable").isTrue() && REPORTED.add(id)) {
                    return confirmation(List.of(
                            new Confirmation.Item(order.at("salesOrderId").textOrEmpty(), id)));
                }
            }
        }
        throw new IllegalStateException("Nothing left to confirm; make more orders.");
    }

    private Confirmation confirmation(List<Confirmation.Item> items) {
        return new Confirmation(
                "DHL",
                "0034043433383644%04d".formatted(NUMBERS.incrementAndGet()),
                Optional.of(new ReturnNumber(
                        town.seller().at("returnCarrier").textOrEmpty(), "6070100175%04d".formatted(NUMBERS.get()))),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                Address.to("")
                        .company("Kiefer & Tau GmbH")
                        .city("79098", "Freiburg im Breisgau")
                        .build(),
                items);
    }

    @Override
    protected String reportPath() {
        return "/v1/shipments";
    }

    @Override
    protected String boxesPath() {
        return "/v1/multiparcel-shipments";
    }

    @Override
    protected String ordersPath() {
        return "/v4/orders";
    }

    private OttoChannel otto() {
        return new OttoChannel(tools());
    }

    @Test
    void seesAnOrderAgainWhenItWasPartlyShipped() throws Exception {
        Json order = town.orders().stream()
                .filter(o -> o.at("items").list().size() > 1
                        && o.at("items").list().stream()
                                .allMatch(item -> item.at("shippable").isTrue()
                                        && !REPORTED.contains(
                                                item.at("positionItemId").textOrEmpty())))
                .findFirst()
                .orElseThrow();
        String id = order.at("salesOrderId").textOrEmpty();
        String sent = order.at("items").at(0).at("positionItemId").textOrEmpty();
        order.at("items")
                .list()
                .forEach(item -> REPORTED.add(item.at("positionItemId").textOrEmpty()));
        Instant before = Instant.now().minusSeconds(2);

        otto().confirm(confirmation(List.of(new Confirmation.Item(id, sent))), settings());

        ChannelOrder now =
                otto().orders(new OrderQuery(Optional.of(before), Optional.empty(), 100), settings()).orders().stream()
                        .filter(o -> o.id().equals(id))
                        .findFirst()
                        .orElseThrow();
        assertThat(now.items())
                .extracting(ChannelItem::state)
                .contains(ChannelItem.State.SENT, ChannelItem.State.PROCESSABLE);
    }

    @Test
    void reportsAPieceThatTravelsInSeveralBoxesAtOnce() throws Exception {
        Confirmation first = confirmation();
        List<Confirmation> boxes = List.of(first, confirmation(first.items()), confirmation(first.items()));
        otto().confirmBoxes(boxes, settings());
        for (Confirmation box : boxes) {
            ReportedShipment held = otto().shipment(box.carrierCode(), box.trackingNumber(), settings())
                    .orElseThrow();
            assertThat(held.trackingNumber()).isEqualTo(box.trackingNumber());
            assertThat(held.items())
                    .as("each box holds the piece, with a return number of its own")
                    .containsExactly(new ReportedShipment.Item(
                            first.items().getFirst().channelOrderId(),
                            first.items().getFirst().channelItemId(),
                            box.returnNumber()));
        }
        assertThatThrownBy(() -> otto().confirmBoxes(boxes, settings()))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.code()).isEqualTo(Confirmation.ALREADY_REPORTED));
    }

    @Test
    void refusesWhatOttoRefusesInTheWordsOfTheSdk() {
        Confirmation fine = confirmation();
        Confirmation withoutReturn = new Confirmation(
                fine.carrierCode(),
                fine.trackingNumber(),
                Optional.empty(),
                fine.shippedAt(),
                fine.shipFrom(),
                fine.items());
        assertThatThrownBy(() -> otto().confirm(withoutReturn, settings()))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.faults())
                                .extracting(fault -> fault.field().orElse(""))
                                .anyMatch(field -> field.startsWith("returnNumber")));

        Confirmation foreign = confirmation(List.of(
                new Confirmation.Item("00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002")));
        assertThatThrownBy(() -> otto().confirm(foreign, settings()))
                .isInstanceOfSatisfying(
                        Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo("item-not-yours"));
    }

    @Test
    void pushesStockAndHearsWhichSkuIsUnknown() throws Exception {
        String sku = town.orders().getFirst().at("items").at(0).at("sku").textOrEmpty();
        List<StockTarget.Answer> answers = otto().push(
                        List.of(new StockTarget.Level(sku, 7), new StockTarget.Level("Gibt/es nicht-Ü", 3)),
                        settings());
        assertThat(answers).hasSize(2);
        assertThat(answers.get(0).error()).isEmpty();
        assertThat(answers.get(1).error()).isPresent();
    }

    @Test
    void knowsHowAndHowFastEverySkuIsShipped() throws Exception {
        Set<String> skus = town.orders().stream()
                .flatMap(order -> order.at("items").list().stream())
                .map(item -> item.at("sku").textOrEmpty())
                .collect(Collectors.toSet());
        Map<String, DeliveryTerms.Term> terms = otto().deliveryTerms(skus, settings());
        assertThat(terms.keySet()).isEqualTo(skus);
        for (Json order : town.orders()) {
            for (Json item : order.at("items").list()) {
                assertThat(terms.get(item.at("sku").textOrEmpty()))
                        .extracting(DeliveryTerms.Term::kind)
                        .isEqualTo(
                                item.at("forwarder").isTrue() ? DeliveryTerms.Kind.FREIGHT : DeliveryTerms.Kind.PARCEL);
            }
        }
        assertThat(skus).as("an umlaut, to prove the encoding").anyMatch(sku -> sku.matches(".*[äöüÄÖÜß].*"));
        List<ProductCatalogue.Product> products = otto().products(skus, settings());
        assertThat(products).extracting(ProductCatalogue.Product::sku).containsExactlyInAnyOrderElementsOf(skus);
        assertThat(products).allSatisfy(product -> assertThat(product.weight()).isPresent());
    }

    @Test
    void asksForANewTokenOnceWhenOttoRefusesTheOldOne() throws Exception {
        OttoChannel one = otto();
        OrderQuery query = new OrderQuery(Optional.empty(), Optional.empty(), 3);
        one.orders(query, settings());
        town.control("POST", "/sandbox/credentials?seller=1&system=otto&valid=false", "");
        assertThatThrownBy(() -> one.orders(query, settings())).isInstanceOf(org.packhaus.sdk.InvalidSettings.class);
        town.control("POST", "/sandbox/credentials?seller=1&system=otto&valid=true", "");
        assertThat(one.orders(query, settings()).orders()).isNotEmpty();
        assertThat(server().calls("POST", "/oauth2/token").stream().map(Call::text))
                .hasSizeBetween(2, 4);
    }
}
