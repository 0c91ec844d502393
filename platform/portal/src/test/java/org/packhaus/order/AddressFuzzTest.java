package org.packhaus.order;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.CountryCode;

/** Addresses put together at random, in any field and any order: whatever comes of them, nothing may be lost. */
class AddressFuzzTest {
    private static final int ADDRESSES = 2_500;

    private static final List<String> COUNTRIES = List.of(
            "DE", "DE", "DE", "DE", "AT", "CH", "FR", "NL", "BE", "IT", "ES", "PL", "CZ", "HU", "FI", "IE", "PT", "RO",
            "GR", "US");
    private static final List<String> PIECES = List.of(
            "Lindenweg",
            "Hauptstr.",
            "Straße des 17. Juni",
            "Rue de Rivoli",
            "Via Roma",
            "Calle Mayor",
            "Q 7",
            "2. Querweg",
            "Plein 1944",
            "ul. 3 Maja",
            "Packstation",
            "Packstation 105",
            "Postfiliale 518",
            "Packetstation 105",
            "Hermes PaketShop",
            "Postfach 1234",
            "12345678",
            "PN 1234567",
            "Nr. 5",
            "5",
            "12 b",
            "5-7",
            "12/3/4",
            "12½",
            "1 1/3",
            "12 bis",
            "12-hs",
            "m. 5",
            "s/n",
            "-",
            "x",
            "0",
            "keine Angabe",
            "n/a",
            "Hinterhaus",
            "2. OG links",
            "Whg. 14",
            "Top 4",
            "bus 3",
            "c/o Müller",
            "z. Hd. Frau Öz",
            "Müller GmbH",
            "GmbH & Co. KG",
            "Anna",
            "Łukasz",
            "王伟",
            "Иван",
            "Ayşe Yıldız",
            "😀",
            "\u200B",
            "\t",
            "５",
            "&amp;",
            "MÃ¼ller",
            "M\uFFFDller",
            "anna@example.com",
            "Tel. 0171 2345678",
            "+49 221 123456",
            "10115",
            "D-10115",
            "1010",
            "A-1010",
            "00-950",
            "1012 AB",
            "Berlin",
            "Wien",
            "Germany",
            "Deutschland",
            "?",
            "(",
            ")",
            "1O115",
            "K.A.",
            "No",
            "Haus 4",
            "Block C",
            "l",
            "O",
            "#",
            "℅ Öz",
            "12,",
            ", 5");
    private static final List<String> JOINTS = List.of(" ", " ", " ", ", ", "", "/", " - ", "\n", "; ");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void nothingIsLost(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < ADDRESSES; i++) {
            Address address = new Address(
                    text(random, 2),
                    text(random, 3),
                    text(random, 3),
                    text(random, 4),
                    text(random, 2),
                    text(random, 2),
                    text(random, 3),
                    new CountryCode(one(random, COUNTRIES)),
                    random.nextInt(9) == 0 ? "0171 2345678" : "",
                    random.nextInt(9) == 0 ? "anna@example.com" : "");
            NothingLost.check(address, AddressReader.read(address, random.nextBoolean()));
        }
    }

    private static String text(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.append(one(random, PIECES)).append(i > 1 ? one(random, JOINTS) : "");
        }
        // Now and then longer than its column, which ends as it would when it is stored.
        return random.nextInt(200) == 0 ? "Am langen Weg ".repeat(20) + text : text.toString();
    }

    private static String one(Random random, List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
