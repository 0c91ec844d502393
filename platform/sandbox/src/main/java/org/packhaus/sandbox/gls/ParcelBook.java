package org.packhaus.sandbox.gls;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.packhaus.sandbox.carrier.Roads;
import org.packhaus.sandbox.carrier.Sale;
import org.packhaus.sandbox.carrier.Sales;
import org.packhaus.sandbox.world.SandboxClock;
import org.packhaus.sandbox.world.Seller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every parcel that was sold, by any of its names. */
final class ParcelBook {

    private final SandboxClock clock;
    private final Sales sales;

    ParcelBook(SandboxClock clock, Roads roads) {
        this.clock = clock;
        sales = new Sales(roads);
    }

    Sales sales() {
        return sales;
    }

    /** @param city the receiver's */
    Parcel sell(Seller seller, JsonNode shipment, boolean withReturn, String city) {
        int serial = sales.nextSerial();
        int back = withReturn ? sales.nextSerial() : 0;
        Sale sale = Sale.outbound(
                "GLS",
                GlsAccess.contactId(seller),
                seller.key(),
                shipment.path("Product").asString(),
                shipment.path("ShipmentReference").path(0).asString(""),
                GlsNumbers.parcelNumber(serial),
                clock.now(),
                city,
                Parcel.details(shipment, GlsNumbers.trackId(serial), withReturn ? GlsNumbers.trackId(back) : ""));
        return new Parcel(sales.add(withReturn ? sale.withReturn(GlsNumbers.parcelNumber(back)) : sale), false);
    }

    /** By parcel number, 12 digits or without the check digit, or by track ID; the way back by its own. */
    Optional<Parcel> parcel(String name) {
        String number = name.matches("\\d{11}") ? GlsNumbers.withCheckDigit(name) : name;
        Optional<Parcel> outbound = sales.find(number).map(sale -> new Parcel(sale, false));
        return outbound.or(() -> sales.all().stream()
                .map(sale -> new Parcel(sale, false))
                .flatMap(p -> java.util.stream.Stream.concat(java.util.stream.Stream.of(p), p.back().stream()))
                .filter(p -> p.trackId().equals(name) || p.number().equals(number))
                .findFirst());
    }

    /** One that the seller may still handle. */
    Optional<Parcel> open(Seller seller, String name) {
        return parcel(name)
                .filter(p -> p.sale().seller().equals(seller.key()) && !p.sale().voided());
    }

    Optional<Parcel> byReference(Seller seller, String reference) {
        return sales.byReference(seller.key(), reference).stream()
                .filter(sale -> !sale.voided())
                .map(sale -> new Parcel(sale, false))
                .findFirst();
    }

    void cancel(Parcel parcel) {
        sales.change(parcel.sale().number(), Sale::givenBack);
    }

    /** Notes that a cancellation was asked for. @return whether it had been before */
    boolean noteCancellation(Parcel parcel) {
        boolean noted = parcel.sale().details().path("cancelling").asBoolean(false);
        sales.change(parcel.sale().number(), sale -> with(sale, "cancelling"));
        return noted;
    }

    /** Closes whatever was sold until that day and is not closed yet. */
    synchronized List<Parcel> close(Seller seller, LocalDate day) {
        List<Parcel> closed = new ArrayList<>();
        for (Sale sale : sales.all()) {
            LocalDate sold = sale.at().atZone(SandboxClock.BERLIN).toLocalDate();
            if (sale.seller().equals(seller.key()) && !sale.voided() && !sale.closed() && !sold.isAfter(day)) {
                sales.change(sale.number(), s -> with(s, "").inDayEnd())
                        .map(s -> new Parcel(s, false))
                        .ifPresent(closed::add);
            }
        }
        return closed;
    }

    /** The same sale with what happened to it noted. @param mark empty: it is closed now */
    private Sale with(Sale sale, String mark) {
        ObjectNode details = (ObjectNode) sale.details().deepCopy();
        if (mark.isEmpty()) {
            details.put("closedAt", clock.now().toString());
        } else {
            details.put(mark, true);
        }
        return new Sale(
                sale.carrier(),
                sale.account(),
                sale.seller(),
                sale.product(),
                sale.reference(),
                sale.number(),
                sale.returnNumber(),
                sale.purpose(),
                sale.at(),
                sale.voided(),
                sale.closed(),
                sale.city(),
                details);
    }
}
