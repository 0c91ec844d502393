package org.packhaus.sandbox.carrier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.packhaus.sandbox.otto.CarrierNews;
import org.packhaus.sandbox.web.Routes;
import org.packhaus.sandbox.world.Seller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A carrier as the rest of the sandbox sees one. */
public interface SandboxCarrier {

    /** Lower-case: names its accounts in a seller's JSON, its credentials, and its operations ({@code hermes.token}). */
    String key();

    /** As OTTO calls it: {@code HERMES}. */
    String code();

    void routes(Routes routes);

    /** What a seller got from the carrier to sign in with. */
    ObjectNode account(Seller seller);

    /** Every number that was handed out, voided ones too, as {@link Sale#charge()}. @param seller a key, or empty for all */
    ArrayNode charges(String seller);

    /** The label once more, as the carrier's own web portal prints it for people. */
    Optional<byte[]> reprint(String number);

    /** What OTTO hears about a number of this carrier's. */
    List<CarrierNews.News> news(String number, Instant now);

    /** Where a parcel was until now, as far as this carrier tells; empty for a number that is not its. */
    Optional<Travel> way(String number, Instant now);

    /** What has to survive a restart: numbers and charges. */
    JsonNode remember();

    void recall(JsonNode memory);

    void reset();
}
