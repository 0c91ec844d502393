package org.packhaus.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.packhaus.sdk.ChannelItem.State.PROCESSABLE;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.order.ChannelOrders;
import org.packhaus.order.Commodities;
import org.packhaus.order.OrderId;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.CarrierProduct;
import org.packhaus.sdk.CarrierProfile;
import org.packhaus.sdk.ChannelOrder;
import org.packhaus.sdk.Commodity;
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.CustomsDeclaration;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.Parcel;
import org.packhaus.sdk.Weight;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Parcels that leave the customs union: what is entered once a SKU is declared with each of them. */
@DatabaseTest
class CustomsFlowTest {
    private static final CarrierProfile PROFILE = new CarrierProfile(
            "fake",
            "Fake Parcel",
            "DHL",
            List.of(new CarrierProduct(
                    "V01PAK", "Fake World", Set.of(), Weight.grams(31_500), Optional.empty(), Set.of())),
            new CarrierProfile.ReferenceLimits(8, 35));
    private static final Commodity LAMP =
            new Commodity("9405.21", new CountryCode("CN"), "Table lamp", Weight.grams(420));
    private static final Commodity RUG =
            new Commodity("57050080", new CountryCode("TR"), "Cotton rug", Weight.grams(380));

    @Autowired
    ApplicationContext context;

    @Autowired
    Commodities commodities;

    private FlowFixture flow;
    private FlowFixture.Life node;

    @BeforeEach
    void aSellerWhoShipsEverywhere() {
        flow = new FlowFixture(context);
        flow.desk.sells(PROFILE);
        flow.seller(s -> FlowFixture.with(s, 2_000, s.carrierProduct()));
        node = flow.life("a");
    }

    private OrderId order(String number, String country, String postcode, String... skus) {
        ChannelOrder order = ChannelOrders.order(number, PROCESSABLE, skus);
        Address to = Address.to("Reto Brändli")
                .street("Bahnhofstrasse", "1")
                .city(postcode, "Zürich")
                .country(new CountryCode(country))
                .build();
        return flow.order(new ChannelOrder(
                order.id(),
                order.number(),
                order.orderedAt(),
                order.changedAt(),
                Optional.of(to),
                Optional.of(to),
                order.items(),
                order.paymentMethod(),
                Optional.of(Money.euro("7.90")),
                false));
    }

    private void declare(String sku, Commodity commodity) {
        flow.imports.in(() -> {
            commodities.declare(flow.imports.seller, sku, commodity);
            return true;
        });
    }

    @Test
    void buysNoLabelWhileCustomsWouldKnowNothingAndNamesTheSku() {
        declare("LAMP", LAMP);
        OrderId order = order("c1", "CH", "8001", "LAMP", "RUG");
        OrderBooking booking = node.book(order);
        assertThat(booking.labels()).isEmpty();
        assertThat(flow.carrier.charges()).isEmpty();
        assertThat(booking.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("customs-data-missing");
            assertThat(problem.text()).contains("RUG", "under Stock").doesNotContain("LAMP");
        });
    }

    @Test
    void declaresWhatWasEnteredWithTheDeliveryFee() {
        declare("LAMP", LAMP);
        declare("RUG", RUG);
        node.label(order("c2", "CH", "8001", "LAMP", "LAMP", "RUG"));
        BookingRequest request = flow.carrier.requestOf("c2");
        assertThat(request.parcel().contents())
                .containsExactlyInAnyOrder(
                        new Parcel.Content("LAMP", "Title of LAMP", 2, Money.euro("12.50"), Optional.of(LAMP)),
                        new Parcel.Content("RUG", "Title of RUG", 1, Money.euro("12.50"), Optional.of(RUG)));
        assertThat(request.parcel().customs()).contains(CustomsDeclaration.sale("c2", Money.euro("7.90")));
    }

    @Test
    void theBoxesOfAPieceAreWorthThePieceTogether() {
        flow.comesInBoxes("WARDROBE", 60_001, 3);
        declare("WARDROBE", new Commodity("940350", new CountryCode("PL"), "Wardrobe", Weight.grams(50_000)));
        assertThat(node.book(order("c6", "CH", "8001", "WARDROBE")).problems()).isEmpty();
        List<Parcel> boxes =
                flow.carrier.requests().stream().map(BookingRequest::parcel).toList();
        assertThat(boxes)
                .extracting(box -> box.contents().getFirst().value())
                .containsExactlyInAnyOrder(Money.euro("4.17"), Money.euro("4.17"), Money.euro("4.16"));
        assertThat(boxes)
                .extracting(box ->
                        box.contents().getFirst().commodity().orElseThrow().weight())
                .containsExactlyInAnyOrder(Weight.grams(16_667), Weight.grams(16_667), Weight.grams(16_666));
        assertThat(boxes)
                .as("the delivery fee goes with one of them")
                .extracting(box -> box.customs().orElseThrow().postage())
                .containsExactlyInAnyOrder(Money.euro("7.90"), Money.euro("0.00"), Money.euro("0.00"));
    }

    @Test
    void declaresNothingWithinTheUnionAndAsksForNothing() {
        node.label(order("c3", "AT", "1010", "LAMP"));
        assertThat(flow.carrier.requestOf("c3").parcel().customs()).isEmpty();
        assertThat(node.book(order("c4", "ES", "38001", "LAMP")).problems())
                .as("the Canary Islands lie outside")
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("customs-data-missing"));
    }

    @Test
    void correctsWhatWasEnteredAndKeepsOneOfIt() {
        declare("LAMP", LAMP);
        declare("LAMP", RUG);
        assertThat(flow.imports.in(() -> commodities.find(flow.imports.seller, "LAMP")))
                .contains(RUG);
        FlowFixture other = new FlowFixture(context);
        assertThat(other.imports.in(() -> commodities.find(flow.imports.seller, "LAMP")))
                .as("another seller's")
                .isEmpty();
    }

    @Test
    void readsRequestsThatWereStoredBeforeCustomsWereKnown() {
        String old = """
                {"reference":"P1234567","product":"V01PAK","parcel":{"weight":{"grams":500},"contents":[
                 {"sku":"A","title":"B","pieces":1,"value":{"amount":1.00,"currency":"EUR"}}]},
                 "from":{"company":"","person":"A","addition":"","street":"S","houseNumber":"1","postalCode":"10115","city":"B",
                  "country":{"code":"DE"},"phone":"","email":""},
                 "to":{"company":"","person":"A","addition":"","street":"S","houseNumber":"1","postalCode":"10115","city":"B",
                  "country":{"code":"DE"},"phone":"","email":""},
                 "returnTo":{"company":"","person":"A","addition":"","street":"S","houseNumber":"1","postalCode":"10115","city":"B",
                  "country":{"code":"DE"},"phone":"","email":""},
                 "shipDate":"2026-11-23","returnNumberWanted":false,"services":[],
                 "paper":{"type":"PDF","widthMm":103,"heightMm":199},"orderNumber":"b"}
                """;
        Parcel parcel = SdkJson.readRequest(old).parcel();
        assertThat(parcel.customs()).isEqualTo(Optional.empty());
        assertThat(parcel.contents().getFirst().commodity()).isEqualTo(Optional.empty());
    }

    @Test
    void keepsADeclarationInTheLedger() {
        declare("LAMP", LAMP);
        node.label(order("c5", "CH", "8001", "LAMP"));
        BookingRequest request = flow.carrier.requestOf("c5");
        assertThat(SdkJson.readRequest(SdkJson.write(request))).isEqualTo(request);
    }
}
