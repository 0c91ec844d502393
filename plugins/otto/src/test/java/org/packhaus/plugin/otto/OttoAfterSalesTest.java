package org.packhaus.plugin.otto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.ChannelItem;
import org.packhaus.sdk.Confirmation;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.ItemCondition;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.PriceReductions;
import org.packhaus.sdk.Receipts;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.ReturnDecision;
import org.packhaus.sdk.ReturnDecision.Verdict;
import org.packhaus.sdk.ReturnNumber;
import org.packhaus.sdk.ReturnPage;
import org.packhaus.sdk.ReturnParcel;
import org.packhaus.sdk.ReturnParcelPage;
import org.packhaus.sdk.ReturnQuery;
import org.packhaus.sdk.ReturnReason;
import org.packhaus.sdk.ReturnedItem;
import org.packhaus.sdk.Returns;
import org.packhaus.sdk.Unavailable;
import org.packhaus.sdk.Unclear;
import org.packhaus.sdk.test.Call;
import org.packhaus.sdk.test.FakeTools;
import org.packhaus.sdk.test.Reply;
import org.packhaus.sdk.test.ScriptedServer;

/** Returns, price reductions and receipts against the sandbox, with every request held against OTTO's OpenAPI document. */
class OttoAfterSalesTest {
    private static final Optional<OpenApi> DOCUMENT = OpenApi.find("otto/otto-market-fulfilment.derived.openapi.json");

    private final Town town = new Town();
    private final ScriptedServer server = ScriptedServer.start();
    private final OttoChannel otto = new OttoChannel(new FakeTools());
    private OttoSettings settings = town.settings(server.uri());
    private Json order = Json.MISSING;
    private Instant start = Instant.EPOCH;
    private boolean wrongOnPurpose;

    @BeforeEach
    void anOrderOfTwoPiecesLeft() throws Exception {
        server.forwardTo(town.uri());
        start = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(1);
        order = shipped("TWO_PIECES", "0034043433383644001");
    }

    @AfterEach
    void everyRequestIsAsTheDocumentSays() {
        try {
            DOCUMENT.ifPresent(api -> assertThat(server.calls().stream()
                            .filter(call -> !call.path().endsWith("/token") && !wrongOnPurpose)
                            .map(api::complaints)
                            .filter(complaint -> !complaint.isEmpty()))
                    .isEmpty());
        } finally {
            server.close();
            town.close();
        }
    }

    private Json shipped(String kind, String number) throws Exception {
        if (town.orders().isEmpty()) {
            town.control("POST", "/sandbox/orders?seller=1&count=40&seed=7", "");
        }
        Json left = town.orders().stream()
                .filter(o -> o.at("kind").textOrEmpty().equals(kind))
                .filter(o -> o.at("shippable").isTrue())
                .findFirst()
                .orElseThrow();
        List<Confirmation.Item> items = new ArrayList<>();
        left.at("items")
                .each()
                .forEach(item -> items.add(new Confirmation.Item(
                        id(left), item.at("positionItemId").textOrEmpty())));
        otto.confirm(
                new Confirmation(
                        "DHL",
                        number,
                        Optional.of(new ReturnNumber("DHL", "6070" + number)),
                        Instant.now().truncatedTo(ChronoUnit.MILLIS),
                        Address.to("")
                                .company("Kiefer & Tau GmbH")
                                .city("79098", "Freiburg")
                                .build(),
                        items),
                settings);
        return left;
    }

    private static String id(Json of) {
        return of.at("salesOrderId").textOrEmpty();
    }

    private String piece(int index) {
        return order.at("items").at(index).at("positionItemId").textOrEmpty();
    }

    private void comesBack(String wish) {
        town.control("POST", "/sandbox/returns?order=" + id(order) + wish, "");
    }

    private void fault(String operation, String kind) {
        town.control(
                "POST",
                "/sandbox/faults",
                "[{\"operation\":\"" + operation + "\",\"kind\":\"" + kind + "\",\"rate\":1}]");
    }

    private ReturnDecision decision(int index, Verdict verdict, ItemCondition condition, String reason) {
        return new ReturnDecision(id(order), piece(index), verdict, condition, reason);
    }

    private List<ReturnDecision> acceptance() {
        return List.of(
                decision(0, Verdict.ACCEPT, ItemCondition.A, "RETURN_RECEIVED"),
                decision(1, Verdict.ACCEPT, ItemCondition.B, "RETURN_RECEIVED"));
    }

    private List<ReturnedItem> returned(ReturnedItem.State state) throws Exception {
        return otto.returns(new ReturnQuery(Optional.of(state), Optional.empty(), 50), settings)
                .items();
    }

    private long heard(int index) {
        return town.control("GET", "/sandbox/returns?seller=1", "").list().stream()
                .filter(truth -> truth.at("positionItemId").textOrEmpty().equals(piece(index)))
                .mapToLong(truth -> truth.at("decisions").list().size())
                .sum();
    }

    @Test
    void tellsWhatIsAnnouncedAndUnderWhichNumber() throws Exception {
        comesBack("&state=ANNOUNCED");
        assertThat(returned(ReturnedItem.State.ANNOUNCED)).hasSize(2).allSatisfy(item -> {
            assertThat(item.channelOrderId()).isEqualTo(id(order));
            assertThat(item.numbers()).containsExactly(new ReturnNumber("DHL", "60700034043433383644001"));
            assertThat(item.changedAt()).isAfter(start);
            assertThat(item.reason()).isEmpty();
            assertThat(item.condition()).isEmpty();
        });
        assertThat(returned(ReturnedItem.State.ACCEPTED)).isEmpty();
    }

    @Test
    void tellsWhatWentAstrayAndWhatOttoDecidedItself() throws Exception {
        comesBack("&way=misdirected");
        assertThat(returned(ReturnedItem.State.MISDIRECTED))
                .hasSize(2)
                .allSatisfy(item -> assertThat(item.misdirectedTo()).isPresent());
        town.control("POST", "/sandbox/returns/deadline?days=1", "");
        town.control("POST", "/sandbox/advance?minutes=1441", "");
        settings = town.settings(server.uri());
        assertThat(returned(ReturnedItem.State.ACCEPTED)).hasSize(2).allSatisfy(item -> {
            assertThat(item.reason()).contains("LACK_OF_COOPERATION");
            assertThat(item.condition()).isEmpty();
        });
    }

    @Test
    void readsPageByPageTheNewestChangeFirst() throws Exception {
        comesBack("&piece=" + piece(0));
        comesBack("&piece=" + piece(1));
        List<String> seen = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            ReturnPage page = otto.returns(new ReturnQuery(Optional.empty(), cursor, 1), settings);
            page.items().forEach(item -> seen.add(item.channelItemId()));
            cursor = page.next();
        } while (cursor.isPresent());
        assertThat(seen).containsExactlyInAnyOrder(piece(0), piece(1));
        assertThat(otto.returns(new ReturnQuery(Optional.empty(), Optional.empty(), 1000), settings)
                        .items())
                .as("asks for no more than OTTO gives")
                .hasSize(2);
    }

    @Test
    void followsTheParcelBack() throws Exception {
        Json other = shipped("TWO_PIECES", "0034043433383644002");
        comesBack("");
        town.control("POST", "/sandbox/returns?state=ANNOUNCED&order=" + id(other), "");
        ReturnParcelPage page = otto.returnParcels(start, Optional.empty(), settings);
        assertThat(page.next()).isEmpty();
        ReturnParcel parcel = page.parcels().stream()
                .filter(p -> p.items().getFirst().channelOrderId().equals(id(order)))
                .findFirst()
                .orElseThrow();
        assertThat(parcel.number()).isEqualTo(new ReturnNumber("DHL", "60700034043433383644001"));
        assertThat(parcel.items()).extracting(ReturnParcel.Item::channelItemId).containsExactly(piece(0), piece(1));
        assertThat(parcel.steps())
                .extracting(ReturnParcel.Step::state)
                .containsExactly(
                        ReturnParcel.State.ANNOUNCED, ReturnParcel.State.ON_THE_WAY, ReturnParcel.State.DELIVERED);
        assertThat(otto.returnParcels(Instant.now().plusSeconds(600), Optional.empty(), settings)
                        .parcels())
                .isEmpty();
    }

    @Test
    void takesBackAndRefusesEachPieceForItself() throws Exception {
        comesBack("");
        assertThat(otto.decide(List.of(decision(1, Verdict.REJECT, ItemCondition.E, "WRONG_ITEM")), settings))
                .containsExactly(new Returns.Answer(piece(1), Optional.empty()));
        assertThat(otto.decide(acceptance(), settings))
                .as("what was refused can still be taken back")
                .allSatisfy(answer -> assertThat(answer.error()).isEmpty());
        assertThat(returned(ReturnedItem.State.ACCEPTED))
                .extracting(item -> item.condition().orElseThrow())
                .containsExactlyInAnyOrder(ItemCondition.A, ItemCondition.B);
        assertThat(otto.order(id(order), settings).orElseThrow().items())
                .extracting(ChannelItem::state)
                .containsOnly(ChannelItem.State.RETURNED);
        assertThat(otto.decide(List.of(), settings)).isEmpty();
    }

    @Test
    void saysOfEachPieceWhyItWasRefused() throws Exception {
        Json unsent = town.orders().stream()
                .filter(o -> o.at("shippable").isTrue())
                .findFirst()
                .orElseThrow();
        String unsentPiece = unsent.at("items").at(0).at("positionItemId").textOrEmpty();
        otto.decide(List.of(decision(0, Verdict.ACCEPT, ItemCondition.A, "SHIPMENT_LOST")), settings);
        List<ReturnDecision> all = new ArrayList<>(acceptance());
        all.add(new ReturnDecision(id(unsent), unsentPiece, Verdict.ACCEPT, ItemCondition.A, "RETURN_RECEIVED"));
        all.add(new ReturnDecision(id(order), FakeOtto.id(7), Verdict.ACCEPT, ItemCondition.A, "RETURN_RECEIVED"));
        List<Returns.Answer> answers = otto.decide(all, settings);
        assertThat(answers)
                .extracting(Returns.Answer::channelItemId)
                .containsExactly(piece(0), piece(1), unsentPiece, FakeOtto.id(7));
        assertThat(answers)
                .extracting(answer -> answer.error().map(Returns.Error::code).orElse(""))
                .containsExactly(Returns.ALREADY_TAKEN_BACK, "", Returns.NOT_SENT, "item-not-yours");
        assertThat(answers.getFirst().error().orElseThrow().text()).contains("Already Accepted");
    }

    @Test
    void aDecisionWhoseAnswerIsLostIsUnclearAndWasSentOnce() throws Exception {
        comesBack("");
        for (String kind : List.of("answerLost", "truncated", "500after")) {
            fault("otto.returns.reject", kind);
            int index = kind.equals("answerLost") ? 0 : 1;
            long before = heard(index);
            assertThatThrownBy(() -> otto.decide(
                            List.of(decision(index, Verdict.REJECT, ItemCondition.C, "ITEM_DAMAGED")), settings))
                    .as(kind)
                    .isInstanceOf(Unclear.class);
            assertThat(heard(index)).as(kind).isEqualTo(before + 1);
        }
        town.control("POST", "/sandbox/faults/none", "");
        assertThat(returned(ReturnedItem.State.REJECTED))
                .as("looking tells what became of it")
                .hasSize(2);
    }

    @Test
    void aDecisionThatWasTurnedAwayHadNoEffect() {
        comesBack("");
        fault("otto.returns.*", "429");
        assertThatThrownBy(() -> otto.decide(acceptance(), settings)).isInstanceOf(Unavailable.class);
        fault("otto.returns.*", "500");
        assertThatThrownBy(() -> returned(ReturnedItem.State.ANNOUNCED))
                .as("reading may be repeated")
                .isInstanceOf(Unavailable.class);
        assertThat(heard(0)).isZero();
    }

    @Test
    void aPieceThatSomethingOnTheWayDecidedTwiceWasTakenBack() throws Exception {
        comesBack("");
        fault("otto.returns.accept", "duplicate");
        assertThat(otto.decide(acceptance(), settings))
                .extracting(answer -> answer.error().orElseThrow().code())
                .containsOnly(Returns.ALREADY_TAKEN_BACK);
    }

    @Test
    void aReasonOfTheWrongKindIsRefusedWhole() {
        comesBack("");
        assertThatThrownBy(() -> otto.decide(
                        List.of(
                                decision(0, Verdict.ACCEPT, ItemCondition.A, "RETURN_RECEIVED"),
                                decision(1, Verdict.ACCEPT, ItemCondition.A, "WRONG_ITEM")),
                        settings))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("decision-refused"));
        assertThat(heard(0)).isZero();
        wrongOnPurpose = true;
    }

    @Test
    void anAnswerThatLeavesAPieceOutIsUnclear() {
        server.on(
                "POST",
                "/v3/returns/acceptance",
                call -> Reply.json(207, Json.object().put("results", Json.array(List.of()))));
        assertThatThrownBy(() -> otto.decide(acceptance(), settings)).isInstanceOf(Unclear.class);
    }

    @Test
    void everyReasonHasAWordInEveryLanguage() throws Exception {
        List<String> ottosOwn =
                List.of("OVERDUE_CREDIT", "LACK_OF_COOPERATION", "FAST_REFUND", "CUSTOMER_CLARIFICATION");
        for (String suffix : List.of("", "_de", "_zh")) {
            Properties texts = new Properties();
            try (InputStream in =
                    Objects.requireNonNull(OttoChannel.class.getResourceAsStream("texts" + suffix + ".properties"))) {
                texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
            Stream.concat(otto.reasons().stream().map(ReturnReason::code), ottosOwn.stream())
                    .forEach(code -> assertThat(texts.getProperty("return-reason." + code, ""))
                            .as(suffix + " " + code)
                            .isNotBlank());
        }
        assertThat(otto.reasons()).extracting(ReturnReason::verdict).containsOnly(Verdict.values());
        assertThat(otto.mostPerDecision()).isEqualTo(200);
        assertThat(otto.decidesItselfAfter(settings)).contains(Duration.ofDays(14));
    }

    @Test
    void reducesAPriceAWhileLaterAndShowsTheReceipt() throws Exception {
        assertThat(otto.reductions(id(order), piece(0), settings)).isEmpty();
        otto.reduce(id(order), piece(0), Money.euro("1.50"), settings);
        assertThat(otto.reductions(id(order), piece(0), settings))
                .extracting(PriceReductions.Reduction::state)
                .containsExactly(PriceReductions.State.INITIATED);
        town.control("POST", "/sandbox/advance?minutes=2", "");
        PriceReductions.Reduction done =
                otto.reductions(id(order), piece(0), settings).getFirst();
        assertThat(done.state()).isEqualTo(PriceReductions.State.PROCESSED);
        assertThat(done.amount().amount()).isEqualByComparingTo("1.50");
        assertThat(done.at()).isAfter(start);

        comesBack("&piece=" + piece(0));
        otto.decide(List.of(decision(0, Verdict.ACCEPT, ItemCondition.A, "RETURN_RECEIVED")), settings);
        List<Receipts.Receipt> receipts = otto.receipts(id(order), settings);
        assertThat(receipts)
                .extracting(Receipts.Receipt::kind)
                .as("newest first")
                .containsExactly(Receipts.Kind.REFUND, Receipts.Kind.PARTIAL_REFUND, Receipts.Kind.PURCHASE);
        Receipts.Receipt refund = receipts.get(0);
        Receipts.Receipt bill = receipts.get(2);
        assertThat(refund.channelItemIds()).containsExactly(piece(0));
        assertThat(refund.refunds()).contains(bill.number());
        assertThat(bill.channelItemIds()).containsExactlyInAnyOrder(piece(0), piece(1));
        assertThat(bill.refunds()).isEmpty();
        BigDecimal price = otto.order(id(order), settings).orElseThrow().items().stream()
                .filter(item -> item.id().equals(piece(0)))
                .map(item -> item.price().amount())
                .findFirst()
                .orElseThrow();
        assertThat(refund.total().amount()).isEqualByComparingTo(price.subtract(new BigDecimal("1.50")));
        assertThat(new String(otto.pdf(refund.number(), settings), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
    }

    @Test
    void refusesReductionsInTheWordsOfTheSdk() throws Exception {
        Json unsent = town.orders().stream()
                .filter(o -> o.at("shippable").isTrue())
                .findFirst()
                .orElseThrow();
        refused(
                "not-sent",
                id(unsent),
                unsent.at("items").at(0).at("positionItemId").textOrEmpty(),
                "1.00");
        refused("reduction-too-high", id(order), piece(0), "99999.00");
        refused("item-unknown", id(order), FakeOtto.id(7), "1.00");
        assertThatThrownBy(() -> otto.reduce(id(order), piece(0), Money.of(BigDecimal.ONE, "CHF"), settings))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("only-euro"));
        assertThat(otto.reductions(id(order), piece(0), settings)).isEmpty();
    }

    private void refused(String code, String orderId, String itemId, String amount) {
        assertThatThrownBy(() -> otto.reduce(orderId, itemId, Money.euro(amount), settings))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void aReductionWhoseAnswerIsLostIsUnclearAndSentOnce() throws Exception {
        fault("otto.priceReductions.create", "answerLost");
        assertThatThrownBy(() -> otto.reduce(id(order), piece(0), Money.euro("1.00"), settings))
                .isInstanceOf(Unclear.class);
        town.control("POST", "/sandbox/faults/none", "");
        assertThat(otto.reductions(id(order), piece(0), settings)).hasSize(1);
        fault("otto.priceReductions.create", "424");
        assertThatThrownBy(() -> otto.reduce(id(order), piece(0), Money.euro("1.00"), settings))
                .as("OTTO says to try again later")
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void anOrderWithoutReceiptsHasNoneAndAnUnknownReceiptIsRefused() throws Exception {
        Json unsent = town.orders().stream()
                .filter(o -> o.at("shippable").isTrue())
                .findFirst()
                .orElseThrow();
        assertThat(otto.receipts(id(unsent), settings)).isEmpty();
        assertThatThrownBy(() -> otto.pdf("R-DE-000000000-2026-1", settings))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("receipt-unknown"));
    }

    @Test
    void asksForTheScopeOfEachInterfaceAndNoOther() throws Exception {
        otto.returns(new ReturnQuery(Optional.empty(), Optional.empty(), 1), settings);
        otto.receipts(id(order), settings);
        otto.reductions(id(order), piece(0), settings);
        assertThat(server.calls("POST", "/oauth2/token").stream().map(call -> call.field("scope")))
                .containsExactly("orders shipments", "returns", "receipts", "price-reduction");
    }

    @Test
    void theCheckNamesTheInterfacesThatAreMissing() throws Exception {
        assertThat(otto.check(settings)).contains("all interfaces work");
        server.on("GET", "/v3/returns", OttoAfterSalesTest::forbidden);
        server.on("GET", "/v3/receipts", OttoAfterSalesTest::forbidden);
        assertThat(otto.check(settings)).contains("Returns", "Receipts").doesNotContain("Price Reductions");
        assertThatThrownBy(() -> returned(ReturnedItem.State.ANNOUNCED)).isInstanceOf(InvalidSettings.class);
    }

    @Test
    void theCheckDoubtsAReturnCarrierThatOttoDoesNotKnow() throws Exception {
        assertThat(otto.check(settings)).doesNotContain("But:");
        OttoSettings wrong = new OttoSettings(
                settings.clientId(),
                settings.clientSecret(),
                OttoSettings.ReturnCarrier.GLS,
                Optional.of("7423afd2-e7ab-4bae-ac30-048b7c0346c1"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                settings.baseUrl(),
                Optional.empty());
        assertThat(otto.check(wrong))
                .contains("The return carrier GLS is not set in OTTO Partner Connect, but DHL.")
                .contains("no return address with the ID");
        server.on("GET", "/v2/returns-warehouse/addresses", call -> Reply.json(200, Json.array(List.of())));
        assertThat(otto.check(settings)).contains("No return address is set");
    }

    private static Reply forbidden(Call call) {
        return Reply.json(
                403,
                Json.object()
                        .put(
                                "errors",
                                Json.array(List.of(Json.object()
                                        .put("title", "Forbidden")
                                        .put("detail", "No permission to access specified resource(s)")
                                        .json()))));
    }
}
