package org.packhaus.plugin.ups;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.packhaus.sdk.Calls;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.Rejected;

/**
 * What UPS complains about: {@code {"response":{"errors":[{"code","message"}]}}}. It names no field, so the field is read out of
 * the message; UPS's codes are too many and too little documented for a table.
 */
record UpsErrors(int status, List<Problem> problems) {

    /** One complaint, in UPS's words. */
    record Problem(String code, String text) {
        private static final Pattern ABOUT_SENDER = Pattern.compile("ship ?from|shipper|origin");
        private static final Pattern ABOUT_RECEIVER = Pattern.compile("ship ?to|consignee|destination|receiver");

        /** The part of {@link org.packhaus.sdk.BookingRequest} it is about; empty if the message does not tell. */
        Optional<String> field() {
            String words = text.toLowerCase(Locale.ROOT);
            Optional<String> detail = detail(words);
            if (detail.isPresent()) {
                // Where no party is named, UPS means the receiver: the sender is the same every day.
                return detail.map(name -> (ABOUT_SENDER.matcher(words).find() ? "from." : "to.") + name);
            }
            if (words.contains("weight")) {
                return Optional.of("parcel.weight");
            }
            if (words.contains("dimension") || words.contains("length plus girth") || words.contains("oversize")) {
                return Optional.of("parcel.dimensions");
            }
            if (words.contains("reference number")) {
                return Optional.of("reference");
            }
            if (words.contains("service")) {
                return Optional.of("product");
            }
            return ABOUT_RECEIVER.matcher(words).find() ? Optional.of("to") : Optional.empty();
        }

        private static Optional<String> detail(String words) {
            if (words.contains("postal code") || words.contains("postcode")) {
                return Optional.of("postalCode");
            }
            if (words.contains("address line") || words.contains("street")) {
                return Optional.of("street");
            }
            if (words.contains("city")) {
                return Optional.of("city");
            }
            if (words.contains("country")) {
                return Optional.of("country");
            }
            if (words.contains("phone")) {
                return Optional.of("phone");
            }
            if (words.contains("attention name")
                    || words.contains("company name")
                    || words.contains("consignee name")) {
                return Optional.of("person");
            }
            return words.contains("email") || words.contains("e-mail") ? Optional.of("email") : Optional.empty();
        }

        private Rejected.Fault fault() {
            return new Rejected.Fault(field(), text);
        }
    }

    static UpsErrors of(Calls.Answer answer) throws PluginException {
        return of(answer.status(), answer.isSuccess() ? Json.MISSING : answer.json());
    }

    static UpsErrors of(int status, Json body) {
        return new UpsErrors(
                status,
                body.at("response")
                        .at("errors")
                        .each()
                        .map(error -> new Problem(
                                error.at("code").textOrEmpty(),
                                error.at("message").textOrEmpty()))
                        .toList());
    }

    boolean has(String code) {
        return problems.stream().anyMatch(problem -> problem.code().equals(code));
    }

    boolean mentions(String word) {
        return problems.stream()
                .anyMatch(problem -> problem.text().toLowerCase(Locale.ROOT).contains(word));
    }

    /** The account that pays, not the order, is what UPS refuses. */
    boolean isAboutAccount() {
        return mentions("shipper number") || mentions("shippernumber") || mentions("account number");
    }

    Rejected rejected(String whatFailed) {
        return new Rejected(
                "refused-by-carrier",
                whatFailed + ": " + this,
                problems.stream().map(Problem::fault).toList());
    }

    @Override
    public String toString() {
        if (problems.isEmpty()) {
            return "HTTP " + status + ".";
        }
        return String.join(
                " ",
                problems.stream()
                        .map(problem -> problem.text() + " [" + problem.code() + "]")
                        .toList());
    }
}
