package org.packhaus.plugin.dpd;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.packhaus.sdk.Calls;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.Rejected;

/**
 * What DPD complains about: {@code [{errorCode, errorMessage, errorOrigin}]}, or one of them without the brackets. A complaint
 * names its field only in the middle of its message, in the words of the META API or of Germany's older interface behind it.
 */
record DpdErrors(int status, List<Problem> problems) {

    /** DPD's words and ours, the longer ones first. */
    private static final List<Map.Entry<String, String>> WORDS = List.of(
            Map.entry("customeraccountnumber", "!customerNumber"),
            Map.entry("customerid", "!customerNumber"),
            Map.entry("sendingdepot", "!depot"),
            Map.entry("customerreferencenumber", "reference"),
            Map.entry("productcode", "product"),
            Map.entry("insurance", "services"),
            Map.entry("weight", "parcel.weight"),
            Map.entry("dimension", "parcel.dimensions"),
            Map.entry("housen", "*.houseNumber"),
            Map.entry("addressline", "*.addition"),
            Map.entry("street", "*.street"),
            Map.entry("zipcode", "*.postalCode"),
            Map.entry("postcode", "*.postalCode"),
            Map.entry("city", "*.city"),
            Map.entry("country", "*.country"),
            Map.entry("phone", "*.phone"),
            Map.entry("email", "*.email"),
            Map.entry("companyname", "*.company"),
            Map.entry("name", "*.person"));

    /** One complaint, in DPD's words. */
    record Problem(String code, String message) {

        /** The field in the words of {@link org.packhaus.sdk.BookingRequest}; empty if DPD names none. */
        Optional<String> field() {
            return said().filter(word -> !word.startsWith("!"));
        }

        /** The component of {@link DpdSettings}, if that is to blame. */
        Optional<String> component() {
            return said().filter(word -> word.startsWith("!")).map(word -> word.substring(1));
        }

        private Optional<String> said() {
            String text = message.toLowerCase(Locale.ROOT);
            String part = text.contains("sender") ? "from" : "to";
            Optional<String> word = WORDS.stream()
                    .filter(entry -> text.contains(entry.getKey()))
                    .map(entry -> entry.getValue().replace("*", part))
                    .findFirst();
            // Where a parcel goes is found by country and postcode.
            return word.or(() -> isRouting() ? Optional.of("to.postalCode") : Optional.empty());
        }

        boolean isRouting() {
            return code.startsWith("ROUTING");
        }

        String text() {
            String said = message.isEmpty() ? "error " + code : message + (code.isEmpty() ? "" : " [" + code + "]");
            return said.endsWith(".") ? said : said + ".";
        }
    }

    static DpdErrors of(Calls.Answer answer) throws PluginException {
        Json body = answer.isSuccess() ? Json.MISSING : answer.json();
        return new DpdErrors(
                answer.status(),
                body.each()
                        .map(error -> new Problem(
                                error.at("errorCode").textOrEmpty(),
                                error.at("errorMessage").textOrEmpty()))
                        .filter(problem ->
                                !problem.code().isEmpty() || !problem.message().isEmpty())
                        .toList());
    }

    /** What to throw for a purchase that was refused. */
    PluginException refusal(String orderNumber) {
        Optional<String> component =
                problems.stream().flatMap(p -> p.component().stream()).findFirst();
        if (component.isPresent()) {
            return new InvalidSettings(
                    "account-refused",
                    "DPD refuses the account's data: " + this + " They are in the contract with DPD.",
                    component.get());
        }
        return new Rejected(
                isAboutAddress() ? "address-refused" : "refused-by-carrier",
                "DPD sells no label for order " + orderNumber + ": " + this + remedy(),
                problems.stream()
                        .map(p -> new Rejected.Fault(p.field(), p.text()))
                        .toList());
    }

    private boolean isAboutAddress() {
        return problems.stream()
                .anyMatch(p -> p.field()
                        .filter(f -> f.startsWith("to.") || f.startsWith("from."))
                        .isPresent());
    }

    private String remedy() {
        if (problems.stream().anyMatch(Problem::isRouting)) {
            return " Check the postcode and the city, or choose another product.";
        }
        return isAboutAddress() ? " Correct the address." : "";
    }

    @Override
    public String toString() {
        return problems.isEmpty()
                ? "HTTP " + status + "."
                : String.join(" ", problems.stream().map(Problem::text).toList());
    }
}
