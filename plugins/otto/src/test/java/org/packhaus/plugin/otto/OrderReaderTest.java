package org.packhaus.plugin.otto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.ChannelItem;
import org.packhaus.sdk.ChannelOrder;
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.test.FakeTools;

class OrderReaderTest {
    /** OTTO's own example (Orders V4), with a forwarder's phone number and e-mail. */
    private static final String EXAMPLE = """
            {"salesOrderId": "a24c37c0-768f-44e6-9f5c-1e4430d4ab32", "orderNumber": "bwqwz7s8cx",
             "orderDate": "2021-04-16T05:59:01.255+0000", "lastModifiedDate": "2021-04-16T06:44:02.249+0000",
             "positionItems": [
              {"positionItemId": "8a88e387-a03d-4cc9-99d9-3de6a5c038bd", "fulfillmentStatus": "PROCESSABLE",
               "expectedDeliveryDate": "2021-04-21T12:00:00.000+02:00", "weeePickup": true,
               "itemValueGrossPrice": {"amount": 23.95, "currency": "EUR"},
               "itemValueReducedGrossPrice": {"amount": 20.00, "currency": "EUR"},
               "product": {"sku": "V0533", "productTitle": "White Shirt", "articleNumber": "1563237W3", "vatRate": 19,
                 "dimensions": [{"type": "COLOR", "displayName": "Farbe", "value": "weiß"}, {"type": "SIZE", "value": "M"}]}},
              {"positionItemId": "43111eca-18e5-4fe4-846c-2009d3643495", "fulfillmentStatus": "CANCELLED_BY_PARTNER",
               "itemValueGrossPrice": {"amount": 99.2, "currency": "EUR"},
               "product": {"sku": "A7567", "productTitle": "Black Jeans", "articleNumber": "333207J4", "vatRate": 19}}],
             "orderLifecycleInformation": {"lifecycleChangeDate": "2021-04-16T06:44:02.249+0000"},
             "payment": {"paymentMethod": "PREPAYMENT"}, "suspectedFraudCase": true,
             "initialDeliveryFees": [
               {"name": "DELIVERY_FEE_STANDARD", "deliveryFeeAmount": {"amount": 5.95, "currency": "EUR"}},
               {"name": "DELIVERY_FEE_FREIGHT_SURCHARGE", "deliveryFeeAmount": {"amount": 20, "currency": "EUR"}}],
             "deliveryAddress": {"salutation": "MS", "title": "Dr.", "lastName": "Mustermann", "firstName": "Max",
               "street": "Werner-Otto-Str.", "addition": "Hinterm Haus", "houseNumber": "960", "city": "Hamburg",
               "zipCode": "22179", "countryCode": "DEU", "phoneNumber": "040 12345678", "email": "test@example.com"},
             "invoiceAddress": {"salutation": "COMPANY", "lastName": "GmbH & Co. KG", "firstName": "Muster",
               "street": "Werner-Otto-Str.", "houseNumber": "960", "city": "Hamburg", "zipCode": "22179",
               "countryCode": "AUT", "email": "a1b2@customer.otto.market"}}
            """;

    private final Json example = new FakeTools().parse(EXAMPLE);

    private static ChannelOrder read(Json order) {
        try {
            return OrderReader.read(order);
        } catch (Unreadable e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void readsOttosOwnExample() {
        ChannelOrder order = read(example);
        assertThat(order.number()).isEqualTo("bwqwz7s8cx");
        assertThat(order.orderedAt()).isEqualTo(Instant.parse("2021-04-16T05:59:01.255Z"));
        assertThat(order.changedAt()).isEqualTo(Instant.parse("2021-04-16T06:44:02.249Z"));
        assertThat(order.deliveryFee()).contains(Money.euro("25.95"));
        assertThat(order.paymentMethod()).isEqualTo("PREPAYMENT");
        assertThat(order.suspectedFraud()).isTrue();
        assertThat(order.items().get(0))
                .isEqualTo(new ChannelItem(
                        "8a88e387-a03d-4cc9-99d9-3de6a5c038bd",
                        ChannelItem.State.PROCESSABLE,
                        "V0533",
                        "1563237W3",
                        "White Shirt",
                        "",
                        Money.euro("20.00"),
                        Optional.of(Instant.parse("2021-04-21T10:00:00Z")),
                        Map.of("Farbe", "weiß", "SIZE", "M"),
                        true));
        assertThat(order.items().get(1).state()).isEqualTo(ChannelItem.State.CANCELLED);
    }

    @Test
    void dropsNothingOfAnAddress() {
        assertThat(read(example).deliverTo())
                .contains(Address.to("Dr. Max Mustermann")
                        .addition("Hinterm Haus")
                        .street("Werner-Otto-Str.", "960")
                        .city("22179", "Hamburg")
                        .phone("040 12345678")
                        .email("test@example.com")
                        .build());
    }

    @Test
    void knowsCompaniesAndKeepsPseudonymsOffTheLabel() {
        assertThat(read(example).invoiceTo())
                .contains(Address.to("")
                        .company("Muster GmbH & Co. KG")
                        .street("Werner-Otto-Str.", "960")
                        .city("22179", "Hamburg")
                        .country(new CountryCode("AT"))
                        .build());
    }

    @ParameterizedTest
    @CsvSource({"Ali, Ali, Dr. Ali Ali", "Anna Neumann, Anna Neumann, Dr. Anna Neumann"})
    void keepsANameThatStandsInBothFields(String first, String last, String name) {
        Json order = new FakeTools()
                .parse(EXAMPLE.replace(
                        "\"lastName\": \"Mustermann\", \"firstName\": \"Max\"",
                        "\"lastName\": \"" + last + "\", \"firstName\": \"" + first + "\""));
        assertThat(read(order).deliverTo()).map(Address::person).contains(name);
    }

    @Test
    void anAnnouncedOrderHasNoAddress() {
        assertThat(read(without("deliveryAddress")).deliverTo()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "salesOrderId, missing-id",
        "orderNumber, missing-number",
        "orderDate, missing-date",
        "positionItems, missing-items",
    })
    void namesWhatIsMissing(String field, String code) {
        Json order = without(field);
        assertThatThrownBy(() -> OrderReader.read(order)).isInstanceOfSatisfying(Unreadable.class, e -> {
            assertThat(e.of(order).code()).isEqualTo(code);
            assertThat(e.of(order).text()).contains(field);
        });
    }

    @Test
    void takesTheLifecycleDateWhenTheOtherIsMissing() {
        assertThat(read(without("lastModifiedDate")).changedAt()).isEqualTo(Instant.parse("2021-04-16T06:44:02.249Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2021-04-16T05:59:01.255+0000, 2021-04-16T05:59:01.255Z",
        "2021-04-21T12:00:00.000+02:00, 2021-04-21T10:00:00Z",
        "2021-04-21T12:00:00Z, 2021-04-21T12:00:00Z",
        "2021-04-21T12:00:00.123456+0200, 2021-04-21T10:00:00.123456Z",
        "2021-04-21, 2021-04-21T00:00:00Z",
    })
    void readsBothKindsOfDates(String text, Instant instant) {
        assertThat(OttoDates.parse(text)).contains(instant);
    }

    @Test
    void aDateThatIsNoneIsNoGuess() {
        assertThat(OttoDates.parse("yesterday")).isEmpty();
        assertThat(OttoDates.parse("")).isEmpty();
    }

    @Test
    void takesTheCursorOutOfTheLinkAsItIs() {
        Json page = new FakeTools()
                .parse("{\"links\":[{\"rel\":\"self\",\"href\":\"/v4/orders\"},"
                        + "{\"rel\":\"next\",\"href\":\"/v4/orders?nextcursor=QlVD%2BS0%3D&limit=128\"}]}");
        assertThat(Links.next(page, "nextcursor")).contains("QlVD%2BS0%3D");
        assertThat(Links.next(new FakeTools().parse("{\"resources\":[],\"links\":[]}"), "nextcursor"))
                .isEmpty();
        assertThat(Links.next(new FakeTools().parse("{\"resources\":[]}"), "nextcursor"))
                .isEmpty();
    }

    private Json without(String field) {
        Map<String, Json> fields = new java.util.LinkedHashMap<>(((Json.Obj) example).fields());
        fields.remove(field);
        return new Json.Obj(fields);
    }

    @Test
    void anUnknownCountryIsAProblemOfThatOrder() {
        Map<String, Json> fields = new java.util.LinkedHashMap<>(((Json.Obj) example).fields());
        fields.put("deliveryAddress", Json.object().put("countryCode", "ZZZ").json());
        assertThatThrownBy(() -> OrderReader.read(new Json.Obj(fields))).hasMessageContaining("ZZZ");
    }
}
