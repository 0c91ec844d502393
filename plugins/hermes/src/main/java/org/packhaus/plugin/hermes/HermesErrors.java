package org.packhaus.plugin.hermes;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.packhaus.sdk.Calls;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.Unavailable;

/**
 * What Hermes complains about. Orders and tracking send {@code listOfResultCodes} with a code ({@code e001} an error, {@code w036} a
 * warning, {@code i032} a remark) and a message; sign-in and refused tokens send OAuth's {@code error} and {@code error_description}.
 */
record HermesErrors(int status, List<Result> results) {
    private static final Pattern ATTRIBUTE = Pattern.compile("\\b(?:(receiver|sender)(?:Address|Name|Contact)\\.)?"
            + "(street|houseNumber|zipCode|town|countryCode|addressAddition[23]?|firstname|lastname|mail|mobile|phone"
            + "|notificationEmail|parcelWeight|parcelHeight|parcelWidth|parcelDepth|parcelVolume|parcelClass|productType"
            + "|clientReference2?)\\b");

    /** A code and Hermes's words for it. */
    record Result(String code, String message) {
        boolean isWarning() {
            return code.startsWith("w");
        }

        @Override
        public String toString() {
            return code.isEmpty() ? message : message + " (" + code + ")";
        }
    }

    static HermesErrors of(Calls.Answer answer) throws PluginException {
        return of(answer.status(), answer.isSuccess() ? Json.MISSING : answer.json());
    }

    static HermesErrors of(int status, Json body) {
        if (body.at("error").isPresent()) {
            return new HermesErrors(
                    status,
                    List.of(new Result(
                            body.at("error").textOrEmpty(),
                            body.at("error_description").textOrEmpty())));
        }
        return new HermesErrors(status, results(body));
    }

    static List<Result> results(Json body) {
        return body.at("listOfResultCodes").list().stream()
                .map(result -> new Result(
                        result.at("code").textOrEmpty(), result.at("message").textOrEmpty()))
                .toList();
    }

    boolean has(String... codes) {
        return results.stream().anyMatch(result -> Arrays.asList(codes).contains(result.code()));
    }

    /** What to throw for a purchase that Hermes refused: it says no with 4xx, and then nothing was bought. */
    PluginException refusal(String whatFailed) {
        if (has("e015", "e031", "e039", "e052", "e058")) {
            return new Unavailable("carrier-busy", whatFailed + " at the moment: " + this);
        }
        if (has("e023", "e033", "e041", "e047", "e053", "e054", "e059", "e083", "e084")) {
            return new InvalidSettings(
                    "account-refused",
                    whatFailed + ": " + this + " Ask your contact person at Hermes what this account may do.",
                    "user");
        }
        return new Rejected(
                "refused-by-carrier",
                whatFailed + ": " + this,
                results.stream()
                        .filter(result -> !result.isWarning())
                        .flatMap(result -> faults(result).stream())
                        .toList());
    }

    /** A fault for each attribute the message names, else one for the field that the code is about. */
    private static List<Rejected.Fault> faults(Result result) {
        Map<String, Rejected.Fault> faults = new LinkedHashMap<>();
        Matcher named = ATTRIBUTE.matcher(result.message());
        while (named.find()) {
            String field = field(named.group(1), named.group(2));
            faults.putIfAbsent(field, Rejected.Fault.of(field, result.toString()));
        }
        return faults.isEmpty()
                ? List.of(new Rejected.Fault(field(result.code()), result.toString()))
                : List.copyOf(faults.values());
    }

    /** An attribute in the words of {@link org.packhaus.sdk.BookingRequest}. */
    private static String field(String owner, String attribute) {
        String part = "sender".equals(owner) ? "from." : "to.";
        return switch (attribute) {
            case "street" -> part + "street";
            case "houseNumber" -> part + "houseNumber";
            case "zipCode" -> part + "postalCode";
            case "town" -> part + "city";
            case "countryCode" -> part + "country";
            case "firstname", "lastname" -> part + "person";
            case "mail", "notificationEmail" -> part + "email";
            case "mobile", "phone" -> part + "phone";
            case "parcelWeight" -> "parcel.weight";
            case "parcelHeight", "parcelWidth", "parcelDepth", "parcelVolume", "parcelClass" -> "parcel.dimensions";
            case "productType" -> "product";
            case "clientReference" -> "reference";
            case "clientReference2" -> "orderNumber";
            default -> part + "addition";
        };
    }

    private static Optional<String> field(String code) {
        return switch (code) {
            case "e067" -> Optional.of("parcel.weight");
            case "e010", "e011", "e012", "e013", "e016", "e077" -> Optional.of("parcel.dimensions");
            case "e071" -> Optional.of("to.street");
            case "e005", "e049" -> Optional.of("to.country");
            case "e072", "e073", "e074" -> Optional.of("product");
            case "e003", "e004", "e006", "e008", "e030", "e056", "e057", "e078", "e107", "e108" ->
                Optional.of("services");
            case "e061", "e096", "e100", "e105" -> Optional.of("paper");
            default -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return results.isEmpty()
                ? "HTTP " + status + "."
                : String.join(" ", results.stream().map(Result::toString).toList());
    }
}
