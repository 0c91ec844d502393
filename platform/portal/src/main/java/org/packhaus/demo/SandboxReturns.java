package org.packhaus.demo;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What the demo's buyers send back, what is in their boxes, and what the marketplace holds of it. See the sandbox's README. */
final class SandboxReturns {
    private final SandboxControl sandbox;

    SandboxReturns(SandboxControl sandbox) {
        this.sandbox = sandbox;
    }

    /** From now on so many of a hundred parcels that leave come back. */
    void choosyBuyers(long seed, int percent) {
        sandbox.post("/sandbox/buyers/choosy?seed=" + seed + "&percent=" + percent, "");
    }

    /** Has a whole order come back. @param how further parameters, each with its ampersand */
    void sendBack(String orderNumber, String how) {
        sandbox.post("/sandbox/returns?order=" + encoded(orderNumber) + how, "");
    }

    /**
     * A piece that comes back or was decided about.
     *
     * @param parcel absent if it was decided without one
     * @param bench what a careful person decides who opens the box
     * @param decisions all that arrived at the marketplace, refused ones too
     */
    record TrueReturn(
            String orderNumber,
            String salesOrderId,
            String piece,
            String sku,
            String status,
            String condition,
            String reason,
            boolean byMarketplace,
            Optional<Box> parcel,
            Optional<Told> bench,
            List<Told> decisions) {

        /** Whether it lies at the seller's door since before then. */
        boolean isThere(Instant before) {
            return parcel.filter(box -> !box.way().equals("MISDIRECTED"))
                    .flatMap(Box::arrivedAt)
                    .filter(at -> at.isBefore(before))
                    .isPresent();
        }

        boolean isDecided() {
            return status.equals("ACCEPTED") || status.equals("REJECTED");
        }
    }

    /** A parcel on its way back. */
    record Box(String number, String way, String state, Optional<Instant> arrivedAt) {}

    /** A decision, or what it should be. @param error why the marketplace refused it; empty if it did not */
    record Told(String verdict, String condition, String reason, String error) {
        boolean isTakenBack() {
            return verdict.equals("ACCEPT");
        }

        @Override
        public String toString() {
            return verdict + " " + condition + " " + reason + (error.isEmpty() ? "" : " (" + error + ")");
        }
    }

    List<TrueReturn> returns(String seller) {
        List<TrueReturn> returns = new ArrayList<>();
        for (JsonNode piece : sandbox.get("/sandbox/returns?seller=" + encoded(seller))) {
            List<Told> decisions = new ArrayList<>();
            piece.path("decisions").forEach(decision -> decisions.add(told(decision)));
            returns.add(new TrueReturn(
                    piece.path("orderNumber").asString(),
                    piece.path("salesOrderId").asString(),
                    piece.path("positionItemId").asString(),
                    piece.path("sku").asString(),
                    piece.path("status").asString(""),
                    piece.path("condition").asString(""),
                    piece.path("reason").asString(""),
                    piece.path("byMarketplace").asBoolean(false),
                    Optional.of(piece.path("parcel")).filter(JsonNode::isObject).map(SandboxReturns::box),
                    Optional.of(piece.path("bench")).filter(JsonNode::isObject).map(SandboxReturns::told),
                    decisions));
        }
        return returns;
    }

    private static Box box(JsonNode parcel) {
        JsonNode arrived = parcel.path("arrivedAt");
        return new Box(
                parcel.path("trackingNumber").asString(),
                parcel.path("way").asString(),
                parcel.path("state").asString(),
                arrived.isString() ? Optional.of(Instant.parse(arrived.asString())) : Optional.empty());
    }

    private static Told told(JsonNode decision) {
        return new Told(
                decision.path("verdict").asString(),
                decision.path("condition").asString(""),
                decision.path("reason").asString(""),
                decision.path("error").asString(""));
    }

    /** Part of a price that the marketplace gave back, or is about to. */
    record TrueReduction(String piece, BigDecimal amount, String status) {}

    List<TrueReduction> reductions(String seller) {
        List<TrueReduction> reductions = new ArrayList<>();
        for (JsonNode reduction : sandbox.get("/sandbox/reductions?seller=" + encoded(seller))) {
            reductions.add(new TrueReduction(
                    reduction.path("positionItemId").asString(),
                    reduction.path("amount").decimalValue(),
                    reduction.path("status").asString()));
        }
        return reductions;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
