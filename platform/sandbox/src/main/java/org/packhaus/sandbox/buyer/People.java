package org.packhaus.sandbox.buyer;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.packhaus.sandbox.otto.Address;
import org.packhaus.sandbox.world.Places;

/** Makes up people and where they live. Postcode and city always fit each other. */
final class People {

    private record Name(String salutation, String first, String last) {}

    private static final List<String> WOMEN = List.of(
            "Käthe",
            "Änne",
            "Jördis",
            "Anneliese",
            "Sophie",
            "Mia",
            "Emilia",
            "Frauke",
            "Heike",
            "Renate",
            "Bärbel",
            "Rosalie",
            "Lene",
            "Ingrid",
            "Zoë",
            "Antje",
            "Ursula",
            "Sönnke",
            "Greta",
            "Marlene",
            "Birgit",
            "Hannelore");
    private static final List<String> MEN = List.of(
            "Jürgen",
            "Björn",
            "Günther",
            "Sören",
            "Karl-Heinz",
            "Lukas",
            "Finn",
            "Jörg",
            "Matthias",
            "Götz",
            "Emil",
            "Hans-Jürgen",
            "Rüdiger",
            "Torben",
            "Paul",
            "Ole",
            "Konrad",
            "Volker",
            "André",
            "Till",
            "Jakob",
            "Uwe");
    private static final List<String> LAST = List.of(
            "Müller",
            "Schäfer",
            "Groß",
            "Weiß",
            "Böhm",
            "Krüger",
            "Jäger",
            "Köhler",
            "Schröder",
            "Günther",
            "Voß",
            "Hübner",
            "Böttcher",
            "Lüdemann",
            "Süßmuth",
            "Fröhlich",
            "Brandt",
            "Sommer",
            "von der Heyde",
            "Möller",
            "Kästner",
            "Rößler",
            "Petersen",
            "Hansen",
            "Bürger",
            "Straßburger",
            "Meyer-Lüdenscheid",
            "Öhlschläger",
            "Zühlke",
            "Winkelmann",
            "Dörr",
            "Häberle",
            "Grünwald",
            "Strößenreuther",
            "Löwe",
            "Oßwald");
    private static final List<Name> FOREIGN = List.of(
            new Name("MS", "Ayşe", "Yıldız"),
            new Name("MR", "Mehmet", "Öztürk"),
            new Name("MS", "Gülşen", "Çağlar"),
            new Name("MR", "İbrahim", "Doğan"),
            new Name("MR", "Łukasz", "Wiśniewski"),
            new Name("MS", "Małgorzata", "Kowalczyk-Źrebak"),
            new Name("MR", "Grzegorz", "Brzęczyszczykiewicz"),
            new Name("MS", "Agnieszka", "Dąbrowska"),
            new Name("MS", "Xiùyīng", "Lǐ"),
            new Name("MR", "Wěi", "Zhāng"),
            new Name("MS", "Lü", "Jiāng"),
            new Name("MR", "Văn Đức", "Nguyễn"),
            new Name("MS", "Siobhán", "O'Connor"),
            new Name("MR", "Željko", "Šimić"),
            new Name("MS", "Zsófia", "Szőke"),
            new Name("MR", "Ștefan", "Țurcanu"));
    private static final List<String> STREETS = List.of(
            "Bahnhofstraße",
            "Hauptstraße",
            "Schillerstr.",
            "Goethestraße",
            "Am Mühlbach",
            "Königsallee",
            "Lindenweg",
            "Gartenstr.",
            "Birkenallee",
            "Kurt-Schumacher-Straße",
            "Rosa-Luxemburg-Straße",
            "Große Bleichen",
            "An der Stadtmauer",
            "Grüner Weg",
            "Brüderstr.",
            "Münsterplatz",
            "Zum Hölzchen",
            "Kirchgasse",
            "Dr.-Külz-Ring",
            "Schloßstraße",
            "Wörthstraße",
            "Öhmdwiesenweg",
            "Übersee-Promenade",
            "Ährenweg",
            "Bürgermeister-Smidt-Straße",
            "Alter Steinweg",
            "Höhenstraße",
            "Im Brühl",
            "Fasanenweg",
            "Weißdornweg");
    private static final List<String> COMPANIES = List.of(
            "Nordlicht Yachtservice|GmbH & Co. KG",
            "Bäckerei Süßmilch|e. K.",
            "Kanzlei Dr. Böhm & Partner|PartG mbB",
            "Müllerstöchter Café|GbR",
            "Architekturbüro Raumgefühl|GmbH",
            "TSV Grün-Weiß 1907|e. V.");
    private static final List<String> ADDITIONS = List.of(
            "Hinterhaus", "2. OG links", "Seiteneingang", "Whg. 14", "bei Krüger klingeln", "Aufgang B, 3. Etage");

    private final RandomGenerator random;

    People(RandomGenerator random) {
        this.random = random;
    }

    <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** Someone at an ordinary address. */
    Address someone() {
        return at(name(), one(STREETS), String.valueOf(1 + random.nextInt(180)), maybeAddition());
    }

    Address of(OrderKind kind) {
        return switch (kind) {
            case PACKSTATION -> at(name(), "Packstation", String.valueOf(101 + random.nextInt(120)), postNumber());
            case POST_OFFICE -> at(name(), "Postfiliale", String.valueOf(501 + random.nextInt(60)), postNumber());
            case HOUSE_LETTER ->
                at(name(), one(STREETS), (1 + random.nextInt(99)) + one(List.of(" b", "a", " c", "D")), "");
            case HOUSE_RANGE -> at(name(), one(STREETS), one(List.of("5-7", "12-14", "31 1/2", "8 - 10", "22/24")), "");
            case NUMBER_IN_STREET -> numberInStreet();
            case COMPANY -> company();
            case FOREIGN_NAME ->
                at(one(FOREIGN), one(STREETS), String.valueOf(1 + random.nextInt(180)), maybeAddition());
            default -> someone();
        };
    }

    private Address numberInStreet() {
        return random.nextBoolean()
                ? at(name(), one(STREETS) + " " + (1 + random.nextInt(150)) + one(List.of("", "a", " c")), "", "")
                : at(
                        name(),
                        one(List.of("Straße des 17. Juni", "Platz der 13 Bäume", "2. Querweg")),
                        String.valueOf(1 + random.nextInt(150)),
                        "");
    }

    private Address company() {
        String[] company = one(COMPANIES).split("\\|");
        Name person = name();
        return at(
                new Name("COMPANY", company[0], company[1]),
                one(STREETS),
                String.valueOf(1 + random.nextInt(120)),
                "c/o " + person.first() + " " + person.last());
    }

    private String postNumber() {
        return String.valueOf(10_000_000 + random.nextInt(900_000_000));
    }

    private String maybeAddition() {
        return random.nextInt(6) == 0 ? one(ADDITIONS) : "";
    }

    private Name name() {
        boolean woman = random.nextBoolean();
        return new Name(woman ? "MS" : "MR", one(woman ? WOMEN : MEN), one(LAST));
    }

    private Address at(Name name, String street, String house, String addition) {
        Places.Place place = one(Places.all());
        String title = random.nextInt(25) == 0 && !name.salutation().equals("COMPANY") ? "Dr." : "";
        return new Address(
                name.salutation(),
                title,
                name.first(),
                name.last(),
                street,
                house,
                addition,
                place.zip(),
                place.city(),
                "",
                "");
    }

    /** The pseudonymous address OTTO gives out for a buyer. */
    String pseudonym() {
        return Long.toString(Math.abs(random.nextLong()), 36) + "@customer.otto.market";
    }

    static String plainMail(Address address) {
        String name = Normalizer.normalize(address.firstName() + "." + address.lastName(), Normalizer.Form.NFD);
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z.]", "") + "@example.com";
    }

    String phone() {
        return "0171 " + (2_000_000 + random.nextInt(7_000_000));
    }
}
