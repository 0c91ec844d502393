package org.packhaus.demo;

import static org.packhaus.seller.Setting.plain;
import static org.packhaus.seller.Setting.secret;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.packhaus.demo.SandboxControl.Account;
import org.packhaus.returnnumber.ReturnNumbers;
import org.packhaus.returnnumber.SourceKind;
import org.packhaus.returnnumber.SourceRow;
import org.packhaus.returnnumber.SourceWish;
import org.packhaus.sdk.CheckDigits;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.seller.ConnectionRow;
import org.packhaus.seller.ConnectionService;
import org.packhaus.seller.LabelStock;
import org.packhaus.seller.NewConnection;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.Setting;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Connects the demo's sellers to carriers, each with the account it has in the sandbox, and says where return numbers come from. */
@Component
@Profile({"demo", "headless"})
class DemoCarriers {
    /** Settings that are nobody's business, by the names plugins give them. */
    private static final Set<String> SECRETS = Set.of("apiSecret", "clientSecret", "password");

    private static final int PLENTY = 5_000;

    private final ConnectionService connections;
    private final ReturnNumbers numbers;

    DemoCarriers(ConnectionService connections, ReturnNumbers numbers) {
        this.connections = connections;
        this.numbers = numbers;
    }

    /** The product most parcels go with. */
    static String ordinary(String carrier) {
        return switch (carrier) {
            case "dhl" -> "V01PAK";
            case "hermes" -> "PARCEL";
            case "dpd" -> "CL";
            case "gls" -> "PARCEL";
            case "ups" -> "11";
            default -> throw new IllegalArgumentException("The demo knows no product of " + carrier);
        };
    }

    /** The seller's connections by carrier, the first one being the seller's default. Needs the seller's scope. */
    Map<String, ConnectionId> open(SellerId seller, Account account, DemoSettings settings, SandboxControl sandbox) {
        Map<String, ConnectionId> open = new LinkedHashMap<>();
        for (String carrier : settings.carriers()) {
            open.put(carrier, connection(seller, carrier, account.carrier(carrier), sandbox));
        }
        String labels = settings.labels();
        if (labels != null) {
            open.values().forEach(connection -> connections.useLabelStock(connection, LabelStock.named(labels)));
        }
        return open;
    }

    private ConnectionId connection(SellerId seller, String carrier, JsonNode account, SandboxControl sandbox) {
        return connections.list(ConnectionRole.CARRIER).stream()
                .filter(row -> row.pluginId().equals(carrier))
                .map(ConnectionRow::id)
                .findFirst()
                .orElseGet(() -> connections.create(new NewConnection(
                        seller,
                        carrier,
                        carrier,
                        ConnectionRole.CARRIER,
                        carrier.equals("hermes") ? "Hermes" : carrier.toUpperCase(Locale.ROOT),
                        settings(account, sandbox))));
    }

    /** The sandbox names its credentials as the plugins do. */
    static List<Setting> settings(JsonNode account, SandboxControl sandbox) {
        if (account.isMissingNode()) {
            throw new IllegalArgumentException(
                    "The sandbox plays no such carrier. --carriers takes dhl,hermes,dpd,gls,ups.");
        }
        List<Setting> settings = new ArrayList<>();
        account.properties().forEach(field -> {
            String name = field.getKey();
            if (name.equals("billingNumbers")) {
                JsonNode numbers = field.getValue();
                settings.add(plain("billingNumberPaket", numbers.path("V01PAK").asString()));
                settings.add(
                        plain("billingNumberKleinpaket", numbers.path("V62KP").asString()));
                settings.add(plain(
                        "billingNumberInternational", numbers.path("V53WPAK").asString()));
                settings.add(
                        plain("billingNumberEuropaket", numbers.path("V54EPAK").asString()));
                settings.add(
                        plain("billingNumberWarenpost", numbers.path("V66WPI").asString()));
            } else if (name.equals("returnBillingNumber")) {
                settings.add(plain("billingNumberReturn", field.getValue().asString()));
            } else if (field.getValue().isValueNode()) {
                String value = field.getValue().asString();
                settings.add(SECRETS.contains(name) ? secret(name, value) : plain(name, value));
            }
        });
        settings.add(plain("baseUrl", sandbox.root().toString()));
        return settings;
    }

    /**
     * Where numbers come from when a parcel's own carrier brings none the channel takes: every second seller buys return labels, the others
     * have a pool.
     *
     * @param pool how many numbers it holds at first; 0 is plenty
     */
    void sources(SellerId seller, int place, Account account, Map<String, ConnectionId> open, int pool) {
        String back = account.returnCarrier();
        if (numbers.sources().stream().map(SourceRow::carrierCode).anyMatch(back::equals)) {
            return;
        }
        ConnectionId carrier = open.get(back.toLowerCase(Locale.ROOT));
        boolean sellsReturns = carrier != null && !back.equals("GLS");
        if (pool == 0 && sellsReturns && place % 2 == 0) {
            numbers.set(seller, back, new SourceWish(SourceKind.API, false, carrier, 0));
        } else {
            numbers.set(seller, back, new SourceWish(SourceKind.POOL, pool > 0, null, 20));
            fill(seller, account, 0, pool == 0 ? PLENTY : pool);
        }
    }

    /** The next numbers of the range the carrier gave the seller. */
    void fill(SellerId seller, Account account, int from, int count) {
        numbers.addRange(
                seller,
                account.returnCarrier(),
                number(account, seller.value() * 100_000 + from),
                number(account, seller.value() * 100_000 + from + count - 1));
    }

    private static String number(Account account, long serial) {
        return switch (account.returnCarrier()) {
            case "GLS" -> {
                String payload = "8%010d".formatted(serial);
                yield payload + CheckDigits.gls(payload);
            }
            case "HERMES" -> {
                String payload = "8%012d".formatted(serial);
                yield payload + CheckDigits.gs1(payload);
            }
            default -> {
                String payload = "6099%09d".formatted(serial);
                yield payload + CheckDigits.post(payload);
            }
        };
    }
}
