package org.packhaus.desk.ui;

import com.vaadin.flow.router.QueryParameters;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.packhaus.order.OrderCursor;
import org.packhaus.order.OrderFilter;
import org.packhaus.order.OrderPage;
import org.packhaus.order.OrderRow;
import org.packhaus.order.OrderService;
import org.packhaus.security.CurrentUser;
import org.packhaus.seller.SellerService;
import org.packhaus.sheet.TableFile;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Texts;
import org.springframework.http.ContentDisposition;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The order list as a file, written while it is read: same filters as in the list's address, the sellers in view, the columns named.
 *
 * <pre>
 * GET /documents/orders/csv?tab=sent&amp;country=AT&amp;columns=by,order,buyer&amp;lang=de&amp;zone=Europe/Berlin
 * GET /documents/orders/xlsx
 * </pre>
 *
 * A file leaves the house with buyers' names in it, so the audit log says who took it.
 */
@RestController
@RequestMapping("/documents/orders")
class ExportController {
    private static final int PAGE = 500;
    /** Of XLSX: a sheet ends after 1,048,576 rows. */
    private static final int MOST = 1_000_000;

    private final OrderService orders;
    private final SellerService sellers;
    private final CurrentUser user;
    private final Audit audit;
    private final Clock clock;

    ExportController(OrderService orders, SellerService sellers, CurrentUser user, Audit audit, Clock clock) {
        this.orders = orders;
        this.sellers = sellers;
        this.user = user;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/{format:csv|xlsx}")
    void orders(
            @PathVariable String format,
            @RequestParam(defaultValue = "") String columns,
            @RequestParam(defaultValue = "en") String lang,
            @RequestParam(defaultValue = "Europe/Berlin") String zone,
            @RequestParam MultiValueMap<String, String> said,
            HttpServletResponse response)
            throws IOException {
        var formats = new Formats(Texts.nearest(Locale.forLanguageTag(lang)), zone(zone), clock);
        var taste = new ListTaste(columns.isEmpty() ? ListTaste.USUAL : ListTaste.columns(columns), false);
        var filter = OrderState.of(new QueryParameters(Map.copyOf(said))).filter(user.chosen(), formats);
        var fields = new ExportFields(formats, SellerNames.read(user, sellers)).of(taste);
        var day = LocalDate.ofInstant(clock.instant(), formats.zone());
        response.setContentType(
                format.equals("csv")
                        ? "text/csv;charset=UTF-8"
                        : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename("orders-" + day + "." + format)
                        .build()
                        .toString());
        int written;
        try (TableFile file = format.equals("csv")
                ? TableFile.csv(response.getOutputStream(), formats.locale())
                : TableFile.xlsx(response.getOutputStream(), formats.text("orders.title"))) {
            file.head(
                    fields.stream().map(field -> formats.text(field.textKey())).toList());
            written = write(file, fields, filter);
        }
        audit.record(
                "order.export",
                new Subject("user", user.id().value()),
                Map.of("format", format, "orders", Integer.toString(written)));
    }

    private int write(TableFile file, List<ExportFields.Field> fields, OrderFilter filter) throws IOException {
        int written = 0;
        @Nullable OrderCursor after = null;
        do {
            OrderPage page = page(filter, after);
            for (OrderRow row : page.rows()) {
                file.row(fields.stream().map(field -> field.value().apply(row)).toList());
            }
            written += page.rows().size();
            after = page.next();
        } while (after != null && written < MOST);
        return written;
    }

    /** Rights are asked for again with every page: who loses them in the middle gets no more. */
    private OrderPage page(OrderFilter filter, @Nullable OrderCursor after) {
        return user.inScope(() -> orders.page(filter, after, PAGE));
    }

    private static ZoneId zone(String wanted) {
        try {
            return ZoneId.of(wanted);
        } catch (DateTimeException unknown) {
            return ZoneId.of("Europe/Berlin");
        }
    }
}
