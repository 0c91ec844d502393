package org.packhaus.plugin.hermes;

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
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.Dimensions;
import org.packhaus.sdk.DocumentType;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.Secret;
import org.packhaus.sdk.Service;
import org.packhaus.sdk.test.FakeTools;

class OrderTest {
    private static final HermesSettings SETTINGS = new HermesSettings(
            "id",
            Secret.of("s3cret"),
            "user",
            Secret.of("passw0rd"),
            Optional.of(HermesSettings.ParcelClass.M),
            Optional.empty(),
            true,
            Optional.empty());

    private static Order order(Address to) throws Rejected {
        return Order.outbound(Requests.to(to), SETTINGS);
    }

    private static void assertRefused(BookingRequest request, String code, String field) {
        assertThatThrownBy(() -> Order.outbound(request, SETTINGS)).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.code()).isEqualTo(code);
            assertThat(rejected.faults())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.field()).contains(field));
        });
    }

    private static void assertRefused(Address to, String code, String field) {
        assertRefused(Requests.to(to), code, field);
    }

    @Test
    void writesAPurchaseAsHermesWantsIt() throws Exception {
        Order order = order(
                Requests.buyer().addition("Hinterhaus").email("a@example.com").build());
        assertThat(order.accept()).isEqualTo("application/shippinglabel-pdf+json");
        assertThat(order.warnings()).isEmpty();
        assertThat(order.body()).isEqualTo(new FakeTools().parse("""
                        {"clientReference":"PH-0000000001","clientReference2":"bwqwz7s8cx",
                         "receiverName":{"firstname":"Änne","lastname":"Groß"},
                         "receiverAddress":{"street":"Weg","houseNumber":"1","zipCode":"53111","town":"Bonn","countryCode":"DE",
                           "addressAddition":"Hinterhaus"},
                         "senderName":{"lastname":"Teehaus Dachs GmbH"},
                         "senderAddress":{"street":"Frankenstraße","houseNumber":"298","zipCode":"45133","town":"Essen","countryCode":"DE"},
                         "parcel":{"parcelWeight":740,"parcelClass":"M","productType":"PARCEL"},
                         "service":{"customerAlertService":{"notificationType":"EMAIL","notificationEmail":"a@example.com"}}}
                        """));
    }

    @Test
    void aReturnHasTheBuyerAsSenderAndTellsItsVolume() throws Exception {
        BookingRequest request = Requests.with(
                "PH-0000000001",
                "",
                Requests.buyer().build(),
                Requests.SHOP,
                740,
                Optional.of(new Dimensions(353, 250, 80)),
                LabelPaper.ZPL_100_X_150,
                List.of());
        Order order = Order.wayBack(request, SETTINGS);
        assertThat(order.accept()).isEqualTo("application/shippinglabel-zpl+json;dpi=203");
        assertThat(order.body().at("senderName").at("lastname").textOrEmpty()).isEqualTo("Groß");
        assertThat(order.body().at("receiverName").at("lastname").textOrEmpty()).isEqualTo("Teehaus Dachs GmbH");
        assertThat(order.body().at("parcel")).isEqualTo(new FakeTools().parse("""
                        {"parcelWeight":740,"parcelHeight":80,"parcelWidth":250,"parcelDepth":353,"parcelVolume":71}"""));
        BookingRequest abroad = Requests.back(
                "PH-0000000001", Requests.buyer().country(new CountryCode("AT")).build());
        assertThatThrownBy(() -> Order.wayBack(abroad, SETTINGS)).isInstanceOf(Rejected.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Änne Groß, Änne, Groß",
        "Änne, '', Änne",
        "Hans Peter Groß, Hans Peter, Groß",
        "Maria von der Heide, Maria, von der Heide",
        "Ludwig van Beethoven, Ludwig, van Beethoven",
    })
    void partsNamesAndLosesNoLetter(String person, String first, String last) throws Exception {
        Json name = order(Address.to(person)
                        .street("Weg", "1")
                        .city("53111", "Bonn")
                        .build())
                .body()
                .at("receiverName");
        assertThat(name.at("firstname").textOrEmpty()).isEqualTo(first);
        assertThat(name.at("lastname").textOrEmpty()).isEqualTo(last);
    }

    @Test
    void putsLongNamesWhereThereIsRoom() throws Exception {
        String company = "Gesellschaft für Wiederverwertung und Entsorgung mbH"; // 52
        Json alone = order(Address.to("")
                        .company(company)
                        .street("Weg", "1")
                        .city("53111", "Bonn")
                        .build())
                .body()
                .at("receiverName");
        assertThat(alone.at("firstname").textOrEmpty() + " "
                        + alone.at("lastname").textOrEmpty())
                .isEqualTo(company);
        Json both = order(Requests.buyer().company(company).build()).body();
        assertThat(both.at("receiverName").at("lastname").textOrEmpty()).isEqualTo("Groß");
        assertThat(both.at("receiverAddress").at("addressAddition").textOrEmpty()
                        + " "
                        + both.at("receiverAddress").at("addressAddition2").textOrEmpty())
                .isEqualTo(company);
        Json shorter =
                order(Requests.buyer().company("Kiefer & Tau GmbH").build()).body();
        assertThat(shorter.at("receiverName").at("lastname").textOrEmpty()).isEqualTo("Kiefer & Tau GmbH");
        assertThat(shorter.at("receiverAddress").at("addressAddition").textOrEmpty())
                .isEqualTo("Änne Groß");
    }

    @Test
    void keepsToTheFieldsAndCutsNothing() throws Exception {
        String fifty = "x".repeat(50);
        assertThat(order(Requests.buyer().street(fifty, "").build())
                        .body()
                        .at("receiverAddress")
                        .at("street")
                        .textOrEmpty())
                .isEqualTo(fifty);
        Json moved = order(Requests.buyer().street("Weg", "12-14 Haus B").build())
                .body()
                .at("receiverAddress");
        assertThat(moved.at("street").textOrEmpty()).isEqualTo("Weg 12-14 Haus B");
        assertThat(moved.at("houseNumber").isPresent()).isFalse();
        assertRefused(Requests.buyer().street(fifty, "1").build(), "text-too-long", "to.street");
        assertRefused(Requests.buyer().street(fifty + "x", "").build(), "text-too-long", "to.street");
        assertRefused(Requests.buyer().addition(fifty + "x").build(), "text-too-long", "to.addition");
        assertRefused(Requests.buyer().city("53111", "x".repeat(31)).build(), "text-too-long", "to.city");
        assertRefused(Requests.buyer().city("5311", "Bonn").build(), "postal-code-invalid", "to.postalCode");
        assertRefused(Requests.buyer().city("", "Bonn").build(), "postal-code-invalid", "to.postalCode");
        assertRefused(Requests.buyer().street("", "").build(), "street-missing", "to.street");
        assertRefused(
                Address.to("x".repeat(51))
                        .street("Weg", "1")
                        .city("53111", "Bonn")
                        .build(),
                "text-too-long",
                "to.person");
    }

    @Test
    void writesNoSignHermesRefusesAndSaysSo() throws Exception {
        Order order = order(Requests.buyer().street("Rue de l´Eglise", "3").build());
        assertThat(order.body().at("receiverAddress").at("street").textOrEmpty())
                .isEqualTo("Rue de l'Eglise");
        assertThat(order.warnings()).singleElement().asString().contains("Rue de l'Eglise");
        assertThat(order(Requests.buyer().addition("Łódź Straße ǅ").build()).warnings())
                .isEmpty();
        assertRefused(Requests.buyer().addition("¤ 5").build(), "letters-not-writable", "to.addition");
        assertRefused(Requests.buyer().addition("云居").build(), "letters-not-writable", "to.addition");
    }

    @ParameterizedTest
    @CsvSource({"Packstation, 105, Packstation 105", "Postfiliale, 518, Postfiliale 518"})
    void sendsNothingToDhlsLockers(String street, String number, String named) {
        Address place =
                Requests.buyer().addition("12345678").street(street, number).build();
        assertRefused(place, "pickup-point-not-served", "to.street");
        assertThatThrownBy(() -> order(place)).hasMessageContaining(named).hasMessageContaining("Choose DHL");
    }

    @Test
    void refusesWhatHermesDoesNotDo() {
        assertRefused(Requests.buyer().country(new CountryCode("AT")).build(), "country-not-served", "to.country");
        assertRefused(Requests.weighing(31_501, new Dimensions(1, 1, 1)), "too-heavy", "parcel.weight");
        assertRefused(Requests.weighing(1, new Dimensions(2001, 1, 1)), "too-large", "parcel.dimensions");
        for (Service service : List.of(
                new Service.Plain(Service.Kind.SIGNATURE),
                new Service.PreferredLocation("Garage"),
                new Service.PreferredDay(java.time.LocalDate.parse("2026-12-01")))) {
            assertRefused(Requests.on(LabelPaper.PDF_A6, service), "service-not-offered", "services");
        }
        assertRefused(Requests.on(LabelPaper.PDF_A6, new Service.AgeCheck(21)), "age-not-offered", "services");
        assertRefused(Requests.on(new LabelPaper(DocumentType.EPL, 100, 150)), "paper-not-offered", "paper");
        BookingRequest r = Requests.to(Requests.buyer().build());
        assertRefused(
                new BookingRequest(
                        "x".repeat(21),
                        r.product(),
                        r.parcel(),
                        r.from(),
                        r.to(),
                        r.returnTo(),
                        r.shipDate(),
                        false,
                        r.services(),
                        r.paper(),
                        r.orderNumber()),
                "reference-length",
                "reference");
        assertRefused(
                new BookingRequest(
                        r.reference(),
                        r.product(),
                        r.parcel(),
                        r.from(),
                        r.to(),
                        r.returnTo(),
                        r.shipDate(),
                        true,
                        r.services(),
                        r.paper(),
                        r.orderNumber()),
                "no-return-number",
                "product");
    }

    @Test
    void knowsThreePlacesWhereHermesIs() {
        assertThat(SETTINGS.at("/x")).isEqualTo(URI.create("https://de-api.hermesworld.com/services/hsi/x"));
        assertThat(SETTINGS.tokenUrl().getHost()).isEqualTo("authme.myhermes.de");
        assertThat(on("https://de-api-int.hermesworld.com/").tokenUrl())
                .isEqualTo(URI.create("https://authme-int.myhermes.de/authorization-facade/oauth2/access_token"));
        assertThat(on("http://localhost:8090").tokenUrl())
                .isEqualTo(URI.create("http://localhost:8090/authorization-facade/oauth2/access_token"));
    }

    private static HermesSettings on(String url) {
        return new HermesSettings(
                "id",
                SETTINGS.clientSecret(),
                "user",
                SETTINGS.password(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.of(URI.create(url)));
    }
}
