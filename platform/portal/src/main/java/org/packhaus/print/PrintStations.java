package org.packhaus.print;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.packhaus.database.TransactionRetry;
import org.packhaus.document.LabelSheet;
import org.packhaus.sdk.DocumentType;
import org.packhaus.security.Hashes;
import org.springframework.stereotype.Service;

/** Print stations and their printers. They belong to the install, whoever's parcels are packed there: views ask who may change them. */
@Service
public class PrintStations {
    private static final int TOKEN_BYTES = 32;

    private final PrintBook book;
    private final PrintHosts hosts;
    private final Audit audit;
    private final TransactionRetry transactions;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PrintStations(PrintBook book, PrintHosts hosts, Audit audit, TransactionRetry transactions, Clock clock) {
        this.book = book;
        this.hosts = hosts;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    public List<StationRow> stations() {
        return transactions.call(
                () -> book.stations().stream().map(PrintStation::row).toList());
    }

    public List<PrinterRow> printers() {
        return transactions.call(
                () -> book.printers().stream().map(Printer::row).toList());
    }

    public StationId addStation(String name) {
        if (name.isBlank()) {
            throw new PrintException("station-name-missing", "A print station needs a name.");
        }
        return transactions.call(() -> {
            StationId id =
                    book.add(new PrintStation(name.strip(), clock.instant())).id();
            audit.record("print.station.add", new Subject("print-station", id.value()), Map.of("name", name.strip()));
            return id;
        });
    }

    /** @throws PrintException if the address is none, or not among the allowed ones */
    public PrinterId addPrinter(NewPrinter wanted) {
        check(wanted);
        return transactions.call(() -> {
            PrinterId id = book.add(new Printer(wanted)).row().id();
            audit.record(
                    "print.printer.add",
                    new Subject("printer", id.value()),
                    Map.of("name", wanted.name(), "route", wanted.route().name(), "address", wanted.address()));
            return id;
        });
    }

    private void check(NewPrinter wanted) {
        if (wanted.name().isBlank()) {
            throw new PrintException("printer-name-missing", "A printer needs a name.");
        }
        if (!wanted.sheet().isEmpty() && LabelSheet.named(wanted.sheet()).isEmpty()) {
            throw new PrintException(
                    "sheet-unknown", "There is no label sheet " + wanted.sheet() + ".", wanted.sheet());
        }
        if (wanted.language() != DocumentType.PDF && wanted.density() == null) {
            throw new PrintException(
                    "density-missing", "How fine is the print head? It stands on the printer's type plate.");
        }
        switch (wanted.route()) {
            case AGENT -> {
                if (wanted.station() == null || wanted.address().isBlank()) {
                    throw new PrintException(
                            "agent-missing",
                            "A printer of an agent needs its station and the name the agent knows it by.");
                }
            }
            case IPP, RAW -> hosts.demand(wanted.route(), wanted.address());
        }
    }

    /** Which printer a station's labels and slips come out of. */
    public void usePrinters(StationId station, @Nullable PrinterId labels, @Nullable PrinterId slips) {
        transactions.callAgainIfStale(() -> {
            book.station(station).printers(labels, slips);
            audit.record(
                    "print.station.printers",
                    new Subject("print-station", station.value()),
                    Map.of("labels", String.valueOf(labels), "slips", String.valueOf(slips)));
            return null;
        });
    }

    /** A new token for the station's agent; the old one is void. It is shown this once and kept as a hash only. */
    public String newToken(StationId station) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = "ph-print-" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        transactions.callAgainIfStale(() -> {
            book.station(station).token(Hashes.sha256(token));
            audit.record("print.station.token", new Subject("print-station", station.value()), Map.of());
            return null;
        });
        return token;
    }

    /** The station an agent's token belongs to; it was seen just now. */
    Optional<StationId> agent(String token) {
        return transactions.callAgainIfStale(() -> book.stationOf(Hashes.sha256(token))
                .map(station -> {
                    var seen = station.seenAt();
                    if (seen == null || seen.isBefore(clock.instant().minusSeconds(30))) {
                        station.seen(clock.instant());
                    }
                    return station.id();
                }));
    }
}
