package org.packhaus.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.packhaus.sdk.Address;

/** Slips as sellers would print them. */
final class Slips {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private Slips() {}

    static SlipContent plain() {
        return with(
                SlipLanguage.GERMAN,
                "bvx5jdtjd3",
                Address.to("Ümran Şahin-Groß")
                        .addition("c/o Łukasz Wiśniewski")
                        .street("Große Bäckerstraße", "12 b")
                        .city("20095", "Hamburg")
                        .build(),
                List.of(
                        line(
                                "KAF-0815-ROT",
                                "Kaffeebecher „Möwe“, handbemalt, mit Unterteller aus Eichenholz",
                                2,
                                "Farbe",
                                "Rot",
                                "Größe",
                                "300 ml"),
                        line(
                                "DECKE-ÄÖÜ-150",
                                "Wolldecke Nordwind aus recycelter Schurwolle",
                                1,
                                "Farbe",
                                "Nachtblau",
                                "Maße",
                                "150 × 200 cm"),
                        line("K-77", "Kerze", 1)),
                "Danke für deine Bestellung! Rückgaben meldest du bequem in deinem Konto an.");
    }

    static SlipContent appliance() {
        SlipContent plain = plain();
        return with(
                SlipLanguage.GERMAN,
                "c7k2m9pq4x",
                Address.to("Jürgen Weißenberg")
                        .company("Weißenberg & Söhne GmbH & Co. KG")
                        .street("Packstation", "145")
                        .addition("12345678")
                        .city("50667", "Köln")
                        .build(),
                List.of(
                        new SlipLine(
                                "WM-9000",
                                "S0A1B2C3",
                                "Waschmaschine Aqua 9000, 9 kg, 1400 U/min, Energieklasse A",
                                "4006381333931",
                                1,
                                Map.of("Farbe", "Weiß"),
                                true),
                        line("SCHL-2", "Zulaufschlauch 2,5 m", 12)),
                plain.closing());
    }

    static SlipContent chinese() {
        return with(
                SlipLanguage.CHINESE,
                "zh8s7d6f5g",
                Address.to("王小明")
                        .company("上海灯笼贸易有限公司")
                        .street("Jungfernstieg", "7")
                        .city("20354", "Hamburg")
                        .build(),
                List.of(
                        line("LAMP-红", "手工纸灯笼（大号，红色，附挂绳）", 3, "颜色", "红色", "尺寸", "40 厘米"),
                        line("TEE-1", "Grüner Tee 龙井 Longjing, 250 g", 1)),
                "感谢您的订购。");
    }

    static SlipContent english() {
        return with(
                SlipLanguage.ENGLISH,
                "en12345678",
                Address.to("Siobhán O’Neill")
                        .street("Rue de l’Église", "4")
                        .city("L-1458", "Luxembourg")
                        .country(new org.packhaus.sdk.CountryCode("LU"))
                        .build(),
                List.of(line("A-1", "Desk lamp", 1)),
                "");
    }

    static SlipContent of60Lines() {
        return with(
                SlipLanguage.GERMAN,
                "long60long",
                Address.to("Großbestellerin Öztürk")
                        .street("Lange Reihe", "60")
                        .city("20099", "Hamburg")
                        .build(),
                IntStream.rangeClosed(1, 60)
                        .mapToObj(i -> line(
                                "SKU-" + i,
                                "Artikel Nummer %d mit einem Namen, der manchmal länger ist%s"
                                        .formatted(
                                                i,
                                                i % 3 == 0
                                                        ? " und dann über zwei Zeilen läuft, weil er so lang ist"
                                                        : ""),
                                1 + i % 4,
                                "Farbe",
                                "Grün"))
                        .toList(),
                "Vielen Dank!");
    }

    static SlipContent hostile() {
        String endless = "Donaudampfschifffahrtsgesellschaft".repeat(40);
        return with(
                SlipLanguage.GERMAN,
                "evil\u0000\u001b[2J\u202e42",
                Address.to("\u202eremmargorP\u202c \u0007Böse\r\nZeile")
                        .company(endless)
                        .addition(endless)
                        .street(endless, "1\t\u2066x\u2069")
                        .city("12345", endless)
                        .build(),
                List.of(
                        new SlipLine(
                                endless,
                                endless,
                                endless + " \ud83d\ude00 שלום \ufffd \ud800x",
                                endless,
                                1234,
                                Map.of(endless, endless),
                                true),
                        line("", "", 1),
                        line("<script>alert(1)</script>", "%s ${jndi:ldap://x} {0} ' \"", 2)),
                ("Zeile\n" + endless + "\n").repeat(30));
    }

    static SlipContent withLogo(SlipContent slip, byte[] logo) {
        return said(slip, Optional.of(logo), slip.greeting());
    }

    static SlipContent greeting(SlipContent slip, String greeting) {
        return said(slip, slip.logo(), greeting);
    }

    private static SlipContent said(SlipContent slip, Optional<byte[]> logo, String greeting) {
        return new SlipContent(
                slip.seller(),
                slip.sender(),
                logo,
                slip.language(),
                slip.channel(),
                slip.deliverTo(),
                slip.orderNumber(),
                slip.orderedOn(),
                greeting,
                slip.lines(),
                slip.closing());
    }

    static SlipLine line(String sku, String title, int count, String... attributes) {
        Map<String, String> named = new java.util.LinkedHashMap<>();
        for (int i = 0; i < attributes.length; i += 2) {
            named.put(attributes[i], attributes[i + 1]);
        }
        return new SlipLine(sku, "S0K1L2M3", title, "4006381333931", count, named, false);
    }

    static SlipContent with(SlipLanguage language, String number, Address to, List<SlipLine> lines, String text) {
        Address sender = Address.to("")
                .company("Speicherstadt Handel GmbH")
                .street("Am Sandtorkai", "30")
                .city("20457", "Hamburg")
                .build();
        return new SlipContent(
                "Nordlicht Wohnen",
                sender,
                Optional.empty(),
                language,
                "OTTO",
                to,
                number,
                LocalDate.of(2026, 11, 21),
                "",
                lines,
                text);
    }
}
