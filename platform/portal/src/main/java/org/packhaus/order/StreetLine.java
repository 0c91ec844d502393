package org.packhaus.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.packhaus.sdk.CountryCode;

/**
 * A line with street and house number taken apart. Nothing is lost: every letter and digit of the line stands in one of the parts.
 *
 * @param rest what stood before the street or behind the number: floor, staircase, building
 * @param marker a {@code Nr.} before the number, which no carrier wants in its field
 */
record StreetLine(String street, String number, String rest, String marker) {
    /** Where the number comes first. */
    private static final Set<String> NUMBER_FIRST = Set.of("FR", "LU", "BE", "IE", "GB", "MT", "MC");

    private static final Pattern MANNHEIM =
            Pattern.compile("^(?<square>[A-U]\\s?\\d{1,2})(?:\\s*,\\s*|\\s+)(?<number>\\d.*)$");
    private static final Pattern TYPE_AT_END = Pattern.compile(
            "(?iu)(?:stra(?:ß|ss)e|str\\.?|weg|gasse|platz|allee|ring|ufer|damm|chaussee|steige?|stieg|pfad|graben"
                    + "|markt|promenade|kai|brücke|wall|winkel|bogen|anger|rain|garten|park|zeile|straat|laan|plein|gracht|kade|dijk|gata|gatan|vägen|vej|gade"
                    + "|katu|tie|ulice|utca|út|iela|cesta|gasse|gäßchen|weg\\.)$");
    private static final Pattern STREET_WORD = Pattern.compile(
            "(?iu)(?<!\\p{L})(?:rue|avenue|ave?\\.?|boulevard|bl?v?d\\.?|place|pl\\.?|chemin|ch\\.|allées?|impasse|route|rte"
                    + "|quai|cours|square|passage|sentier|via|viale|piazza|corso|vicolo|calle|c/|plaza|avenida|avda\\.?|paseo|rua|travessa|largo|street|st\\.?|road|rd\\.?|lane|drive"
                    + "|ulica|ul\\.?|aleja|al\\.|os\\.|pl\\.)(?!\\p{L})");
    private static final Pattern ARTICLE_AT_END = Pattern.compile(
            "(?iu)(?:^|[\\s'’])(?:der|den|des|dem|die|das|du|de|de\\s+la|les|la|le|van|von|del|della|delle|dei|di|do|da|dos|of|the|den|zu|l|d|dell|at)['’]?\\s*$");
    private static final Pattern MONTH = Pattern.compile(
            "(?iu)^(?:\\.|er|º|°)?\\s*(?:de\\s+|de\\s)?(?:januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober"
                    + "|november|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|gennaio|febbraio|marzo|aprile|maggio"
                    + "|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|enero|febrero|abril|mayo|junio|julio|septiembre|octubre|noviembre|diciembre"
                    + "|maart|mei|augustus|stycznia|maja|listopada|sierpnia|października|května|října|listopadu|února|srpna|de\\s+maio|de\\s+outubro)(?!\\p{L})");
    private static final Pattern MONTH_AT_END = Pattern.compile(
            "(?iu)(?:januar|märz|april|mai|juni|juli|august|september|oktober|november|décembre|novembre|septembre|juillet"
                    + "|juin|mars|maggio|aprile|settembre|novembre|mayo|maio)\\s*$");
    private static final Pattern ORDINAL = Pattern.compile(
            "^(?:\\.\\s*\\p{L}|(?:e|er|ère|re|ème|eme|nd|rd|th|ste|de|te|ª|º)(?!\\p{L})\\.?\\s*\\p{L})");
    private static final Pattern LEADING_ORDINAL =
            Pattern.compile("^\\d{1,3}(?:\\.\\s*\\p{L}|\\s?-?(?:e|er|ère|re|ème|eme|nd|rd|th|ste|de|te|ª|º)\\.?\\s)");
    private static final Pattern UNIT = Pattern.compile(
            "(?iu)^[\\s,;/|.–-]*(?:\\d{1,2}\\s?[.ºª°]|[IVX]{1,4}\\.|\\(|(?:hof|haus|gebäude|geb|whg|wohnung|wohn|wg|app|apt|apartment|appartement"
                    + "|og|eg|ug|dg|kg|stock|etage|hinterhaus|hinterhof|hh|vorderhaus|vh|sf|seitenflügel|seiteneingang|gartenhaus|aufgang|eingang|block|stiege|stg|top|tür|links"
                    + "|rechts|li|re|mitte|bei|c/o|zimmer|zi|raum|halle|tor|lgh|tv|th|mf|st|kl|ap|bl|sc|et|int|interno|scala|piano|piso|planta|puerta|pta|esc|escalera|izq|izda"
                    + "|dcha|drcha|esq|dto|bajo|ático|b[aâ]t|b[aâ]timent|appt|étage|résidence|res|box|unit|flat|floor|suite|vchod|patro|em|emelet|lok|m|nahe|neben|gegenüber|rückgebäude"
                    + "|rgb|rg|souterrain|parterre|hochparterre|laden|werk|zweiter|erster|dritter)(?![\\p{L}]))");
    private static final Pattern SEPARATOR = Pattern.compile("^\\s*(?:[,;/|]|[–-]\\s|\\.\\s*,)");
    private static final Pattern MARKER = Pattern.compile(
            "(?iu)(?:^|[\\s,;(–-]|(?<=\\p{L}\\.))(?<marker>nr|no|nro|num|núm|numero|número|numéro|hs\\.?\\s?-?\\s?nr|haus\\s?-?\\s?nr"
                    + "|haus\\s?-?\\s?nummer|hnr|nummer|č\\.?\\s?p|n\\s?[º°]|nº|n(?=\\.))\\s?[.:]*\\s*$");
    private static final Pattern GENERIC =
            Pattern.compile("(?iu)(?:straße|strasse|str\\.?|weg|ring|allee|block|siedlung|zeile|reihe|via|rue|street)");
    private static final Pattern YEAR = Pattern.compile("1[5-9]\\d{2}|20\\d{2}");

    private record Candidate(String before, String number, String after, String marker) {
        boolean closed() {
            return rest(after).isEmpty()
                    || SEPARATOR.matcher(after).find()
                    || UNIT.matcher(after).find();
        }

        boolean behindStreet() {
            return TYPE_AT_END.matcher(before).find();
        }
    }

    /** Takes the line apart; empty when it holds no house number, or when it is not clear which of its numbers it is. */
    static Optional<StreetLine> read(String line, CountryCode country) {
        Matcher mannheim = MANNHEIM.matcher(line);
        if (country.equals(CountryCode.DE)
                && mannheim.matches()
                && HouseNumbers.is(mannheim.group("number").strip(), country)) {
            return Optional.of(new StreetLine(
                    mannheim.group("square"), mannheim.group("number").strip(), "", ""));
        }
        if (NUMBER_FIRST.contains(country.code())) {
            Optional<StreetLine> first = numberFirst(line, country);
            if (first.isPresent()) {
                return first;
            }
        }
        List<Candidate> candidates = candidates(line, country);
        if (candidates.isEmpty()) {
            return NUMBER_FIRST.contains(country.code()) ? Optional.empty() : leading(line, country);
        }
        if (Character.isDigit(line.charAt(0))
                && leading(line, country).isPresent()
                && !LEADING_ORDINAL.matcher(line).find()) {
            return Optional.empty();
        }
        return chosen(candidates).map(StreetLine::of);
    }

    /** Whether every number in the line belongs to the street's name: “Straße des 17. Juni” is no address yet. */
    static boolean onlyNames(String line, CountryCode country) {
        boolean oddities = line.matches("(?iu).*\\d\\p{L}.*|.*\\p{L}\\d.*|.*(?<!\\p{L})km(?!\\p{L}).*");
        boolean bareType = candidates(line, country).stream()
                .anyMatch(c -> GENERIC.matcher(c.before().strip()).matches());
        return !oddities && !bareType && candidates(line, country).isEmpty();
    }

    /** Whether the line has a word that only streets have. */
    static boolean looksLikeStreet(String line) {
        Matcher number = Pattern.compile("\\s*,?\\s*\\d.*$").matcher(line);
        String name = number.find() && number.start() > 0 ? line.substring(0, number.start()) : line;
        return TYPE_AT_END.matcher(name.strip()).find()
                || STREET_WORD.matcher(name).find();
    }

    StreetLine withoutRest() {
        return new StreetLine(street, number, "", marker);
    }

    private static Optional<Candidate> chosen(List<Candidate> candidates) {
        Optional<Candidate> marked =
                candidates.stream().filter(c -> !c.marker().isEmpty()).findFirst();
        if (marked.isPresent()) {
            return marked;
        }
        Candidate first = candidates.getFirst();
        if (candidates.size() == 1) {
            boolean bareType = GENERIC.matcher(first.before().strip()).matches();
            return Optional.of(first).filter(c -> !bareType && (c.closed() || c.behindStreet()));
        }
        Candidate last = candidates.getLast();
        if (GENERIC.matcher(first.before().strip()).matches()) {
            return candidates.size() == 2 && last.after().isBlank() ? Optional.of(last) : Optional.empty();
        }
        if (first.behindStreet() || first.closed() && !first.after().isBlank()) {
            return Optional.of(first);
        }
        return Optional.of(last)
                .filter(c -> candidates.size() == 2
                        && c.after().isBlank()
                        && first.after().strip().chars().anyMatch(Character::isLetter));
    }

    private static List<Candidate> candidates(String line, CountryCode country) {
        List<Candidate> found = new ArrayList<>();
        Matcher number = HouseNumbers.in(line, country);
        int from = 0;
        while (from < line.length() && number.find(from)) {
            String before = line.substring(0, number.start());
            String after = line.substring(number.end());
            Matcher marker = MARKER.matcher(before);
            String marked = marker.find() ? marker.group("marker") : "";
            String name = marked.isEmpty() ? before : before.substring(0, marker.start("marker"));
            boolean counts = name.chars().anyMatch(Character::isLetter)
                    && (!marked.isEmpty() || !partOfName(name, number.group("number"), after));
            if (counts) {
                found.add(new Candidate(LineText.tidy(name), number.group("number"), after, marked));
                from = number.end();
            } else {
                from = digitsEnd(line, number.start());
            }
        }
        return found;
    }

    private static int digitsEnd(String line, int start) {
        int end = start;
        while (end < line.length() && Character.isDigit(line.charAt(end))) {
            end++;
        }
        return end;
    }

    /** “Straße des 17. Juni”, “Platz der 13 Bäume”, “Place du 8 Mai 1945”, “Plein 1944 5”. */
    private static boolean partOfName(String before, String number, String after) {
        String next = after.strip();
        if (MONTH.matcher(after).find() || before.toLowerCase(Locale.ROOT).endsWith("km ")) {
            return true;
        }
        if (YEAR.matcher(number).matches() && (MONTH_AT_END.matcher(before).find() || next.matches("\\d.*"))) {
            return true;
        }
        if (ORDINAL.matcher(after).find()
                && !UNIT.matcher(after).find()
                && !TYPE_AT_END.matcher(before.strip()).find()) {
            return true;
        }
        boolean word = !next.isEmpty()
                && Character.isLetter(next.charAt(0))
                && !UNIT.matcher(after).find();
        return word && ARTICLE_AT_END.matcher(before).find();
    }

    private static StreetLine of(Candidate candidate) {
        String street = candidate.before();
        String ahead = "";
        int comma = street.lastIndexOf(',');
        if (comma > 0 && !looksLikeStreet(street.substring(0, comma)) && looksLikeStreet(street.substring(comma + 1))) {
            ahead = LineText.tidy(street.substring(0, comma));
            street = LineText.tidy(street.substring(comma + 1));
        }
        return new StreetLine(
                street,
                candidate.number().strip(),
                AddressDraft.join(ahead, rest(candidate.after())),
                candidate.marker());
    }

    private static String rest(String after) {
        return after.replaceFirst("^[\\s,;|/.:–—-]+", "").strip();
    }

    /** “12, Rue de Rivoli”, and with a building before it: “Bât. C, 12 rue de Rivoli”. */
    private static Optional<StreetLine> numberFirst(String line, CountryCode country) {
        String[] pieces = line.split("\\s*,\\s*");
        for (int i = 0; i < pieces.length; i++) {
            String piece = pieces[i];
            if (piece.isEmpty() || !Character.isDigit(piece.charAt(0))) {
                continue;
            }
            boolean alone = HouseNumbers.is(piece, country)
                    && i + 1 < pieces.length
                    && STREET_WORD.matcher(pieces[i + 1]).find();
            Optional<StreetLine> found = alone
                    ? Optional.of(new StreetLine(pieces[i + 1], piece, "", ""))
                    : leading(piece, country)
                            .filter(read -> pieces.length == 1
                                    || STREET_WORD.matcher(read.street()).find());
            if (found.isPresent()) {
                List<String> others = new ArrayList<>(List.of(pieces));
                others.remove(i);
                if (alone) {
                    others.remove(i);
                }
                StreetLine read = found.get();
                return Optional.of(new StreetLine(read.street(), read.number(), String.join(", ", others), ""));
            }
        }
        return Optional.empty();
    }

    private static Optional<StreetLine> leading(String line, CountryCode country) {
        Matcher number = HouseNumbers.in(line, country);
        if (!number.find()
                || number.start() != 0
                || LEADING_ORDINAL.matcher(line).find()) {
            return Optional.empty();
        }
        String street =
                line.substring(number.end()).replaceFirst("^[\\s,;–-]+", "").strip();
        boolean named = street.length() > 2
                && street.chars().filter(Character::isLetter).count() > 1;
        return named ? Optional.of(new StreetLine(street, number.group("number").strip(), "", "")) : Optional.empty();
    }
}
