package org.packhaus.sandbox.dhl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.packhaus.sandbox.carrier.Roads;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.world.CheckDigit;
import org.packhaus.sandbox.world.SandboxClock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Every number that was handed out, and with that every charge. Held ({@code synchronized}) while parcels change. */
final class ParcelBook {

    /** The product of a return label that was bought by itself. */
    static final String RETURN = "V07PAK";

    private final SandboxClock clock;
    private final Roads roads;
    private final Map<String, Parcel> parcels = new LinkedHashMap<>();
    private final Map<String, Integer> serials = new HashMap<>();

    ParcelBook(SandboxClock clock, Roads roads) {
        this.clock = clock;
        this.roads = roads;
    }

    synchronized Parcel create(DhlAccess.Account account, JsonNode shipment) {
        int serial = serials.merge(account.ekp(), 1, Integer::sum);
        int range = range(account);
        String number = "00" + CheckDigit.gs1("340434%03d%08d".formatted(range, 10_000 + serial));
        boolean returns = shipment.path("services").path("dhlRetoure").isObject();
        return keep(new Parcel(
                number,
                returns ? returnNumber(range, serial) : "",
                account,
                roads.seal(shipment, number),
                clock.now()));
    }

    /** A return label by itself: one number, that of the way back. */
    synchronized Parcel createReturn(DhlAccess.Account account, JsonNode shipment) {
        int serial = serials.merge(account.ekp(), 1, Integer::sum);
        String number = returnNumber(range(account), serial);
        return keep(new Parcel(number, number, account, shipment, clock.now()));
    }

    private Parcel keep(Parcel parcel) {
        if (parcels.put(parcel.number, parcel) != null) {
            throw new IllegalStateException("The number " + parcel.number + " was handed out twice");
        }
        return parcel;
    }

    private static int range(DhlAccess.Account account) {
        return account.seller().isEmpty() ? 0 : (int) (100 + Long.parseLong(account.ekp()) % 900);
    }

    private static String returnNumber(int range, int serial) {
        return CheckDigit.post("6070%03d%06d".formatted(range, 1000 + serial));
    }

    synchronized Optional<Parcel> find(String number) {
        return Optional.ofNullable(parcels.get(number));
    }

    /** A parcel of the account's that can still be fetched or cancelled. */
    synchronized Optional<Parcel> open(DhlAccess.Account account, String number) {
        return find(number).filter(p -> p.account.equals(account) && p.open(clock.now()));
    }

    synchronized List<Parcel> all() {
        return new ArrayList<>(parcels.values());
    }

    private record Memory(List<Parcel> parcels, Map<String, Integer> serials) {}

    synchronized JsonNode remember() {
        return Json.remember(new Memory(all(), serials));
    }

    synchronized void recall(JsonNode memory) {
        Memory kept = Json.recall(memory, Memory.class);
        kept.parcels().forEach(p -> parcels.put(p.number, p));
        serials.putAll(kept.serials());
    }

    synchronized void clear() {
        parcels.clear();
        serials.clear();
    }

    synchronized ArrayNode charges(String seller) {
        ArrayNode charges = Json.array();
        for (Parcel parcel : parcels.values()) {
            if (seller.isEmpty() || parcel.account.seller().equals(seller)) {
                charges.addObject()
                        .put("carrier", "DHL")
                        .put("account", parcel.charged)
                        .put("seller", parcel.account.seller())
                        .put("product", parcel.shipment.path("product").asString())
                        .put(
                                "billingNumber",
                                parcel.shipment.path("billingNumber").asString())
                        .put("reference", parcel.reference())
                        .put("number", parcel.number)
                        .put(
                                "returnNumber",
                                parcel.returnNumber.isEmpty() || parcel.isReturn() ? null : parcel.returnNumber)
                        .put("purpose", parcel.isReturn() ? "RETURN" : "OUTBOUND")
                        .put("at", parcel.created.toString())
                        .put("voided", parcel.voided)
                        .put("closed", parcel.isManifested());
            }
        }
        return charges;
    }
}
