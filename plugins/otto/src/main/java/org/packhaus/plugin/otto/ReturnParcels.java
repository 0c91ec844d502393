package org.packhaus.plugin.otto;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.packhaus.sdk.Calls;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.ReturnNumber;
import org.packhaus.sdk.ReturnParcel;
import org.packhaus.sdk.ReturnParcelPage;

/** OTTO ReturnShipments V1: where the parcels are that come back. */
final class ReturnParcels {
    private static final int MOST_ON_A_PAGE = 100;

    private final OttoApi api;

    ReturnParcels(OttoApi api) {
        this.api = api;
    }

    ReturnParcelPage page(Instant since, Optional<String> cursor, OttoSettings settings) throws PluginException {
        String path = "/v1/return-shipments?datefrom=" + OttoApi.encode(since.toString()) + "&limit=" + MOST_ON_A_PAGE
                + cursor.map(next -> "&next=" + next).orElse("");
        Calls.Answer answer = api.get(settings, Scope.SHIPPING, path);
        if (answer.status() == 404) {
            return new ReturnParcelPage(List.of(), Optional.empty());
        }
        if (!answer.isSuccess()) {
            throw OttoErrors.of(answer).rejected("returns-refused", "OTTO gives no return parcels", field -> field);
        }
        Json body = answer.json();
        if (!body.at("resources").isPresent()) {
            throw answer.lacks("holds no list of return parcels");
        }
        return new ReturnParcelPage(
                body.at("resources").each().flatMap(ReturnParcels::parcel).toList(), Links.next(body, "next"));
    }

    private static Stream<ReturnParcel> parcel(Json parcel) {
        Json key = parcel.at("trackingKey");
        String id = parcel.at("returnShipmentId").textOrEmpty();
        String number = key.at("trackingNumber").textOrEmpty();
        if (id.isEmpty() || number.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(new ReturnParcel(
                id,
                new ReturnNumber(key.at("carrier").textOrEmpty(), number),
                parcel.at("returnPositionItems")
                        .each()
                        // Called positionItemId everywhere else.
                        .map(item -> new ReturnParcel.Item(
                                item.at("salesOrderId").textOrEmpty(),
                                item.at("salesOrderPositionItemId").textOrEmpty()))
                        .toList(),
                steps(parcel)));
    }

    /** What is registered is announced, whether or not OTTO says so once more. */
    private static List<ReturnParcel.Step> steps(Json parcel) {
        List<ReturnParcel.Step> steps = parcel.at("states")
                .each()
                .flatMap(ReturnParcels::step)
                .sorted(java.util.Comparator.comparing(ReturnParcel.Step::at))
                .toList();
        return steps.isEmpty()
                ? OttoDates.parse(parcel.at("createdAt").textOrEmpty()).stream()
                        .map(at -> new ReturnParcel.Step(ReturnParcel.State.ANNOUNCED, at, ""))
                        .toList()
                : steps;
    }

    private static Stream<ReturnParcel.Step> step(Json step) {
        Optional<Instant> at = OttoDates.parse(step.at("occurredOn").textOrEmpty());
        return Stream.of(ReturnParcel.State.values())
                .filter(state -> state.name().equals(step.at("state").textOrEmpty()))
                .flatMap(state -> at.stream()
                        .map(when -> new ReturnParcel.Step(
                                state, when, step.at("statusText").textOrEmpty())));
    }
}
