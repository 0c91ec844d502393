package org.packhaus.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.packhaus.job.BatchId;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderRow;
import org.packhaus.order.OrderService;
import org.packhaus.sdk.DocumentType;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Permission;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Papers in the browser: opened in a tab, printed from there. What the signed-in user may not see does not exist (404).
 *
 * <pre>
 * GET /documents/labels?order=1&amp;order=2          labels only
 * GET /documents/slips?order=1                   packing slips only
 * GET /documents/interleaved?order=1&amp;print=true  slip, label, slip, label …; marked as printed
 * GET /documents/labels?order=1&amp;left=true        also of parcels that have left; they stay out of a stack otherwise
 * GET /documents/labels?order=1&amp;sheet=a4-4&amp;start=3  four labels a sheet, from the third place on; see LabelSheet.named
 * GET /documents/pick-list?order=1&amp;order=2       what to fetch for them, by storage place
 * GET /documents/cover/17                        the cover of a batch
 * GET /documents/archive?order=1                 packing slips to be kept: PDF/A-3 with their data enclosed
 * GET /documents/stored/17                       one stored document of a carrier
 * </pre>
 */
@RestController
@RequestMapping("/documents")
class DocumentController {
    private static final int MOST_ORDERS = 500;
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final DocumentService documents;
    private final PickLists pickLists;
    private final BatchCovers covers;
    private final OrderService orders;
    private final CurrentUser user;
    private final Clock clock;

    DocumentController(
            DocumentService documents,
            PickLists pickLists,
            BatchCovers covers,
            OrderService orders,
            CurrentUser user,
            Clock clock) {
        this.documents = documents;
        this.pickLists = pickLists;
        this.covers = covers;
        this.orders = orders;
        this.user = user;
        this.clock = clock;
    }

    /** The papers of some orders, in picking order. */
    @GetMapping("/{contents:labels|slips|interleaved|slips-then-labels}")
    ResponseEntity<Resource> papers(
            @PathVariable String contents,
            @RequestParam("order") List<Long> numbers,
            @RequestParam(defaultValue = "false") boolean print,
            @RequestParam(defaultValue = "") String sheet,
            @RequestParam(defaultValue = "1") int start,
            @RequestParam(defaultValue = "false") boolean left) {
        List<OrderId> wanted = wanted(numbers);
        PrintFile.Contents kind =
                PrintFile.Contents.valueOf(contents.toUpperCase(Locale.ROOT).replace('-', '_'));
        PrintRequest plain =
                PrintRequest.of(kind).of(left ? PrintRequest.Which.LEFT_TOO : PrintRequest.Which.STILL_HERE);
        PrintRequest request = sheet.isEmpty() ? plain : plain.on(sheet(sheet, start));
        return user.inFullScope(() -> papers(wanted, request, print));
    }

    /** What to fetch for some orders, in the language of whoever fetches it. @param batch stands on it, if they are a batch */
    @GetMapping("/pick-list")
    ResponseEntity<byte[]> pickList(
            @RequestParam("order") List<Long> numbers, @RequestParam(defaultValue = "") String batch) {
        List<OrderId> wanted = wanted(numbers);
        return user.inFullScope(() -> {
            List<OrderRow> rows = orders.rows(wanted);
            if (rows.size() < wanted.size()) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
            rows.forEach(row -> demand(row, false));
            SlipLanguage language = SlipLanguage.of(user.profile().language());
            String title = batch.matches("\\d{1,12}") ? language.text("cover.title", batch) : "";
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pickLists.write(wanted, title, language, BERLIN, out);
            return inline("pick-list.pdf", out.toByteArray());
        });
    }

    /** What lies in the stack of a batch, and what does not. */
    @GetMapping("/cover/{batch}")
    ResponseEntity<byte[]> cover(@PathVariable long batch) {
        return user.inScope(Permission.SEE_ORDERS, () -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            SlipLanguage language = SlipLanguage.of(user.profile().language());
            if (covers.write(new BatchId(batch), language, BERLIN, out).isEmpty()) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
            return inline("batch-" + batch + ".pdf", out.toByteArray());
        });
    }

    private static ResponseEntity<byte[]> inline(String name, byte[] pdf) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        "Content-Disposition",
                        ContentDisposition.inline().filename(name).build().toString())
                .body(pdf);
    }

    /** Slips to be kept for years. Marks nothing. */
    @GetMapping("/archive")
    ResponseEntity<Resource> archive(@RequestParam("order") List<Long> numbers) {
        List<OrderId> wanted = wanted(numbers);
        return user.inFullScope(() -> papers(wanted, PrintRequest.kept(), false));
    }

    private static List<OrderId> wanted(List<Long> numbers) {
        if (numbers.isEmpty()
                || numbers.size() > MOST_ORDERS
                || numbers.stream().anyMatch(number -> number <= 0)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Name 1 to " + MOST_ORDERS + " orders.");
        }
        return numbers.stream().distinct().map(OrderId::new).toList();
    }

    private static LabelSheet sheet(String name, int start) {
        LabelSheet sheet = LabelSheet.named(name)
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.BAD_REQUEST, "There is no label sheet " + name + "."));
        if (start < 1 || start > sheet.places()) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "A sheet " + name + " has the places 1 to " + sheet.places() + ".");
        }
        return sheet.startingAt(start);
    }

    private ResponseEntity<Resource> papers(List<OrderId> wanted, PrintRequest request, boolean print)
            throws IOException {
        List<OrderRow> rows = orders.rows(wanted);
        if (rows.size() < wanted.size()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        rows.forEach(row -> demand(row, print));
        Path file = Files.createTempFile("packhaus-", ".pdf");
        try {
            Printed printed;
            try (OutputStream out = Files.newOutputStream(file)) {
                printed = print ? documents.print(wanted, request, out) : documents.write(wanted, request, out);
            }
            if (printed.pages().isEmpty()) {
                Files.delete(file);
                return nothing(printed);
            }
            return pdf(name(request, rows), file, printed);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private void demand(OrderRow row, boolean print) {
        boolean may = print
                ? user.may(Permission.SHIP, row.seller()) || user.may(Permission.PACK, row.seller())
                : user.may(Permission.SEE_ORDERS, row.seller());
        if (!may) {
            throw new AccessDeniedException("access-denied: this user may not print for seller " + row.seller());
        }
    }

    /** One stored document of a carrier, cleaned. */
    @GetMapping("/stored/{id}")
    ResponseEntity<byte[]> stored(@PathVariable long id) {
        return user.inFullScope(() -> {
            try {
                DocumentService.StoredDocument document =
                        documents.stored(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
                ContentDisposition disposition = document.type() == DocumentType.PDF
                        ? ContentDisposition.inline()
                                .filename(document.filename())
                                .build()
                        : ContentDisposition.attachment()
                                .filename(document.filename())
                                .build();
                return ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(document.type().mediaType()))
                        .cacheControl(CacheControl.noStore())
                        .header("Content-Disposition", disposition.toString())
                        .body(document.content());
            } catch (Unprintable e) {
                throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, e.text(), e);
            }
        });
    }

    /** The file is gone from the disk as soon as it has been sent. */
    private static ResponseEntity<Resource> pdf(String name, Path file, Printed printed) throws IOException {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .contentLength(Files.size(file))
                .cacheControl(CacheControl.noStore())
                .header(
                        "Content-Disposition",
                        ContentDisposition.inline().filename(name).build().toString())
                .header("Packhaus-Left-Out", Integer.toString(printed.leftOut().size()))
                .body(new InputStreamResource(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE)));
    }

    private static ResponseEntity<Resource> nothing(Printed printed) {
        String text = printed.leftOut().stream().map(Printed.LeftOut::text).collect(Collectors.joining("\n"));
        return ResponseEntity.unprocessableContent()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(new org.springframework.core.io.ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)));
    }

    private String name(PrintRequest request, List<OrderRow> rows) {
        String what = request.archive()
                ? "archive"
                : request.contents().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String which = rows.size() == 1
                ? rows.getFirst().orderNumber().replaceAll("[^A-Za-z0-9._-]", "_")
                : LocalDate.ofInstant(clock.instant(), BERLIN) + "-" + rows.size() + "-orders";
        return what + "-" + which + ".pdf";
    }
}
