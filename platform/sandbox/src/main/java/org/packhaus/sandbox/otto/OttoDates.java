package org.packhaus.sandbox.otto;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;
import org.packhaus.sandbox.world.SandboxClock;

/** OTTO's dates: most with {@code +0000}, the expected delivery with {@code +02:00}; both on purpose. */
final class OttoDates {

    private static final DateTimeFormatter WITHOUT_COLON =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter BERLIN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx").withZone(SandboxClock.BERLIN);
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter ANY = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter();

    private OttoDates() {}

    /** {@code 2021-04-16T05:59:01.255+0000} */
    static String order(Instant time) {
        return WITHOUT_COLON.format(time);
    }

    /** {@code 2021-04-21T12:00:00.000+02:00} */
    static String delivery(Instant time) {
        return BERLIN.format(time);
    }

    /** {@code 2019-10-11T07:49:12.642Z} */
    static String shipment(Instant time) {
        return UTC.format(time);
    }

    /** Reads any ISO 8601 date or date-time; without a zone it is UTC. */
    static Optional<Instant> read(String text) {
        // A plus sign that was not encoded arrives as a blank.
        String clean = text.trim().replace(' ', '+');
        try {
            if (clean.length() == 10) {
                return Optional.of(
                        LocalDate.parse(clean).atStartOfDay(ZoneOffset.UTC).toInstant());
            }
            return Optional.of(ANY.parseBest(clean, OffsetDateTime::from, java.time.LocalDateTime::from))
                    .map(t -> t instanceof OffsetDateTime o
                            ? o.toInstant()
                            : ((java.time.LocalDateTime) t).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
