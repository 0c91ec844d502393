package org.packhaus.shipment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.Confirmation;
import org.packhaus.sdk.Rejected.Fault;
import org.packhaus.sdk.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes the SDK's values into the ledger and reads them back. Classes of plugins never come here, so none is pinned. */
final class SdkJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(Service.class, ServiceKinds.class)
            .build();

    private SdkJson() {}

    /** A service is told by its record's name; the record says nothing else about its kind. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "service")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Service.Insurance.class, name = "insurance"),
        @JsonSubTypes.Type(value = Service.PreferredNeighbour.class, name = "neighbour"),
        @JsonSubTypes.Type(value = Service.PreferredLocation.class, name = "location"),
        @JsonSubTypes.Type(value = Service.PreferredDay.class, name = "day"),
        @JsonSubTypes.Type(value = Service.AgeCheck.class, name = "age"),
        @JsonSubTypes.Type(value = Service.IdentCheck.class, name = "ident"),
        @JsonSubTypes.Type(value = Service.Plain.class, name = "plain")
    })
    private interface ServiceKinds {}

    static String write(Object value) {
        return JSON.writeValueAsString(value);
    }

    static String writeFaults(List<Fault> faults) {
        return JSON.writeValueAsString(faults);
    }

    static BookingRequest readRequest(String json) {
        return JSON.readValue(json, BookingRequest.class);
    }

    static Confirmation readConfirmation(String json) {
        return JSON.readValue(json, Confirmation.class);
    }

    static List<Fault> readFaults(@Nullable String json) {
        return json == null ? List.of() : JSON.readValue(json, new TypeReference<List<Fault>>() {});
    }

    /** A list forgets what it is of, and with it how its services are told apart. */
    static String writeServices(List<Service> services) {
        return JSON.writerFor(new TypeReference<List<Service>>() {}).writeValueAsString(services);
    }

    static List<Service> readServices(String json) {
        return JSON.readValue(json, new TypeReference<List<Service>>() {});
    }

    static List<CarrierReason.Considered> readConsidered(String json) {
        return JSON.readValue(json, new TypeReference<List<CarrierReason.Considered>>() {});
    }

    static List<Long> readNumbers(String json) {
        return JSON.readValue(json, new TypeReference<List<Long>>() {});
    }

    static List<String> readTexts(@Nullable String json) {
        return json == null ? List.of() : JSON.readValue(json, new TypeReference<List<String>>() {});
    }
}
