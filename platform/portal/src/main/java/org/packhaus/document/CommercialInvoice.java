package org.packhaus.document;

import com.itextpdf.kernel.pdf.PdfDocument;
import java.io.ByteArrayOutputStream;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.Commodity;
import org.packhaus.sdk.Money;

/**
 * The commercial invoice that customs wants outside a parcel, for carriers that make no paper of their own. In English, which customs
 * everywhere reads, on A4, which no label printer takes.
 */
final class CommercialInvoice {
    private static final double LEFT = 20;
    private static final double RIGHT = 190;
    private static final double FIRST_ROW = 112;
    private static final double NEXT_ROW = 40;
    private static final double LAST_ROW = 248;
    private static final double ROW = 10;
    private static final double MIDDLE = 108;
    private static final double CODE = 98;
    private static final double ORIGIN = 120;
    private static final double WEIGHT = 148;
    private static final double UNIT = 168;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final Pen pen;
    private final Lines lines;
    private final Ink ink = Ink.on(Paper.A4);
    private final Style text = new Style(false, 9, ink.text());
    private final Style bold = new Style(true, 9, ink.text());
    private final Style small = new Style(false, 7, ink.quiet());
    private final InvoiceContent invoice;

    private CommercialInvoice(Pen pen, InvoiceContent invoice) {
        this.pen = pen;
        this.lines = new Lines(pen, Locale.ENGLISH);
        this.invoice = invoice;
    }

    /** @param at the file's date; the same content at the same instant gives the same bytes */
    static byte[] pdf(InvoiceContent invoice, Instant at) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PdfDocument document = PrintDocument.plain(out, "Commercial invoice " + invoice.number(), at)) {
            new CommercialInvoice(new Pen(document), invoice).draw(document);
        }
        return out.toByteArray();
    }

    private void draw(PdfDocument document) {
        List<List<InvoiceContent.Line>> pages = deal();
        for (int i = 0; i < pages.size(); i++) {
            Sheet sheet = new Sheet(document, Paper.A4, pen);
            if (i == 0) {
                head(sheet);
            }
            title(sheet, i + 1, pages.size());
            double y = i == 0 ? FIRST_ROW : NEXT_ROW;
            tableHead(sheet, y);
            for (InvoiceContent.Line line : pages.get(i)) {
                y += ROW;
                row(sheet, line, y);
            }
            if (i == pages.size() - 1) {
                foot(sheet, y + ROW);
            }
            sheet.finish();
        }
    }

    /** The last page keeps room for the sums. */
    private List<List<InvoiceContent.Line>> deal() {
        List<List<InvoiceContent.Line>> pages = new ArrayList<>();
        List<InvoiceContent.Line> page = new ArrayList<>();
        double y = FIRST_ROW;
        for (InvoiceContent.Line line : invoice.lines()) {
            if (y + ROW > LAST_ROW - 40 && !page.isEmpty()) {
                pages.add(page);
                page = new ArrayList<>();
                y = NEXT_ROW;
            }
            page.add(line);
            y += ROW;
        }
        pages.add(page);
        return pages;
    }

    private void title(Sheet sheet, int page, int of) {
        Style large = new Style(true, 15, ink.text());
        sheet.text(large, "Commercial invoice", LEFT, 22);
        sheet.textRight(text, one(text, "No. " + invoice.number(), 80), RIGHT, 18);
        sheet.textRight(text, DAY.format(invoice.date()), RIGHT, 23);
        sheet.textRight(small, "Page " + page + " of " + of, RIGHT, 288);
        sheet.rule(ink.text(), 0.9, LEFT, RIGHT, 27);
    }

    private void head(Sheet sheet) {
        party(sheet, "Exporter", invoice.from(), LEFT);
        party(sheet, "Consignee", invoice.to(), MIDDLE);
        double y = 88;
        pair(sheet, "Shipment number", invoice.shipment(), LEFT, y);
        pair(sheet, "Gross weight", kilograms(invoice.gross().grams()), 84, y);
        pair(sheet, "Reason for export", "Sale of goods", 118, y);
        pair(sheet, "Currency", invoice.postage().currency().getCurrencyCode(), 164, y);
    }

    private void party(Sheet sheet, String role, Address address, double x) {
        sheet.text(small, role, x, 35);
        List<String> written = Stream.of(
                        address.company(),
                        address.person(),
                        address.addition(),
                        address.streetLine(),
                        address.cityLine(),
                        PrintText.upper(address.country().name(Locale.ENGLISH), Locale.ENGLISH),
                        address.phone(),
                        address.email())
                .filter(line -> !line.isBlank())
                .toList();
        double y = 40;
        for (String line : written) {
            for (String part : lines.of(text, line, Mm.toPoints(80), 2)) {
                sheet.text(text, part, x, y);
                y += 4.4;
            }
        }
    }

    private void pair(Sheet sheet, String what, String value, double x, double y) {
        sheet.text(small, what, x, y);
        sheet.text(text, one(text, value, 62), x, y + 5);
    }

    private void tableHead(Sheet sheet, double y) {
        sheet.text(small, "Pieces", LEFT, y - 2);
        sheet.text(small, "Description", LEFT + 14, y - 2);
        sheet.text(small, "HS code", CODE, y - 2);
        sheet.text(small, "Origin", ORIGIN, y - 2);
        sheet.textRight(small, "Net weight", WEIGHT, y - 2);
        sheet.textRight(small, "Unit value", UNIT, y - 2);
        sheet.textRight(small, "Value", RIGHT, y - 2);
        sheet.rule(ink.text(), 0.6, LEFT, RIGHT, y);
    }

    private void row(Sheet sheet, InvoiceContent.Line line, double y) {
        Commodity commodity = line.commodity();
        double base = y - 6;
        sheet.text(text, Integer.toString(line.pieces()), LEFT, base);
        List<String> described = lines.of(
                text, commodity == null ? line.title() : commodity.description(), Mm.toPoints(CODE - LEFT - 17), 2);
        for (int i = 0; i < described.size(); i++) {
            sheet.text(text, described.get(i), LEFT + 14, base + 3.8 * i);
        }
        if (commodity != null) {
            sheet.text(text, commodity.hsCode(), CODE, base);
            sheet.text(text, commodity.origin().code(), ORIGIN, base);
            sheet.textRight(text, kilograms(commodity.weight().grams() * line.pieces()), WEIGHT, base);
        }
        sheet.textRight(text, amount(line.value()), UNIT, base);
        sheet.textRight(text, amount(line.total()), RIGHT, base);
        sheet.rule(ink.rule(), 0.4, LEFT, RIGHT, y);
    }

    private void foot(Sheet sheet, double y) {
        Money goods = invoice.goods();
        sum(sheet, text, "Goods", goods, y);
        sum(sheet, text, "Postage", invoice.postage(), y + 5.5);
        sum(sheet, bold, "Total", goods.plus(invoice.postage()), y + 12);
        sheet.text(
                text,
                "We declare that the information on this invoice is true and correct and that the goods are of the origin shown.",
                LEFT,
                y + 24);
        sheet.rule(ink.text(), 0.5, LEFT, LEFT + 80, y + 42);
        sheet.text(small, "Place, date, signature", LEFT, y + 46);
    }

    private void sum(Sheet sheet, Style style, String what, Money money, double y) {
        sheet.text(style, what, ORIGIN, y);
        sheet.textRight(style, amount(money) + " " + money.currency().getCurrencyCode(), RIGHT, y);
    }

    private String one(Style style, String line, double width) {
        return lines.one(style, line, Mm.toPoints(width));
    }

    private static String amount(Money money) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.ENGLISH);
        format.setMinimumFractionDigits(money.amount().scale());
        return format.format(money.amount());
    }

    private static String kilograms(int grams) {
        return NumberFormat.getNumberInstance(Locale.ENGLISH).format(grams / 1000.0) + " kg";
    }
}
