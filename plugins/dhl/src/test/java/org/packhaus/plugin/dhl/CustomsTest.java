package org.packhaus.plugin.dhl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.Commodity;
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.CustomsDeclaration;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.Parcel;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.Service;
import org.packhaus.sdk.Weight;
import org.packhaus.sdk.test.FakeTools;

class CustomsTest {
    private static final DhlSettings SETTINGS =
            FakeDhl.worldwide(URI.create("http://localhost"), DhlSettings.TrackingBy.PARCEL_DE);

    private static Json shipment(BookingRequest request) throws PluginException {
        return Order.of(request, SETTINGS).body().at("shipments").at(0);
    }

    private static Json services(BookingRequest request) throws PluginException {
        return shipment(request).at("services");
    }

    private static Rejected refusal(BookingRequest request) {
        Rejected[] refused = new Rejected[1];
        assertThatThrownBy(() -> Order.of(request, SETTINGS))
                .isInstanceOfSatisfying(Rejected.class, rejected -> refused[0] = rejected);
        return refused[0];
    }

    @Test
    void declaresGoodsAsDhlWantsIt() throws Exception {
        assertThat(shipment(Customized.request("V53WPAK", Customized.ZURICH, Customized.TEA, Customized.CUP))
                        .at("customs"))
                .isEqualTo(new FakeTools().parse("""
                        {"exportType":"COMMERCIAL_GOODS","postalCharges":{"currency":"EUR","value":4.90},
                         "invoiceNo":"RE-2026-17","shipperCustomsRef":"DE1234567890123","items":[
                         {"itemDescription":"Black tea, 100 g","hsCode":"090230","countryOfOrigin":"IND","packagedQuantity":2,
                          "itemValue":{"currency":"EUR","value":12.90},"itemWeight":{"uom":"g","value":110}},
                         {"itemDescription":"Ceramic cup","hsCode":"69120023","countryOfOrigin":"DEU","packagedQuantity":1,
                          "itemValue":{"currency":"EUR","value":9.50},"itemWeight":{"uom":"g","value":310}}]}
                        """));
    }

    @Test
    void declaresWhatIsRarelyNeeded() throws Exception {
        var declaration = new CustomsDeclaration(
                CustomsDeclaration.Reason.OTHER,
                "Exhibition pieces",
                Money.euro("0"),
                "",
                "26DE123456789012E1",
                "DE77",
                "CHE-123",
                "P-1",
                "A-1");
        Json customs = shipment(
                        Customized.request("V53WPAK", Customized.ZURICH, List.of(), declaration, Customized.TEA))
                .at("customs");
        assertThat(customs.at("exportDescription").textOrEmpty()).isEqualTo("Exhibition pieces");
        assertThat(customs.at("MRN").textOrEmpty()).isEqualTo("26DE123456789012E1");
        assertThat(customs.at("shipperCustomsRef").textOrEmpty())
                .as("the parcel's own word before the connection's")
                .isEqualTo("DE77");
        assertThat(customs.at("consigneeCustomsRef").textOrEmpty()).isEqualTo("CHE-123");
        assertThat(customs.at("permitNo").textOrEmpty()).isEqualTo("P-1");
        assertThat(customs.at("attestationNo").textOrEmpty()).isEqualTo("A-1");
        assertThat(customs.at("invoiceNo").isPresent()).isFalse();
    }

    @Test
    void namesEverySkuOfWhichCustomsWouldKnowNothing() {
        Rejected rejected =
                refusal(Customized.request("V53WPAK", Customized.ZURICH, Customized.TEA, Customized.UNKNOWN));
        assertThat(rejected.code()).isEqualTo("customs-data-missing");
        assertThat(rejected.text()).contains("BOX-3", "stock list").doesNotContain("TEA-1");
        assertThat(rejected.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.field()).contains("parcel.contents[1].commodity"));
    }

    @Test
    void asksForADeclarationWhereThereIsNone() {
        BookingRequest bare = Requests.with(Requests.to(Customized.ZURICH), "V53WPAK", 500, LabelPaper.PDF_A6);
        BookingRequest silent = new BookingRequest(
                bare.reference(),
                bare.product(),
                bare.parcel(),
                bare.from(),
                bare.to(),
                bare.returnTo(),
                bare.shipDate(),
                false,
                List.of(),
                bare.paper(),
                bare.orderNumber());
        assertThat(refusal(silent).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.field()).contains("parcel.customs"));
    }

    @Test
    void refusesWhatCustomsWouldNotBelieve() {
        var heavy = new Parcel.Content(
                "A",
                "Anvil",
                1,
                Money.euro("90"),
                Optional.of(new Commodity("732690", CountryCode.DE, "Anvil", Weight.grams(9000))));
        assertThat(refusal(Customized.request("V53WPAK", Customized.ZURICH, heavy))
                        .code())
                .isEqualTo("goods-heavier-than-parcel");
        var francs = new Parcel.Content(
                "A", "Tea", 1, Money.of(java.math.BigDecimal.TEN, "CHF"), Customized.TEA.commodity());
        assertThat(refusal(Customized.request("V53WPAK", Customized.ZURICH, francs))
                        .code())
                .isEqualTo("customs-currency-mixed");
        var silent =
                new CustomsDeclaration(CustomsDeclaration.Reason.OTHER, "", Money.euro("0"), "", "", "", "", "", "");
        assertThat(refusal(Customized.request("V53WPAK", Customized.ZURICH, List.of(), silent, Customized.TEA))
                        .code())
                .isEqualTo("customs-explanation-missing");
    }

    @ParameterizedTest
    @CsvSource({
        "ES, 28001, false",
        "ES, 38001, true",
        "FI, 22100, true",
        "IT, 23041, true",
        "FR, 75001, false",
        "GB, SW1A 1AA, true",
        "NO, 0150, true",
    })
    void knowsWhereCustomsStands(String country, String postcode, boolean asked) throws Exception {
        Address to = Address.to("A B")
                .street("Way", "1")
                .city(postcode, "Town")
                .country(new CountryCode(country))
                .build();
        assertThat(shipment(Customized.request("V53WPAK", to, Customized.TEA))
                        .at("customs")
                        .isPresent())
                .isEqualTo(asked);
    }

    @Test
    void sendsEuropaketToCompaniesAndSaysWhoPaysTheDuties() throws Exception {
        assertThat(refusal(Customized.request("V54EPAK", Customized.ZURICH, Customized.TEA))
                        .code())
                .isEqualTo("company-missing");
        Json unpaid = shipment(Customized.request("V54EPAK", Customized.ZURICH_GMBH, Customized.TEA));
        assertThat(unpaid.at("customs").at("shippingConditions").textOrEmpty()).isEqualTo("DAP");
        Json paid = shipment(Customized.request(
                "V54EPAK",
                Customized.ZURICH_GMBH,
                List.of(new Service.Plain(Service.Kind.DUTIES_PAID)),
                Customized.TEA));
        assertThat(paid.at("customs").at("shippingConditions").textOrEmpty()).isEqualTo("DDP");
        assertThat(paid.at("services").isPresent()).isFalse();
    }

    @Test
    void tellsEconomyFromSayingNothing() throws Exception {
        Json economy = services(Customized.request(
                "V53WPAK", Customized.ZURICH, List.of(new Service.Plain(Service.Kind.ECONOMY)), Customized.TEA));
        assertThat(economy).isEqualTo(new FakeTools().parse("{\"premium\":false}"));
        Json dearly = services(Customized.request(
                "V53WPAK",
                Customized.ZURICH,
                List.of(
                        new Service.Plain(Service.Kind.PREMIUM),
                        new Service.Plain(Service.Kind.ABANDON),
                        new Service.Plain(Service.Kind.DUTIES_PAID)),
                Customized.TEA));
        assertThat(dearly)
                .isEqualTo(new FakeTools()
                        .parse("{\"premium\":true,\"endorsement\":\"ABANDON\",\"postalDeliveryDutyPaid\":true}"));
        assertThat(refusal(Customized.request(
                                "V53WPAK",
                                Customized.ZURICH,
                                List.of(
                                        new Service.Plain(Service.Kind.PREMIUM),
                                        new Service.Plain(Service.Kind.ECONOMY)),
                                Customized.TEA))
                        .code())
                .isEqualTo("services-exclude-each-other");
    }

    @Test
    void bringsToTheClosestDropPointOnlyWhoCanBeTold() throws Exception {
        List<Service> drop = List.of(new Service.Plain(Service.Kind.CLOSEST_DROP_POINT));
        assertThat(services(Customized.request("V53WPAK", Customized.ZURICH, drop, Customized.TEA)))
                .isEqualTo(new FakeTools().parse("{\"closestDropPoint\":true}"));
        assertThat(refusal(Customized.request("V53WPAK", Customized.HONG_KONG, drop, Customized.TEA))
                        .code())
                .isEqualTo("contact-missing");
    }

    @Test
    void comparesNamesOnlyWhereTheyCanBePartedForCertain() throws Exception {
        assertThat(services(domestic(
                                "Änne Groß", "a@example.com", new Service.IdentCheck("", "", Optional.empty(), 18)))
                        .at("identCheck"))
                .isEqualTo(
                        new FakeTools().parse("{\"firstName\":\"Änne\",\"lastName\":\"Groß\",\"minimumAge\":\"A18\"}"));
        var born =
                new Service.IdentCheck("Anna Maria", "von Groß", Optional.of(java.time.LocalDate.of(1980, 2, 29)), 0);
        assertThat(services(domestic("Änne Groß", "", born)).at("identCheck"))
                .isEqualTo(
                        new FakeTools()
                                .parse(
                                        "{\"firstName\":\"Anna Maria\",\"lastName\":\"von Groß\",\"dateOfBirth\":\"1980-02-29\"}"));
        assertThat(refusal(domestic("Anna Maria von Groß", "", new Service.IdentCheck("", "", Optional.empty(), 0)))
                        .code())
                .isEqualTo("ident-name-unclear");
        assertThat(refusal(domestic("Änne Groß", "", new Service.IdentCheck("", "", Optional.empty(), 21)))
                        .code())
                .isEqualTo("age-not-offered");
    }

    @Test
    void writesToTheBuyerWhoseParcelWaitsInAnOutlet() throws Exception {
        var routing = new Service.Plain(Service.Kind.OUTLET_ROUTING);
        assertThat(services(domestic("Änne Groß", "a@example.com", routing))
                        .at("parcelOutletRouting")
                        .textOrEmpty())
                .isEqualTo("a@example.com");
        assertThat(refusal(domestic("Änne Groß", "", routing)).code()).isEqualTo("email-missing");
    }

    private static BookingRequest domestic(String name, String email, Service service) {
        Address to = Address.to(name)
                .street("Weg", "1")
                .city("53111", "Bonn")
                .email(email)
                .build();
        return Requests.with(Requests.to(to), "V01PAK", 500, LabelPaper.PDF_A6, service);
    }
}
