package org.packhaus.labelcheck;

import java.util.List;
import java.util.regex.Pattern;

/** Which barcodes the carriers print, from their label guides and not from what was read: one pattern for each, with the number in it. */
final class CarrierCodes {
    private CarrierCodes() {}

    static List<Pattern> on(StoredLabel label) {
        String number = Pattern.quote(label.number());
        return switch (label.carrier()) {
            // The routing code (Leitcode), and the number: as SSCC, or as 2 of 5 on the way back.
            case "DHL" -> patterns("\\d{14}", number);
            case "HERMES" -> patterns(number);
            // % postcode, number, service, country; and the number alone.
            case "DPD" -> patterns("%[0-9A-Z]{7}" + number + "\\d{6}", number);
            // A square code with its own number and this one, and this one alone.
            case "GLS" -> patterns("GLS\\|.*" + number + ".*", number);
            case "UPS" -> patterns(number);
            default -> throw new IllegalArgumentException("What does " + label.carrier() + " print?");
        };
    }

    /** Whether one of them is square, which takes another reader. */
    static boolean hasMatrix(StoredLabel label) {
        return label.carrier().equals("GLS");
    }

    private static List<Pattern> patterns(String... patterns) {
        return List.of(patterns).stream().map(Pattern::compile).toList();
    }
}
