package org.packhaus.sandbox.otto;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import org.packhaus.sandbox.web.Routes;
import org.packhaus.sandbox.world.Seller;
import tools.jackson.databind.node.ObjectNode;

/** ReturnsWarehouse V2, reading only: each seller has one address in Germany, with the carrier set for the partner. */
final class ReturnsWarehouseApi {

    private static final String BASE = "/v2/returns-warehouse/addresses";

    private final OttoAccess access;

    ReturnsWarehouseApi(OttoAccess access) {
        this.access = access;
    }

    void routes(Routes routes) {
        Routes.Group group = routes.group(OttoErrors::warehouse);
        group.add("GET", BASE, "otto.returnsWarehouse.list", this::list);
        group.add("GET", BASE + "/{address}", "otto.returnsWarehouse.get", this::single);
        group.add("GET", BASE + "/{address}/carriers", "otto.returnsWarehouse.carriers", this::carriers);
        group.add("GET", BASE + "/{address}/carriers/{carrier}", "otto.returnsWarehouse.carrier", this::carrier);
    }

    private Seller caller(Request request) {
        return access.caller(request, "returns-warehouse-read", OttoErrors::warehouse);
    }

    private Reply list(Request request) {
        Seller seller = caller(request);
        boolean wanted =
                request.query("returnWarehouseType").map("NATIONAL"::equals).orElse(true)
                        && request.query("page").map("1"::equals).orElse(true);
        return Reply.ok(wanted ? Json.array().add(address(seller)) : Json.array());
    }

    private Reply single(Request request) {
        Seller seller = caller(request);
        return own(seller, request) ? Reply.ok(address(seller)) : Reply.empty(404);
    }

    private Reply carriers(Request request) {
        Seller seller = caller(request);
        return own(seller, request) ? Reply.ok(Json.array().add(carrier(seller))) : Reply.empty(404);
    }

    private Reply carrier(Request request) {
        Seller seller = caller(request);
        return own(seller, request) && request.variable("carrier").equals(id(seller, "carrier"))
                ? Reply.ok(carrier(seller))
                : Reply.empty(404);
    }

    private static boolean own(Seller seller, Request request) {
        return request.variable("address").equals(id(seller, "address"));
    }

    private static String id(Seller seller, String of) {
        return UUID.nameUUIDFromBytes((seller.partnerId() + "/" + of).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static ObjectNode address(Seller seller) {
        return Json.object()
                .put("returnAddressId", id(seller, "address"))
                .put("returnWarehouseType", "NATIONAL")
                .put("isMisdirectedAddress", true)
                .put("returnRecipient", seller.shipFrom().name())
                .put("isBusinessAddress", false)
                .put("returnStreet", seller.shipFrom().street())
                .put("returnHouseNumber", seller.shipFrom().house())
                .put("returnZipCode", seller.shipFrom().zip())
                .put("returnCity", seller.shipFrom().city())
                .put("returnCountry", "Germany");
    }

    private static ObjectNode carrier(Seller seller) {
        ObjectNode json = Json.object()
                .put("returnAddressId", id(seller, "address"))
                .put("returnAddressCarrierId", id(seller, "carrier"))
                .put("returnCarrier", seller.returnCarrier());
        switch (seller.returnCarrier()) {
            case "DHL" ->
                json.putObject("returnCarrierCodes")
                        .put("leitCode", "(2L)DE" + seller.shipFrom().zip() + "+33000933")
                        .put("settlementNumber", seller.ekp() + "0701");
            case "GLS" ->
                json.putObject("returnCarrierCodes")
                        .put("customerId", 2_760_000 + seller.number())
                        .put("contactId", "276a1");
            default -> {}
        }
        return json;
    }
}
