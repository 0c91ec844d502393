package org.packhaus.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Availability, shipping profiles, products: what a shop knows about its goods. */
class OttoGoodsTest extends SandboxTest {

    private static final String QUANTITIES = "/v1/availability/quantities";
    private static final String DELIVERY = "/v1/availability/product-delivery-information";
    private static final String PROFILES = "/v1/shipping-profiles";

    @Test
    void quantitiesAreSetInBulkAndUnknownSkusAreNamed() {
        Caller seller = otto("kiefer-tau");
        Answer all = seller.post(
                QUANTITIES, "[{\"sku\":\"KT-BRETT-L\",\"quantity\":5},{\"sku\":\"KT-KÄSEGLOCKE\",\"quantity\":0}]");
        assertThat(all.status()).isEqualTo(200);
        Answer some =
                seller.post(QUANTITIES, "[{\"sku\":\"KT-BRETT-M\",\"quantity\":7},{\"sku\":\"NOPE\",\"quantity\":1}]");
        assertThat(some.status()).isEqualTo(207);
        assertThat(some.json().at("/errors/0/detail").asString()).isEqualTo("Error: SKU is unknown for SKU: NOPE");
        assertThat(some.json().at("/errors/0/logref").asString()).isEqualTo("NOPE");
        assertThat(seller.get(QUANTITIES + "/KT-BRETT-L")
                        .json()
                        .path("quantity")
                        .asInt())
                .isEqualTo(5);
        assertThat(seller.get(QUANTITIES + "/NOPE").status()).isEqualTo(404);
    }

    @Test
    void quantitiesHaveBounds() {
        Caller seller = otto("kiefer-tau");
        assertThat(seller.post(QUANTITIES, "[{\"sku\":\"KT-BRETT-L\",\"quantity\":-1}]")
                        .status())
                .isEqualTo(422);
        assertThat(seller.post(QUANTITIES, "[{\"sku\":\"KT-BRETT-L\",\"quantity\":1000000000}]")
                        .status())
                .isEqualTo(422);
        String row = "{\"sku\":\"KT-BRETT-L\",\"quantity\":1}";
        Answer much = seller.post(QUANTITIES, "[" + row + ("," + row).repeat(200) + "]");
        assertThat(much.status()).isEqualTo(413);
        assertThat(much.json().at("/errors/0/title").asString()).isEqualTo("Payload too large");
    }

    @Test
    void quantitiesArePaged() {
        Caller seller = otto("kiefer-tau");
        JsonNode page = seller.get(QUANTITIES + "?limit=10").json();
        assertThat(page.at("/resources/variations")).hasSize(10);
        JsonNode rest = seller.get(page.at("/links/0/href").asString()).json();
        assertThat(rest.at("/resources/variations")).hasSize(4);
        assertThat(rest.path("links")).isEmpty();
    }

    @Test
    void aSkuLeadsToItsDeliveryType() {
        Caller seller = otto("kiefer-tau");
        Map<String, String> types = new HashMap<>();
        seller.get(PROFILES)
                .json()
                .path("results")
                .forEach(p -> types.put(
                        p.path("shippingProfileId").asString(),
                        p.path("deliveryType").asString()));
        String parcel = seller.get(DELIVERY + "/KT-BRETT-L")
                .json()
                .path("shippingProfileId")
                .asString();
        String forwarder = seller.get(DELIVERY + "/KT-TISCH-180")
                .json()
                .path("shippingProfileId")
                .asString();
        assertThat(types.get(parcel)).isEqualTo("PARCEL");
        assertThat(types.get(forwarder)).startsWith("FORWARDER");
        Answer changed = seller.post(
                DELIVERY,
                "[{\"sku\":\"KT-BRETT-L\",\"shippingProfileId\":\"" + forwarder + "\",\"processingTime\":\"3\"}]");
        assertThat(changed.status()).isEqualTo(202);
        assertThat(seller.get(DELIVERY + "/KT-BRETT-L")
                        .json()
                        .path("processingTime")
                        .asString())
                .isEqualTo("3");
        Answer wrong = seller.post(
                DELIVERY, "[{\"sku\":\"KT-BRETT-L\",\"shippingProfileId\":\"x\",\"processingTime\":\"3\"}]");
        assertThat(wrong.status()).isEqualTo(207);
        assertThat(seller.get(DELIVERY).json().path("results")).hasSize(14);
    }

    @Test
    void profilesAreMadeChangedAndDeletedByTheRules() {
        Caller seller = otto("kiefer-tau");
        String body = "{\"shippingProfileName\":\"Neu\",\"workingDays\":[\"MONDAY\"],\"orderCutoff\":\"13:30\","
                + "\"deliveryType\":\"PARCEL\",\"defaultProcessingTime\":1,\"transportTime\":2}";
        Answer made = seller.post(PROFILES, body);
        assertThat(made.status()).isEqualTo(201);
        String path = PROFILES + "/" + made.json().path("shippingProfileId").asString();
        assertThat(seller.post(PROFILES, body).status()).isEqualTo(409);
        assertThat(seller.call("PUT", path, body.replace("13:30", "15:00")).status())
                .isEqualTo(204);
        assertThat(seller.get(path).json().path("orderCutoff").asString()).isEqualTo("15:00");
        Answer wrong = seller.call("PUT", path, body.replace("13:30", "15:10"));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().at("/validationErrors/0/detail").asString()).contains("half an hour");
        assertThat(seller.call("PUT", path, body.replace("PARCEL", "FORWARDER_CURBSIDE"))
                        .status())
                .isEqualTo(400);
        assertThat(seller.call("DELETE", path, "").status()).isEqualTo(204);
        assertThat(seller.get(path).status()).isEqualTo(404);
        String linked = seller.get(DELIVERY + "/KT-BRETT-L")
                .json()
                .path("shippingProfileId")
                .asString();
        assertThat(seller.call("DELETE", PROFILES + "/" + linked, "").status()).isEqualTo(412);
    }

    @Test
    void productsTellWeightsAndHaveValidEans() {
        for (String key : new String[] {"kiefer-tau", "wolkensprung", "yunju-home"}) {
            JsonNode list = otto(key).get("/v5/products").json().path("productVariations");
            assertThat(list).hasSizeGreaterThanOrEqualTo(12);
            for (JsonNode product : list) {
                String ean = product.path("ean").asString();
                int sum = 0;
                for (int i = 0; i < 13; i++) {
                    sum += (ean.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
                }
                assertThat(sum % 10).as(ean).isZero();
                assertThat(product.at("/logistics/packingUnits/0/weight").asInt())
                        .isPositive();
                assertThat(stranger()
                                .get(product.at("/mediaAssets/0/location").asString())
                                .status())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void aSkuWithASlashIsFoundByQuery() {
        Caller seller = otto("kiefer-tau");
        JsonNode found = seller.get("/v5/products?sku=" + Caller.encode("KT/BECHER/4"))
                .json()
                .path("productVariations");
        assertThat(found).hasSize(1);
        assertThat(seller.get("/v5/products/NOPE").status()).isEqualTo(404);
        assertThat(seller.get("/v5/products/marketplace-status?limit=3").json().path("marketPlaceStatus"))
                .hasSize(3);
    }
}
