package org.packhaus.sandbox.world;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.packhaus.sandbox.web.Json;
import tools.jackson.databind.JsonNode;

/** The sellers. Three are there from the start; the control API adds more, each with its own accounts. */
public final class Sellers {

    private static final List<ShipFrom> WAREHOUSES = List.of(
            new ShipFrom("Kiefer & Tau GmbH", "Am Sägewerk", "7", "79098", "Freiburg im Breisgau", "DEU"),
            new ShipFrom("Wolkensprung Kinderwelt GmbH", "Große Bergstraße", "152", "22765", "Hamburg", "DEU"),
            new ShipFrom("Yunju Home Europe GmbH", "Ruhrorter Straße", "88 a", "47051", "Duisburg", "DEU"));

    private final List<Seller> sellers = new ArrayList<>();
    private final Set<String> revoked = new HashSet<>();

    public Sellers() {
        reset();
    }

    public final synchronized void reset() {
        sellers.clear();
        revoked.clear();
        add("Kiefer & Tau", "DHL");
        add("Wolkensprung", "DHL");
        add("云居 Yunju Home", "DHL");
    }

    private record Kept(String name, String returnCarrier) {}

    private record Memory(List<Kept> sellers, Set<String> revoked) {}

    public synchronized JsonNode remember() {
        List<Kept> kept =
                sellers.stream().map(s -> new Kept(s.name(), s.returnCarrier())).toList();
        return Json.remember(new Memory(kept, revoked));
    }

    public synchronized void recall(JsonNode memory) {
        Memory kept = Json.recall(memory, Memory.class);
        kept.sellers().forEach(s -> add(s.name(), s.returnCarrier()));
        revoked.addAll(kept.revoked());
    }

    /** The seller of that name, made when there is none yet. */
    public synchronized Seller add(String name, String returnCarrier) {
        Optional<Seller> known = find(name);
        if (known.isPresent()) {
            return known.get();
        }
        Seller seller = make(sellers.size() + 1, name, returnCarrier);
        sellers.add(seller);
        return seller;
    }

    public synchronized List<Seller> all() {
        return List.copyOf(sellers);
    }

    /** By key, name, partner id or number. */
    public synchronized Optional<Seller> find(String word) {
        return sellers.stream().filter(s -> s.answersTo(word)).findFirst();
    }

    public synchronized Optional<Seller> byClientId(String clientId) {
        return sellers.stream().filter(s -> s.clientId().equals(clientId)).findFirst();
    }

    public synchronized Optional<Seller> byInstallation(String installationId) {
        return sellers.stream()
                .filter(s -> s.installationId().equals(installationId))
                .findFirst();
    }

    public synchronized Optional<Seller> byDhlUser(String user) {
        return sellers.stream().filter(s -> s.dhlUser().equals(user)).findFirst();
    }

    /** @param system otto or dhl */
    public synchronized void allow(Seller seller, String system, boolean valid) {
        String grant = seller.key() + "/" + system;
        if (valid) {
            revoked.remove(grant);
        } else {
            revoked.add(grant);
        }
    }

    public synchronized boolean allowed(Seller seller, String system) {
        return !revoked.contains(seller.key() + "/" + system);
    }

    private static Seller make(int number, String name, String returnCarrier) {
        String key = key(name, number);
        String ekp = "%010d".formatted(6_310_040_000L + number * 1117L);
        ShipFrom warehouse = WAREHOUSES.get((number - 1) % WAREHOUSES.size());
        ShipFrom from = number <= WAREHOUSES.size()
                ? warehouse
                : new ShipFrom(name, warehouse.street(), warehouse.house(), warehouse.zip(), warehouse.city(), "DEU");
        return new Seller(
                number,
                key,
                name,
                String.valueOf(1_000_000 + number),
                uuid("client", key),
                "otto-" + key + "-" + uuid("otto", key).substring(0, 8),
                uuid("installation", key),
                returnCarrier,
                ekp,
                "packhaus-" + key,
                "dhl-" + key + "-" + uuid("dhl", key).substring(0, 8),
                Map.of(
                        "V01PAK",
                        ekp + "0101",
                        "V62KP",
                        ekp + "6201",
                        "V53WPAK",
                        ekp + "5301",
                        "V54EPAK",
                        ekp + "5401",
                        "V66WPI",
                        ekp + "6601",
                        "V07PAK",
                        ekp + "0701"),
                from,
                Catalogue.of((number - 1) % WAREHOUSES.size() + 1));
    }

    private static String key(String name, int number) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return plain.isEmpty() ? "seller-" + number : plain;
    }

    private static String uuid(String kind, String key) {
        return UUID.nameUUIDFromBytes((kind + ":" + key).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
