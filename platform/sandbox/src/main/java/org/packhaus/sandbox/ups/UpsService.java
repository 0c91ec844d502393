package org.packhaus.sandbox.ups;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What UPS sells from Germany, and what it costs: an amount and so much a kilogram, more of both abroad. Prices are the sandbox's own. */
enum UpsService {
    STANDARD("11", "UPS STANDARD", "7.90", "0.45", 1, 3),
    EXPRESS_SAVER("65", "UPS SAVER", "19.80", "1.25", 1, 2),
    EXPRESS("07", "UPS EXPRESS", "24.60", "1.40", 1, 1);

    private static final BigDecimal ABROAD = new BigDecimal("2.1");
    private static final BigDecimal AGREED = new BigDecimal("0.82");

    private final String code;
    private final String title;
    private final BigDecimal base;
    private final BigDecimal perKilogram;
    private final int days;
    private final int daysAbroad;

    UpsService(String code, String title, String base, String perKilogram, int days, int daysAbroad) {
        this.code = code;
        this.title = title;
        this.base = new BigDecimal(base);
        this.perKilogram = new BigDecimal(perKilogram);
        this.days = days;
        this.daysAbroad = daysAbroad;
    }

    static Optional<UpsService> find(String code) {
        return Arrays.stream(values()).filter(s -> s.code.equals(code)).findFirst();
    }

    static UpsService of(String code) {
        return find(code).orElse(STANDARD);
    }

    String code() {
        return code;
    }

    String title() {
        return title;
    }

    int days(JsonNode shipment) {
        return isAbroad(shipment) ? daysAbroad : days;
    }

    /** Kilograms that are billed: the next half above the weight. */
    static BigDecimal billed(JsonNode shipment) {
        BigDecimal weight =
                new BigDecimal(shipment.at("/Package/0/PackageWeight/Weight").asString("1"));
        return weight.multiply(BigDecimal.TWO).setScale(0, RoundingMode.UP).divide(BigDecimal.TWO, 1, RoundingMode.UP);
    }

    BigDecimal listPrice(JsonNode shipment) {
        BigDecimal price = base.add(perKilogram.multiply(billed(shipment)));
        return (isAbroad(shipment) ? price.multiply(ABROAD) : price).setScale(2, RoundingMode.HALF_UP);
    }

    BigDecimal agreedPrice(JsonNode shipment) {
        return listPrice(shipment).multiply(AGREED).setScale(2, RoundingMode.HALF_UP);
    }

    private static boolean isAbroad(JsonNode shipment) {
        return !country(shipment, "Shipper").equals(country(shipment, "ShipTo"));
    }

    private static String country(JsonNode shipment, String party) {
        return shipment.at("/" + party + "/Address/CountryCode").asString("").toUpperCase(Locale.ROOT);
    }
}
