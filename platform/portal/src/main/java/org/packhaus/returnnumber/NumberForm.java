package org.packhaus.returnnumber;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.packhaus.sdk.CheckDigits;

/**
 * What a return number of a carrier looks like, so that a mistyped one is found before a parcel leaves with it.
 *
 * @param digits all of them, the check digit last
 */
record NumberForm(String carrierCode, int digits, UnaryOperator<String> checked) {
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    /** All of them, the commonest first. */
    static final List<String> CARRIERS = List.of("DHL", "HERMES", "GLS");

    static NumberForm known(String carrierCode) {
        return of(carrierCode.strip())
                .orElseThrow(() -> new ReturnNumberException(
                        "return-carrier-unknown",
                        "Return numbers of “" + carrierCode + "” are not known; they are of "
                                + String.join(", ", CARRIERS) + ".",
                        carrierCode,
                        String.join(", ", CARRIERS)));
    }

    /** DHL: Identcode's rule over 13 digits. Hermes: GS1 over 13. GLS: GS1's weights and one more, over 11. */
    static Optional<NumberForm> of(String carrierCode) {
        return Stream.of(
                        new NumberForm("DHL", 14, payload -> payload + CheckDigits.post(payload)),
                        new NumberForm("HERMES", 14, payload -> payload + CheckDigits.gs1(payload)),
                        new NumberForm("GLS", 12, payload -> payload + CheckDigits.gls(payload)))
                .filter(form -> form.carrierCode().equals(carrierCode.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /** What is wrong with a number; empty if nothing is. */
    Optional<ReturnNumberException> fault(String number) {
        if (!DIGITS.matcher(number).matches() || number.length() != digits) {
            return Optional.of(new ReturnNumberException(
                    "return-number-form",
                    "“" + number + "” is not a return number of " + carrierCode + ": it has " + digits + " digits.",
                    number,
                    carrierCode,
                    String.valueOf(digits)));
        }
        String right = checked.apply(payload(number));
        String digit = right.substring(right.length() - 1);
        return right.equals(number)
                ? Optional.empty()
                : Optional.of(new ReturnNumberException(
                        "return-number-mistyped",
                        "“" + number + "” is mistyped: its check digit would be " + digit + ".",
                        number,
                        digit));
    }

    String payload(String number) {
        return number.substring(0, number.length() - 1);
    }

    /** The number with that serial, check digit and all. */
    String at(long serial) {
        return checked.apply(("%0" + (digits - 1) + "d").formatted(serial));
    }
}
