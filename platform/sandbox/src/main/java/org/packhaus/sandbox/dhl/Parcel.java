package org.packhaus.sandbox.dhl;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.packhaus.sandbox.world.SandboxClock;
import tools.jackson.databind.JsonNode;

/** A shipment number that was handed out, and what it was asked for. Changed only while its {@link ParcelBook} is held. */
final class Parcel {

    private static final LocalTime CLOSE = LocalTime.of(18, 0);

    final String number;
    /** Empty without a return service. */
    final String returnNumber;

    final DhlAccess.Account account;
    /** The account that is charged: the first ten digits of the billing number. */
    final String charged;

    final JsonNode shipment;
    final Instant created;
    final Routing routing;
    boolean voided;

    /** Earlier than 18:00, when somebody asked for it. */
    @Nullable
    private Instant closed;

    Parcel(String number, String returnNumber, DhlAccess.Account account, JsonNode shipment, Instant created) {
        this.number = number;
        this.returnNumber = returnNumber;
        this.account = account;
        this.shipment = shipment;
        this.created = created;
        charged = shipment.path("billingNumber").asString().substring(0, 10);
        routing = Routing.of(
                Party.consignee(shipment.path("consignee")),
                shipment.path("product").asString());
    }

    String reference() {
        return shipment.path("refNo").asString("");
    }

    /** Whether it is a return label only. The buyer may never use it. */
    boolean isReturn() {
        return shipment.path("product").asString().equals(ParcelBook.RETURN);
    }

    /** A CN23 of its own; the small CN22 of Warenpost International is on the label. */
    boolean hasCustomsDocument() {
        return shipment.path("product").asString().equals("V53WPAK")
                && shipment.path("customs").isObject();
    }

    Party consignee() {
        return Party.consignee(shipment.path("consignee"));
    }

    Party shipper() {
        return Party.contact(shipment.path("shipper"));
    }

    /** Where a return goes: the address given for it, else back to the shipper. */
    Party returnTo() {
        JsonNode address = shipment.path("services").path("dhlRetoure").path("returnAddress");
        return address.isObject() ? Party.contact(address) : shipper();
    }

    int grams() {
        JsonNode weight = shipment.path("details").path("weight");
        double value = weight.path("value").asDouble(0);
        return (int) Math.round(weight.path("uom").asString("g").equals("kg") ? value * 1000 : value);
    }

    /** Can it still be fetched and cancelled? Each day at 18:00 the open shipments of the day are closed. */
    boolean open(Instant now) {
        return !voided && !isReturn() && now.isBefore(closedAt());
    }

    /** Whether somebody asked for it; what DHL closes by itself in the evening is left out. */
    boolean isManifested() {
        return closed != null;
    }

    void close(Instant now) {
        if (now.isBefore(closedAt())) {
            closed = now;
        }
    }

    /** When it was or will be closed. */
    Instant closedAt() {
        Instant early = closed;
        return early == null ? closesAt() : early;
    }

    String billingNumber() {
        return shipment.path("billingNumber").asString();
    }

    private Instant closesAt() {
        ZonedDateTime made = created.atZone(SandboxClock.BERLIN);
        LocalDate day = made.toLocalTime().isBefore(CLOSE)
                ? made.toLocalDate()
                : made.toLocalDate().plusDays(1);
        LocalDate shipDate = Optional.of(shipment.path("shipDate").asString(""))
                .filter(d -> !d.isEmpty())
                .map(LocalDate::parse)
                .orElse(day);
        LocalDate last = shipDate.isAfter(day) ? shipDate : day;
        return last.atTime(CLOSE).atZone(SandboxClock.BERLIN).toInstant();
    }
}
