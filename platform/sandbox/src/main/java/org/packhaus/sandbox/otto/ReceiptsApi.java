package org.packhaus.sandbox.otto;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Refused;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import org.packhaus.sandbox.web.Routes;
import org.packhaus.sandbox.world.SandboxClock;
import org.packhaus.sandbox.world.Seller;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Receipts V3: what OTTO billed in the seller's name. */
final class ReceiptsApi {

    private static final int MOST = 128;

    private final OttoAccess access;
    private final OrderBook book;
    private final ReceiptBook receipts;

    ReceiptsApi(OttoAccess access, OrderBook book, ReceiptBook receipts) {
        this.access = access;
        this.book = book;
        this.receipts = receipts;
    }

    void routes(Routes routes) {
        Routes.Group group = routes.group(OttoErrors::orders);
        group.add("GET", "/v3/receipts", "otto.receipts.list", this::list);
        group.add(
                "GET",
                "/v3/receipts/{number}.pdf",
                "otto.receipts.pdf",
                r -> Reply.bytes("application/pdf", ReceiptPdf.write(own(r))));
        group.add("GET", "/v3/receipts/{number}", "otto.receipts.get", r -> Reply.ok(own(r).body()));
    }

    private Seller caller(Request request) {
        return access.caller(request, "receipts", OttoErrors::orders);
    }

    private Receipt own(Request request) {
        Seller seller = caller(request);
        synchronized (book) {
            Receipt receipt =
                    receipts.find(request.variable("number")).orElseThrow(() -> new Refused(Reply.empty(404)));
            if (!receipt.seller().equals(seller.key())) {
                throw new Refused(OttoErrors.orders(403, "No permission to access specified resource(s)", request));
            }
            return receipt;
        }
    }

    private Reply list(Request request) {
        Seller seller = caller(request);
        Set<Receipt.Type> types = types(request);
        Optional<LocalDate> from = day(request, "from");
        Optional<LocalDate> to = day(request, "to");
        int limit = number(request, "limit", MOST);
        int skip = number(request, "next", 0);
        if (limit < 1 || limit > MOST || skip < 0) {
            throw OttoErrors.badRequest(request);
        }
        synchronized (book) {
            List<Receipt> found = receipts.of(seller.key()).stream()
                    .filter(r -> types.isEmpty() || types.contains(r.type()))
                    .filter(r -> request.query("salesOrderId")
                            .map(r.salesOrderId()::equals)
                            .orElse(true))
                    .filter(r -> from.map(day -> !day(r).isBefore(day)).orElse(true))
                    .filter(r -> to.map(day -> !day(r).isAfter(day)).orElse(true))
                    .sorted(Comparator.comparing(Receipt::created)
                            .thenComparing(Receipt::number)
                            .reversed())
                    .toList();
            if (found.isEmpty()) {
                return Reply.empty(404);
            }
            ObjectNode body = Json.object();
            ArrayNode resources = body.putArray("resources");
            found.stream().skip(skip).limit(limit).forEach(r -> resources.add(r.body()));
            if (found.size() > skip + limit) {
                body.putArray("links")
                        .addObject()
                        .put("rel", "next")
                        .put("href", "/v3/receipts?" + filters(request) + "limit=" + limit + "&next=" + (skip + limit));
            }
            return Reply.ok(body);
        }
    }

    private static String filters(Request request) {
        return List.of("receiptTypes", "salesOrderId", "from", "to").stream()
                .filter(name -> request.query(name).isPresent())
                .map(name -> name + "="
                        + URLEncoder.encode(String.join(",", request.queries(name)), StandardCharsets.UTF_8) + "&")
                .collect(Collectors.joining());
    }

    /** Separated by commas, or the parameter several times. */
    private static Set<Receipt.Type> types(Request request) {
        try {
            return request.queries("receiptTypes").stream()
                    .flatMap(list -> Arrays.stream(list.split(",")))
                    .map(Receipt.Type::valueOf)
                    .collect(Collectors.toSet());
        } catch (IllegalArgumentException e) {
            throw OttoErrors.badRequest(request);
        }
    }

    private static Optional<LocalDate> day(Request request, String name) {
        try {
            return request.query(name).map(LocalDate::parse);
        } catch (DateTimeException e) {
            throw OttoErrors.badRequest(request);
        }
    }

    private static LocalDate day(Receipt receipt) {
        return LocalDate.ofInstant(receipt.created(), SandboxClock.BERLIN);
    }

    private static int number(Request request, String name, int otherwise) {
        try {
            return request.query(name).map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw OttoErrors.badRequest(request);
        }
    }
}
