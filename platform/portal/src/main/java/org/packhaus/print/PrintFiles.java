package org.packhaus.print;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.packhaus.document.DocumentService;
import org.packhaus.document.LabelSheet;
import org.packhaus.document.PrintFile;
import org.packhaus.document.PrintRequest;
import org.packhaus.document.Printed;
import org.packhaus.document.Unprintable;
import org.packhaus.order.JointOrders;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderRow;
import org.packhaus.order.OrderService;
import org.packhaus.plugin.PluginHost;
import org.packhaus.plugin.PluginMissing;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.DocumentType;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.Rejected;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.packhaus.shipment.LabelFile;
import org.packhaus.shipment.ParcelId;
import org.packhaus.shipment.ParcelRow;
import org.packhaus.shipment.Parcels;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the files for a printer, one for each seller, in the printer's language. */
@Component
class PrintFiles {
    private final DocumentService documents;
    private final OrderService orders;
    private final JointOrders joint;
    private final Parcels parcels;
    private final ObjectProvider<PluginHost> plugins;

    PrintFiles(
            DocumentService documents,
            OrderService orders,
            JointOrders joint,
            Parcels parcels,
            ObjectProvider<PluginHost> plugins) {
        this.documents = documents;
        this.orders = orders;
        this.joint = joint;
        this.parcels = parcels;
        this.plugins = plugins;
    }

    /** A file to be queued. */
    @SuppressWarnings("ArrayRecordComponent") // Large, and compared nowhere.
    record Made(SellerId seller, PrinterRow printer, String title, DocumentType type, byte[] content, int orders) {}

    List<Made> slips(
            PrinterRow printer,
            Collection<OrderId> wanted,
            PrintRequest.Which which,
            List<PrintService.LeftOut> leftOut) {
        List<Made> made = new ArrayList<>();
        bySeller(wanted)
                .forEach((seller, mine) -> SellerScope.run(Set.of(seller), () -> {
                    PrintRequest request =
                            PrintRequest.of(PrintFile.Contents.SLIPS).of(which);
                    pdf(seller, printer, mine, request, "slips", leftOut).ifPresent(made::add);
                }));
        return made;
    }

    List<Made> labels(
            PrinterRow printer,
            Collection<OrderId> wanted,
            int start,
            PrintRequest.Which which,
            List<PrintService.LeftOut> leftOut) {
        List<Made> made = new ArrayList<>();
        bySeller(wanted)
                .forEach((seller, mine) -> SellerScope.run(Set.of(seller), () -> {
                    if (printer.language() == DocumentType.PDF) {
                        pdf(seller, printer, mine, request(printer, start).of(which), "labels", leftOut)
                                .ifPresent(made::add);
                    } else {
                        made.addAll(raw(seller, printer, mine, which, leftOut));
                    }
                }));
        return made;
    }

    /** Papers for customs are A4 whatever the labels are on, so they come out where the slips do. */
    List<Made> customs(PrinterRow printer, Collection<OrderId> wanted, PrintRequest.Which which) {
        List<Made> made = new ArrayList<>();
        bySeller(wanted)
                .forEach((seller, mine) -> SellerScope.run(Set.of(seller), () -> {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    int count = documents
                            .write(
                                    mine,
                                    PrintRequest.of(PrintFile.Contents.CUSTOMS).of(which),
                                    out)
                            .pages()
                            .size();
                    if (count > 0) {
                        made.add(new Made(seller, printer, "customs", DocumentType.PDF, out.toByteArray(), count));
                    }
                }));
        return made;
    }

    private static PrintRequest request(PrinterRow printer, int start) {
        PrintRequest labels = PrintRequest.of(PrintFile.Contents.LABELS_ALONE);
        return LabelSheet.named(printer.sheet())
                .map(sheet -> labels.on(sheet.startingAt(start)))
                .orElse(labels);
    }

    /** The seller whose piece is picked first comes first. */
    private Map<SellerId, List<OrderId>> bySeller(Collection<OrderId> wanted) {
        // One slip and one label for what is sent together.
        return documents.inPickingOrder(joint.leads(wanted)).stream()
                .collect(Collectors.groupingBy(
                        OrderRow::seller, LinkedHashMap::new, Collectors.mapping(OrderRow::id, Collectors.toList())));
    }

    private Optional<Made> pdf(
            SellerId seller,
            PrinterRow printer,
            List<OrderId> wanted,
            PrintRequest request,
            String what,
            List<PrintService.LeftOut> leftOut) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Printed printed = documents.print(wanted, request, out);
        printed.leftOut()
                .forEach(
                        one -> leftOut.add(new PrintService.LeftOut(one.code().word(), one.text(), one.orderNumber())));
        int count = printed.pages().size();
        return count == 0
                ? Optional.empty()
                : Optional.of(new Made(seller, printer, what, DocumentType.PDF, out.toByteArray(), count));
    }

    /** In a printer's own language labels simply follow each other; pictures do not, so each order has its own. */
    private List<Made> raw(
            SellerId seller,
            PrinterRow printer,
            List<OrderId> wanted,
            PrintRequest.Which which,
            List<PrintService.LeftOut> leftOut) {
        Map<ParcelId, OrderId> orderOf =
                parcels.live(wanted).stream().collect(Collectors.toMap(ParcelRow::id, ParcelRow::order));
        Map<OrderId, List<LabelFile>> files = documents.originals(wanted, which).stream()
                .collect(Collectors.groupingBy(
                        file -> orderOf.get(file.parcel()), LinkedHashMap::new, Collectors.toList()));
        Map<OrderId, String> numbers = orders.rows(wanted).stream()
                .collect(Collectors.toMap(OrderRow::id, OrderRow::orderNumber, (one, same) -> one, LinkedHashMap::new));
        Set<OrderId> left = documents.left(wanted);
        numbers.forEach((order, number) -> {
            if (!files.containsKey(order)) {
                leftOut.add(
                        left.contains(order)
                                ? new PrintService.LeftOut(
                                        Unprintable.Code.LEFT_ALREADY.word(),
                                        "Order " + number
                                                + " has left already. Print it alone if it needs its label once more.",
                                        number)
                                : new PrintService.LeftOut(
                                        Unprintable.Code.NO_LABEL.word(),
                                        "Order " + number + " has no label to print. Book one first.",
                                        number));
            }
        });
        Map<OrderId, byte[]> rendered = new LinkedHashMap<>();
        files.forEach((order, labels) -> {
            try {
                rendered.put(order, rendered(printer, labels));
            } catch (Rejected refusal) {
                // One label that does not fit stops no other. It was printed nowhere, and says so.
                String number = numbers.getOrDefault(order, "");
                leftOut.add(new PrintService.LeftOut(
                        "label-not-for-printer",
                        "Order " + number + ": " + refusal.text() + " Print that one as PDF.",
                        number,
                        refusal.text()));
            }
        });
        if (rendered.isEmpty()) {
            return List.of();
        }
        Map<OrderId, Integer> printed = new LinkedHashMap<>();
        files.forEach((order, labels) -> {
            if (rendered.containsKey(order)) {
                printed.put(order, labels.size());
            }
        });
        documents.markPrinted(printed);
        DocumentType language = printer.language();
        return language == DocumentType.PNG
                ? rendered.values().stream()
                        .map(content -> new Made(seller, printer, "label", language, content, 1))
                        .toList()
                : List.of(new Made(seller, printer, "labels", language, joined(rendered.values()), rendered.size()));
    }

    private static byte[] joined(Collection<byte[]> parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        return all.toByteArray();
    }

    private byte[] rendered(PrinterRow printer, List<LabelFile> files) throws Rejected {
        List<CarrierDocument> pages = files.stream()
                .map(file -> new CarrierDocument(file.kind(), file.type(), file.content()))
                .toList();
        try {
            return plugins.getObject().render(printer.language().extension(), settings(printer), pages);
        } catch (Rejected refusal) {
            throw refusal;
        } catch (PluginException | PluginMissing e) {
            throw new PrintException("format-failed", String.valueOf(e.getMessage()), String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, String> settings(PrinterRow printer) {
        String density = printer.density() == null ? "" : printer.density();
        return LabelSheet.named(printer.sheet())
                .map(sheet -> Map.of(
                        "density", density,
                        "widthMm", Long.toString(Math.round(sheet.paper().widthMm())),
                        "heightMm", Long.toString(Math.round(sheet.paper().heightMm()))))
                .orElseGet(() -> Map.of("density", density));
    }
}
