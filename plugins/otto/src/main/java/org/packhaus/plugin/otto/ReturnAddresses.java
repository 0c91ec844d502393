package org.packhaus.plugin.otto;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.packhaus.sdk.Calls;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.PluginException;

/** OTTO ReturnsWarehouse V2: where returns go and who brings them, as set in OTTO Partner Connect. Only read. */
final class ReturnAddresses {
    private static final String PATH = "/v2/returns-warehouse/addresses";

    private final OttoApi api;

    ReturnAddresses(OttoApi api) {
        this.api = api;
    }

    private record Carrier(String id, String name) {}

    /** What would make OTTO refuse shipments, each a sentence; empty if all is well or OTTO does not say. */
    List<String> doubts(OttoSettings settings) throws PluginException {
        Calls.Answer answer = api.get(settings, Scope.RETURN_ADDRESSES, PATH + "?limit=50&page=1");
        if (!answer.isSuccess()) {
            return List.of();
        }
        Set<Carrier> carriers = new LinkedHashSet<>();
        for (Json address : answer.json().list()) {
            carriers.addAll(carriers(address.at("returnAddressId").textOrEmpty(), settings));
        }
        return doubts(carriers, answer.json().list().isEmpty(), settings);
    }

    private List<Carrier> carriers(String address, OttoSettings settings) throws PluginException {
        Calls.Answer answer =
                api.get(settings, Scope.RETURN_ADDRESSES, PATH + "/" + OttoApi.encode(address) + "/carriers");
        return answer.isSuccess()
                ? answer.json().list().stream()
                        .map(carrier -> new Carrier(
                                carrier.at("returnAddressCarrierId").textOrEmpty(),
                                carrier.at("returnCarrier").textOrEmpty()))
                        .toList()
                : List.of();
    }

    private static List<String> doubts(Set<Carrier> carriers, boolean nowhere, OttoSettings settings) {
        if (nowhere) {
            return List.of("No return address is set in OTTO Partner Connect.");
        }
        List<String> doubts = new ArrayList<>();
        String own = settings.returnCarrier().name();
        if (carriers.stream().noneMatch(carrier -> carrier.name().equals(own))) {
            doubts.add("The return carrier " + own + " is not set in OTTO Partner Connect"
                    + (carriers.isEmpty()
                            ? "."
                            : ", but "
                                    + String.join(
                                            ", ",
                                            carriers.stream()
                                                    .map(Carrier::name)
                                                    .distinct()
                                                    .toList())
                                    + "."));
        }
        if (settings.returnAddressCarrierId().isEmpty() && carriers.size() > 1) {
            doubts.add("There are several return addresses or return carriers: enter the ID of the one to use.");
        }
        settings.returnAddressCarrierId()
                .filter(id ->
                        carriers.stream().noneMatch(carrier -> carrier.id().equalsIgnoreCase(id)))
                .ifPresent(id -> doubts.add("OTTO knows no return address with the ID that was entered."));
        return doubts;
    }
}
