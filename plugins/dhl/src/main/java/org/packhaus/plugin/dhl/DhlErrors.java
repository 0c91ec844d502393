package org.packhaus.plugin.dhl;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.Rejected;

/**
 * What DHL complains about. It has three shapes: a bare status (gateway), items with {@code propertyPath} and {@code message}
 * (schema), items with {@code validationMessages} (address and contract).
 */
record DhlErrors(int status, String title, List<Problem> problems) {

    /** One complaint about one property, in DHL's words. */
    record Problem(String property, String text, boolean isWarning) {
        Rejected.Fault fault() {
            return new Rejected.Fault(Optional.of(field()).filter(field -> !field.isEmpty()), text);
        }

        /** The property in the words of {@link org.packhaus.sdk.BookingRequest}. */
        String field() {
            return property.replaceFirst("^shipments\\[\\d+]\\.?", "")
                    .replaceFirst("^services\\.dhlRetoure\\.returnAddress|^dhlRetoure\\.returnAddress", "returnTo")
                    .replaceFirst("^(services\\.)?dhlRetoure\\b.*", "returnTo")
                    .replaceFirst("^consignee", "to")
                    .replaceFirst("^shipper", "from")
                    .replaceFirst("^(details\\.)?(dimension\\.)?weight\\b.*", "parcel.weight")
                    .replaceFirst("^(details\\.)?dim(ension)?\\b.*", "parcel.dimensions")
                    .replaceFirst("^refNo$", "reference")
                    .replaceFirst("^customs\\.items\\[(\\d+)]\\.itemValue\\b.*", "parcel.contents[$1].value")
                    .replaceFirst("^customs\\.items\\[(\\d+)].*", "parcel.contents[$1].commodity")
                    .replaceFirst("^customs\\.items$", "parcel.contents")
                    .replaceFirst("^customs\\b.*", "parcel.customs")
                    .replaceFirst("^services\\b.*", "services")
                    .replaceFirst("\\.(name1|name)$", ".person")
                    .replaceFirst("\\.(name2|name3|postNumber)$", ".addition")
                    .replaceFirst("\\.addressStreet$", ".street")
                    .replaceFirst("\\.addressHouse$", ".houseNumber")
                    .replaceFirst("\\.(lockerID|retailID)$", ".street");
        }
    }

    static DhlErrors of(int status, Json body) {
        Json head = body.at("status").at("title").isPresent() ? body.at("status") : body;
        String title = head.at("detail").textOrEmpty().isEmpty()
                ? head.at("title").textOrEmpty()
                : head.at("detail").textOrEmpty();
        return new DhlErrors(
                status,
                title,
                body.at("items").list().stream().flatMap(DhlErrors::problems).toList());
    }

    /** The complaints about one shipment. */
    static Stream<Problem> problems(Json item) {
        Stream<Problem> schema = item.at("message").isPresent()
                ? Stream.of(new Problem(
                        item.at("propertyPath").textOrEmpty(),
                        item.at("message").textOrEmpty(),
                        false))
                : Stream.empty();
        Stream<Problem> validation = item.at("validationMessages").list().stream()
                .map(message -> new Problem(
                        message.at("property").textOrEmpty(),
                        message.at("validationMessage").textOrEmpty(),
                        message.at("validationState").textOrEmpty().equals("Warning")));
        return Stream.concat(schema, validation);
    }

    boolean isAbout(String word) {
        return problems.stream().anyMatch(problem -> problem.property().endsWith(word));
    }

    /** DHL could not find the address: it says so with mere warnings, which count because of {@code mustEncode}. */
    boolean isAddressNotFound() {
        return !problems.isEmpty()
                && problems.stream()
                        .allMatch(problem -> problem.field().startsWith("to")
                                || problem.field().startsWith("from")
                                || problem.field().startsWith("returnTo"));
    }

    Rejected rejected(String whatFailed) {
        return new Rejected(
                isAddressNotFound() ? "address-not-codeable" : "refused-by-carrier",
                whatFailed + ": " + this + (isAddressNotFound() ? " Correct the address." : ""),
                problems.stream().map(Problem::fault).toList());
    }

    @Override
    public String toString() {
        if (problems.isEmpty()) {
            return title.isEmpty() ? "HTTP " + status + "." : title;
        }
        return String.join(" ", problems.stream().map(Problem::text).toList());
    }
}
