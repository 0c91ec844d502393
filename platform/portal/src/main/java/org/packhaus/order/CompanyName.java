package org.packhaus.order;

import static org.packhaus.order.AddressDraft.Weight.NOTE;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.packhaus.sdk.Address;

/** A company in the name's line; carriers have a line of its own for it, and sort by it. */
final class CompanyName {
    private static final Pattern LEGAL_FORM = Pattern.compile("(?u)(?<![\\p{L}\\d])(?:"
            + "(?i:g?gmbh|ges\\.?m\\.?b\\.?h\\.?|g\\.m\\.b\\.h\\.?|mbh|e\\.\\s?k\\.|e\\.\\s?v\\.|sp\\.\\s?z\\s?o\\.?\\s?o\\.?|"
            + "s\\.\\s?r\\.\\s?o\\.|d\\.\\s?o\\.\\s?o\\.|s\\.\\s?r\\.\\s?l\\.|s\\.\\s?p\\.\\s?a\\.|b\\.\\s?v\\.|n\\.\\s?v\\.|s\\.à\\.?\\s?r\\.?\\s?l\\.?)"
            + "|UG(?:\\s?\\(haftungsbeschränkt\\))?|AG|KGaA|KG|OHG|oHG|GbR|eG|PartG(?:\\s?mbB)?|Ltd\\.?|LLC|Inc\\.|SARL|SpA|BV|NV|SAS|"
            + "S\\.A\\.|S\\.L\\.|Lda\\.?|Kft\\.?|ApS|A/S|Oy|OÜ|UAB|SIA)(?!\\p{L})");
    private static final Pattern SEPARATOR = Pattern.compile("\\s*[,;|]\\s*|\\s+[–/-]\\s+|\\s*\\n\\s*");
    private static final Pattern CONTINUES = Pattern.compile("(?i)^\\s*(?:&|und\\b|\\+|co\\b|\\()");

    private CompanyName() {}

    static void read(AddressDraft draft) {
        String person = draft.get(AddressPart.PERSON);
        if (!draft.get(AddressPart.COMPANY).isEmpty()) {
            return;
        }
        Matcher form = LEGAL_FORM.matcher(person);
        if (!form.find()) {
            return;
        }
        List<String> lines = Stream.of(SEPARATOR.split(person))
                .filter(line -> !line.isBlank())
                .toList();
        List<String> companies =
                lines.stream().filter(line -> LEGAL_FORM.matcher(line).find()).toList();
        String company = person;
        String name = "";
        if (lines.size() == 2 && companies.size() == 1) {
            company = companies.getFirst();
            name = lines.getFirst().equals(company) ? lines.getLast() : lines.getFirst();
        } else if (lines.size() == 1) {
            int end = form.end();
            while (form.find()) {
                end = form.end();
            }
            String rest = person.substring(end);
            if (rest.chars().anyMatch(Character::isLetter)
                    && !CONTINUES.matcher(rest).find()) {
                company = person.substring(0, end);
                name = LineText.tidy(rest);
            }
        }
        Address better = AddressPart.PERSON.in(AddressPart.COMPANY.in(draft.now(), company), name);
        draft.propose(
                NOTE,
                "company-in-name",
                AddressPart.COMPANY,
                "A company stands in the line for the name.",
                better,
                null);
    }
}
