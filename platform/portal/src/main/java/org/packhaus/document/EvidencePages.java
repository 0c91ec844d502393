package org.packhaus.document;

import com.itextpdf.kernel.pdf.PdfDocument;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.packhaus.document.EvidenceFile.Content;
import org.packhaus.document.EvidenceFile.Goods;
import org.packhaus.document.EvidenceFile.Scan;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.Weight;
import org.packhaus.seller.SenderAddress;

/** Lays an evidence file out: who and what first, then every scan, over as many pages as it takes. */
final class EvidencePages {
    private static final double LEFT = 20;
    private static final double RIGHT = 195;
    private static final double MIDDLE = 110;
    private static final double VALUE = 62;
    private static final double BOTTOM = 276;
    private static final double FOOTER = 287;
    private static final double ROW = 5.2;
    private static final int MOST_LINES = 6;

    private final PdfDocument document;
    private final Content content;
    private final DocumentTexts texts;
    private final Pen pen;
    private final Lines lines;
    private final Ink ink = Ink.on(Paper.A4);
    private final Style small = new Style(false, 7.5, ink.quiet());
    private final Style plain = new Style(false, 9, ink.text());
    private final Style bold = new Style(true, 10.5, ink.text());
    private final NumberFormat kilograms;
    private Sheet sheet;
    private double y;
    private int page = 1;

    EvidencePages(PdfDocument document, Content content, DocumentTexts texts) {
        this.document = document;
        this.content = content;
        this.texts = texts;
        this.pen = new Pen(document);
        this.lines = new Lines(pen, texts.language().locale());
        this.kilograms = NumberFormat.getNumberInstance(texts.language().locale());
        kilograms.setMinimumFractionDigits(2);
        kilograms.setMaximumFractionDigits(3);
        this.sheet = new Sheet(document, Paper.A4, pen);
    }

    void draw() {
        head();
        parties();
        section("order");
        pair("order.number", content.order().number());
        pair("order.at", time(content.order().at()));
        content.order().goods().forEach(this::goods);
        section("parcel");
        pair("parcel.number", content.trackingNumber());
        pair("parcel.product", content.parcel().product());
        pair("parcel.bought", time(content.parcel().boughtAt()));
        pair("parcel.ordered", weight(content.parcel().ordered()));
        pair("parcel.booked", weight(content.parcel().booked()));
        pair("parcel.label", content.parcel().labelSha256());
        section("promise");
        // The promise is a day; it ends when the day does.
        Instant by = content.promise().by();
        pair("promise.by", by == null ? "" : day(by.minusSeconds(1)));
        pair("promise.handed", time(content.promise().handedOverAt()));
        pair("promise.attempt", time(content.promise().firstAttemptAt()));
        pair("promise.delivered", time(content.promise().deliveredAt()));
        pair("promise.verdict", texts.of("verdict." + content.promise().verdict()));
        section("scans");
        if (content.scans().isEmpty()) {
            room(ROW);
            sheet.text(plain, texts.of("scans.none"), LEFT, y);
            y += ROW;
        }
        content.scans().forEach(this::scan);
        foot();
        sheet.finish();
    }

    private void head() {
        sheet.text(new Style(false, 17, ink.text()), texts.of("title"), LEFT, 22);
        Style carrier = lines.shrunk(new Style(true, 17, ink.text()), content.carrier(), Mm.toPoints(80), 9);
        sheet.textRight(carrier, lines.one(carrier, content.carrier(), Mm.toPoints(80)), RIGHT, 22);
        sheet.rule(ink.text(), 0.9, LEFT, RIGHT, 26);
        y = 33;
        pair("reason", texts.of("reason." + content.reason()));
        Money amount = content.amount();
        pair("amount", amount == null ? "" : money(amount));
        pair("reference", content.carrierReference());
        y += 3;
    }

    private void parties() {
        double top = y;
        sheet.text(small, texts.of("sender"), LEFT, top);
        sheet.text(small, texts.of("receiver"), MIDDLE, top);
        double left = block(sender(), LEFT, top + 5);
        double right = block(receiver(), MIDDLE, top + 5);
        y = Math.max(left, right) + 2;
    }

    private double block(List<String> block, double x, double from) {
        double at = from;
        for (String line : block) {
            sheet.text(plain, lines.one(plain, line, Mm.toPoints(82)), x, at);
            at += 4.6;
        }
        return at;
    }

    private List<String> sender() {
        SenderAddress sender = content.parties().sender();
        return Stream.of(
                        content.parties().seller(),
                        sender.company(),
                        sender.name(),
                        sender.extra(),
                        together(sender.street(), sender.houseNumber()),
                        together(sender.zip(), sender.city()),
                        sender.country())
                .filter(line -> line != null && !line.isBlank())
                .distinct()
                .toList();
    }

    private List<String> receiver() {
        Address to = content.parties().receiver();
        return to == null
                ? List.of(texts.of("receiver.gone"))
                : Stream.of(
                                to.company(),
                                to.person(),
                                to.addition(),
                                to.streetLine(),
                                to.cityLine(),
                                to.country().code())
                        .filter(line -> !line.isBlank())
                        .toList();
    }

    private static String together(@Nullable String one, @Nullable String other) {
        return Stream.of(one, other).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }

    private void section(String key) {
        room(20);
        y += 4;
        sheet.text(bold, texts.of(key), LEFT, y);
        sheet.rule(ink.text(), 0.6, LEFT, RIGHT, y + 1.8);
        y += 7;
    }

    /** Nothing is drawn of what is not known. */
    private void pair(String key, String value) {
        if (value.isBlank()) {
            return;
        }
        List<String> wrapped = lines.of(plain, value, Mm.toPoints(RIGHT - VALUE), MOST_LINES);
        room(ROW * wrapped.size());
        sheet.text(small, lines.one(small, texts.of(key), Mm.toPoints(VALUE - LEFT - 2)), LEFT, y);
        for (String line : wrapped) {
            sheet.text(plain, line, VALUE, y);
            y += ROW;
        }
    }

    private void goods(Goods piece) {
        room(ROW);
        sheet.text(small, lines.one(small, piece.sku(), Mm.toPoints(VALUE - LEFT - 3)), LEFT, y);
        sheet.text(plain, lines.one(plain, piece.title(), Mm.toPoints(105)), VALUE, y);
        sheet.textRight(plain, money(piece.price()), RIGHT, y);
        y += ROW;
    }

    private void scan(Scan scan) {
        String said = Stream.of(scan.text(), scan.place(), scan.withdrawn() ? texts.of("scans.withdrawn") : "")
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
        List<String> wrapped = new ArrayList<>(lines.of(plain, said, Mm.toPoints(RIGHT - 98), MOST_LINES));
        if (wrapped.isEmpty()) {
            wrapped.add("");
        }
        room(ROW * wrapped.size());
        sheet.text(plain, time(scan.at()), LEFT, y);
        sheet.text(small, lines.one(small, scan.code(), Mm.toPoints(32)), 64, y);
        for (String line : wrapped) {
            sheet.text(plain, line, 98, y);
            y += ROW;
        }
        sheet.rule(ink.rule(), 0.3, LEFT, RIGHT, y - 3.4);
    }

    private void room(double height) {
        if (y + height > BOTTOM) {
            foot();
            sheet.finish();
            sheet = new Sheet(document, Paper.A4, pen);
            page++;
            sheet.text(
                    plain,
                    lines.one(
                            plain,
                            texts.of("title") + " · " + content.carrier() + " · " + content.trackingNumber(),
                            Mm.toPoints(RIGHT - LEFT)),
                    LEFT,
                    18);
            y = 28;
        }
    }

    private void foot() {
        sheet.text(small, texts.of("made", time(content.at())), LEFT, FOOTER);
        sheet.textRight(small, texts.of("page", Long.toString(content.number()), page), RIGHT, FOOTER);
    }

    private String time(@Nullable Instant at) {
        if (at == null) {
            return "";
        }
        ZonedDateTime local = at.atZone(content.zone());
        return texts.language().date(local.toLocalDate()) + ", "
                + DateTimeFormatter.ofPattern("HH:mm").format(local);
    }

    private String day(Instant at) {
        return texts.language().date(at.atZone(content.zone()).toLocalDate());
    }

    private String weight(@Nullable Weight weight) {
        return weight == null ? "" : kilograms.format(weight.grams() / 1000.0) + " kg";
    }

    private String money(Money money) {
        NumberFormat format = NumberFormat.getCurrencyInstance(texts.language().locale());
        format.setCurrency(money.currency());
        // The space before the sign is one that no font has to know.
        return format.format(money.amount()).replace('\u00a0', ' ').replace('\u202f', ' ');
    }
}
