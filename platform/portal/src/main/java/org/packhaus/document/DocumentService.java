package org.packhaus.document;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.ItemSummary;
import org.packhaus.order.JointOrders;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderRow;
import org.packhaus.order.OrderService;
import org.packhaus.sdk.DocumentType;
import org.packhaus.shipment.Departures;
import org.packhaus.shipment.LabelFile;
import org.packhaus.shipment.ParcelId;
import org.packhaus.shipment.ParcelRow;
import org.packhaus.shipment.Parcels;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Prints what goes with a parcel. Sees the sellers in scope only: orders outside it are as if there were none. Call outside a
 * transaction; a long file reads its orders a few at a time.
 */
@Service
public class DocumentService {
    private static final int CHUNK = 25;

    private final OrderService orders;
    private final JointOrders joint;
    private final Parcels parcels;
    private final PrintJobs jobs;
    private final PrintMarks marks;
    private final PrintBook book;
    private final Departures departures;
    private final Clock clock;

    DocumentService(
            OrderService orders,
            JointOrders joint,
            Parcels parcels,
            PrintJobs jobs,
            PrintMarks marks,
            PrintBook book,
            Departures departures,
            Clock clock) {
        this.departures = departures;
        this.orders = orders;
        this.joint = joint;
        this.parcels = parcels;
        this.jobs = jobs;
        this.marks = marks;
        this.book = book;
        this.clock = clock;
    }

    /** All labels of the orders and their papers for customs as one PDF, each page as large as what it shows. Marks nothing. */
    public byte[] labels(Collection<OrderId> wanted) {
        return bytes(wanted, PrintFile.Contents.LABELS);
    }

    /** All packing slips of the orders as one PDF. Marks nothing. */
    public byte[] packingSlips(Collection<OrderId> wanted) {
        return bytes(wanted, PrintFile.Contents.SLIPS);
    }

    /** Slips and labels interleaved, in picking order, as one PDF. Marks nothing. */
    public byte[] printFile(Collection<OrderId> wanted) {
        return bytes(wanted, PrintFile.Contents.INTERLEAVED);
    }

    private byte[] bytes(Collection<OrderId> wanted, PrintFile.Contents contents) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(wanted, PrintRequest.of(contents).of(PrintRequest.Which.LEFT_TOO), out);
        return out.toByteArray();
    }

    /**
     * Writes the file, closes the stream, and tells which pages are whose and who was left out. Marks nothing. Orders that are sent
     * together have one slip, whichever of them is asked for; its pages are those of the one that leads.
     */
    public Printed write(Collection<OrderId> asked, PrintRequest request, OutputStream out) {
        List<OrderId> wanted = joint.leads(asked);
        List<OrderRow> rows = rows(wanted);
        List<OrderId> sequence = sequence(wanted, rows, request.sequence());
        Instant now = clock.instant();
        String title = "Packhaus "
                + rows.stream().map(OrderRow::orderNumber).sorted().findFirst().orElse("")
                + (rows.size() > 1 ? " +" + (rows.size() - 1) : "");
        Map<OrderId, Printed.LeftOut> leftOut = new LinkedHashMap<>();
        PrintFile.Result result = PrintFile.write(
                () -> jobs(sequence, request, leftOut),
                new PrintFile.Setup(
                        request.contents(), title, request.slipPaper(), request.labelSheet(), now, request.archive()),
                out);
        result.problems().forEach(problem -> {
            OrderId order = id(problem.key());
            leftOut.put(order, new Printed.LeftOut(order, problem.name(), problem.code(), problem.text()));
        });
        Map<OrderId, PrintFile.Pages> pages = new LinkedHashMap<>();
        result.pages().forEach((key, value) -> pages.put(id(key), value));
        return new Printed(
                result.pageCount(),
                pages,
                List.copyOf(leftOut.values()),
                result.missingCharacters().entrySet().stream()
                        .collect(Collectors.toMap(entry -> id(entry.getKey()), Map.Entry::getValue)));
    }

    /** {@link #write} for the printer: what came out is marked as printed, or as printed again, with the time and by whom. */
    public Printed print(Collection<OrderId> wanted, PrintRequest request, OutputStream out) {
        Printed printed = write(wanted, request, out);
        mark(printed);
        return printed;
    }

    /**
     * The labels as their carriers sent them, in picking order, for printers that speak a language of their own; without return labels and
     * papers for customs. Marks nothing.
     *
     * @param which of their parcels
     */
    public List<LabelFile> originals(Collection<OrderId> asked, PrintRequest.Which which) {
        List<OrderId> sequence =
                inPickingOrder(joint.leads(asked)).stream().map(OrderRow::id).toList();
        return chunks(sequence, CHUNK)
                .flatMap(chunk -> jobs.originals(chunk, which).stream())
                .toList();
    }

    /** Marks labels as printed that came out elsewhere than in a PDF. @param labels how many of each order */
    public void markPrinted(Map<OrderId, Integer> labels) {
        Map<OrderId, PrintFile.Pages> pages = new LinkedHashMap<>();
        labels.forEach((order, count) -> pages.put(
                order,
                new PrintFile.Pages(
                        List.of(),
                        java.util.stream.IntStream.rangeClosed(1, count).boxed().toList())));
        mark(new Printed(0, pages, List.of(), Map.of()));
    }

    private void mark(Printed printed) {
        Set<OrderId> again = printed(printed.pages().keySet());
        chunks(List.copyOf(printed.pages().keySet()), CHUNK).forEach(chunk -> marks.mark(chunk, printed, again));
    }

    /** Those of the orders of whose parcels every one has left. */
    public Set<OrderId> left(Collection<OrderId> asked) {
        return throughLeads(asked, this::leftLeads);
    }

    /** What is so of the order that leads is so of those that are sent with it. */
    private Set<OrderId> throughLeads(Collection<OrderId> asked, UnaryOperator<Set<OrderId>> question) {
        Map<OrderId, OrderId> leads = joint.leadOf(asked);
        Set<OrderId> so = question.apply(
                asked.stream().map(order -> leads.getOrDefault(order, order)).collect(Collectors.toSet()));
        return asked.stream()
                .filter(order -> so.contains(leads.getOrDefault(order, order)))
                .collect(Collectors.toSet());
    }

    private Set<OrderId> leftLeads(Set<OrderId> of) {
        Set<OrderId> left = new HashSet<>();
        chunks(List.copyOf(of), 500).forEach(chunk -> {
            Set<ParcelId> gone = departures.of(chunk);
            if (!gone.isEmpty()) {
                parcels.live(chunk).stream()
                        .collect(Collectors.groupingBy(ParcelRow::order))
                        .forEach((order, all) -> {
                            if (all.stream().allMatch(parcel -> gone.contains(parcel.id()))) {
                                left.add(order);
                            }
                        });
            }
        });
        return left;
    }

    /** Those of the orders whose labels came out of a printer since the newest of them was bought. */
    @Transactional(readOnly = true)
    public Set<OrderId> printed(Collection<OrderId> asked) {
        return throughLeads(asked, this::printedLeads);
    }

    private Set<OrderId> printedLeads(Set<OrderId> of) {
        Map<OrderId, Instant> last = new HashMap<>();
        chunks(List.copyOf(of), 500)
                .forEach(chunk -> book.prints(chunk).stream()
                        .filter(print -> print.labels() > 0)
                        .forEach(print -> last.putIfAbsent(print.order(), print.at())));
        Map<OrderId, Instant> bought = new HashMap<>();
        chunks(List.copyOf(last.keySet()), 500)
                .forEach(chunk -> parcels.live(chunk)
                        .forEach(parcel -> parcel.label()
                                .ifPresent(label ->
                                        bought.merge(parcel.order(), label.since(), (a, b) -> a.isAfter(b) ? a : b))));
        return last.entrySet().stream()
                .filter(print -> !print.getValue().isBefore(bought.getOrDefault(print.getKey(), Instant.MIN)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** When papers of these orders were printed, newest first. */
    @Transactional(readOnly = true)
    public List<PrintRow> prints(Collection<OrderId> of) {
        return of.isEmpty() ? List.of() : book.prints(joint.leads(of));
    }

    /**
     * One stored document of a parcel as a person may look at it: a PDF is cleaned, anything else is as the carrier sent it. Empty if
     * there is none in scope.
     */
    public Optional<StoredDocument> stored(long document) throws Unprintable {
        Optional<LabelFile> file = parcels.document(document);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        LabelFile label = file.get();
        byte[] content = label.type() == DocumentType.PDF
                ? LabelPages.clean("parcel " + label.parcel(), label.content(), Optional.empty(), label.createdAt())
                : label.content();
        String name = "%s-%s.%s"
                .formatted(
                        label.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                        label.parcel(),
                        label.type().extension());
        return Optional.of(new StoredDocument(name, label.type(), content));
    }

    /** A document of a parcel and what to call it. */
    @SuppressWarnings("ArrayRecordComponent") // Large, and compared nowhere.
    public record StoredDocument(String filename, DocumentType type, byte[] content) {}

    private Iterator<PrintJob> jobs(
            List<OrderId> sequence, PrintRequest request, Map<OrderId, Printed.LeftOut> leftOut) {
        return chunks(sequence, CHUNK)
                .flatMap(chunk -> jobs.prepare(chunk, request.contents(), request.parcels()).stream())
                .map(prepared -> switch (prepared) {
                    case PrintJobs.Prepared.Ready(PrintJob job) -> job;
                    case PrintJobs.Prepared.Refused(Printed.LeftOut why) -> {
                        leftOut.put(why.order(), why);
                        yield (@Nullable PrintJob) null;
                    }
                })
                .filter(Objects::nonNull)
                .iterator();
    }

    /** The orders along the way through the warehouse, as their papers come out; those not in scope are left out. */
    public List<OrderRow> inPickingOrder(Collection<OrderId> wanted) {
        return picked(rows(wanted));
    }

    private List<OrderRow> rows(Collection<OrderId> wanted) {
        List<OrderRow> rows = new ArrayList<>();
        chunks(wanted.stream().distinct().toList(), 500).forEach(chunk -> rows.addAll(orders.rows(chunk)));
        return rows;
    }

    private static List<OrderRow> picked(List<OrderRow> rows) {
        return rows.stream()
                .sorted(Comparator.comparing(DocumentService::firstSku)
                        .thenComparing(row -> row.shipBy() == null ? Instant.MAX : row.shipBy())
                        .thenComparing(OrderRow::orderNumber)
                        .thenComparing(OrderRow::id))
                .toList();
    }

    private static List<OrderId> sequence(
            Collection<OrderId> wanted, List<OrderRow> rows, PrintRequest.Sequence sequence) {
        return switch (sequence) {
            case AS_GIVEN -> wanted.stream().distinct().toList();
            case PICKING -> picked(rows).stream().map(OrderRow::id).toList();
        };
    }

    private static String firstSku(OrderRow row) {
        return row.items().stream()
                .map(ItemSummary::sku)
                .min(Comparator.naturalOrder())
                .orElse("");
    }

    private static <T> java.util.stream.Stream<List<T>> chunks(List<T> all, int size) {
        return java.util.stream.IntStream.iterate(0, from -> from < all.size(), from -> from + size)
                .mapToObj(from -> all.subList(from, Math.min(from + size, all.size())));
    }

    private static OrderId id(String key) {
        return new OrderId(Long.parseLong(key));
    }
}
