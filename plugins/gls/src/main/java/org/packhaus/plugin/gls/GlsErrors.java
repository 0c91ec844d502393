package org.packhaus.plugin.gls;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.packhaus.sdk.Calls;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.Rejected;

/**
 * What GLS complains about. ShipIT says it in the HTTP headers {@code error} and {@code message} and leaves the body empty; the
 * gateway before it has JSON ({@code fault.faultstring}), the token service another ({@code errors[].message}).
 *
 * @param error a code such as {@code INVALID_FIELD_VALUE}; empty if there was none
 * @param message in GLS's words; may be empty
 */
record GlsErrors(int status, String error, String message) {
    private static final Pattern PATH = Pattern.compile("\\b(?:Shipment|PrintingOptions)(?:\\.\\w+|\\[\\d+])*");

    static GlsErrors of(Calls.Answer answer) throws PluginException {
        Json body = answer.isSuccess() ? Json.MISSING : answer.json();
        String message = answer.header("message")
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .or(() -> body.at("fault").at("faultstring").text())
                .or(() -> body.at("errors").at(0).at("message").text())
                .orElseGet(() -> body.at("detail").textOrEmpty());
        return new GlsErrors(answer.status(), answer.header("error").orElse("").strip(), message);
    }

    /** The field GLS names, in the words of {@link org.packhaus.sdk.BookingRequest}. */
    Optional<String> field() {
        Matcher path = PATH.matcher(message);
        return path.find() ? Optional.of(ours(path.group())) : Optional.empty();
    }

    private static String ours(String path) {
        String field = path.replaceAll("\\[\\d+]", "")
                .replaceFirst("^PrintingOptions\\b.*", "paper")
                .replaceFirst("^Shipment\\.", "")
                .replaceFirst("^ShipmentUnit\\.Weight$", "parcel.weight")
                .replaceFirst("^ShipmentUnit\\.Service\\b.*|^Service\\b.*", "services")
                .replaceFirst("^ShipmentUnit\\.ShipmentUnitReference$", "orderNumber")
                .replaceFirst("^ShipmentReference$", "reference")
                .replaceFirst("^ShippingDate$", "shipDate")
                .replaceFirst("^Product$", "product")
                .replaceFirst("^Consignee\\.Address\\b", "to")
                .replaceFirst("^Shipper\\.(AlternativeShipperAddress|Address)\\b", "from")
                .replaceFirst("^Return\\.Address\\b", "returnTo");
        int dot = field.indexOf('.');
        return dot < 0 ? field : field.substring(0, dot) + "." + part(field.substring(dot + 1));
    }

    private static String part(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "name1" -> "person";
            case "name2", "name3" -> "addition";
            case "street" -> "street";
            case "streetnumber" -> "houseNumber";
            case "zipcode" -> "postalCode";
            case "city" -> "city";
            case "countrycode" -> "country";
            case "email" -> "email";
            case "mobilephonenumber", "fixedlinephonenumber" -> "phone";
            default -> name;
        };
    }

    /** Whether GLS complains about something the connection's settings hold. */
    boolean isAboutContact() {
        return message.contains("ContactID");
    }

    /** Whether GLS does not know the parcel that was asked for: no document says how it words that. */
    boolean isUnknownParcel() {
        String all = (error + " " + message).toUpperCase(Locale.ROOT);
        return status == 404
                || all.contains("NOT_FOUND")
                || all.contains("NOT FOUND")
                || all.contains("NO_DATA")
                || (error.equals("INVALID_FIELD_VALUE") && (all.contains("PARCELNUMBER") || all.contains("TRACKID")));
    }

    Rejected rejected(String whatFailed) {
        Optional<String> field = field();
        boolean isAddress =
                field.filter(name -> name.matches("(to|from|returnTo)\\..*")).isPresent();
        return new Rejected(
                isAddress ? "address-not-codeable" : "refused-by-carrier",
                whatFailed + ": " + this + (isAddress ? " Correct the address." : ""),
                field.map(name -> List.of(Rejected.Fault.of(name, toString()))).orElse(List.of()));
    }

    @Override
    public String toString() {
        String text = message.isEmpty() ? error : message;
        return text.isEmpty() ? "HTTP " + status + "." : text;
    }
}
