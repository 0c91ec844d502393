package org.packhaus.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.packhaus.document.InvoiceContent.Line;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.Commodity;
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.Weight;

class CommercialInvoiceTest {
    private static final Line TEA = new Line(
            "Darjeeling",
            3,
            Money.euro("412.90"),
            new Commodity("090230", new CountryCode("IN"), "Black tea, first flush", Weight.grams(110)));

    private static InvoiceContent invoice(Address to, List<Line> lines) {
        return new InvoiceContent(
                "bwqwz7s8cx",
                LocalDate.of(2026, 11, 23),
                "00340434161094015902",
                Address.to("Käthe Dachs")
                        .company("Teehaus Dachs GmbH")
                        .street("Frankenstraße", "298")
                        .city("45133", "Essen")
                        .build(),
                to,
                Weight.grams(740),
                Money.euro("4.90"),
                lines);
    }

    private static Address zurich() {
        return Address.to("Réto Brändli")
                .street("Bahnhofstrasse", "1")
                .city("8001", "Zürich")
                .country(new CountryCode("CH"))
                .build();
    }

    @Test
    void addsUpWhatCustomsReads() throws IOException {
        byte[] pdf = CommercialInvoice.pdf(invoice(zurich(), List.of(TEA)), Slips.NOON);
        assertThat(PackingSlipTest.text(pdf))
                .contains("Commercial invoice", "No. bwqwz7s8cx", "23 November 2026", "00340434161094015902")
                .contains("Teehaus Dachs GmbH", "Réto Brändli", "SWITZERLAND", "GERMANY")
                .contains("Black tea, first flush", "090230", "IN", "0.33 kg", "412.90", "1,238.70")
                .contains("Postage", "4.90 EUR", "1,243.60 EUR", "0.74 kg");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(595f, 596f);
        }
    }

    @Test
    void writesChineseNamesAndHasAPageForEveryRow() throws IOException {
        Address beijing = Address.to("陈伟")
                .company("北京茶叶有限公司")
                .street("长安街", "1")
                .city("100000", "北京")
                .country(new CountryCode("CN"))
                .build();
        List<Line> many = IntStream.rangeClosed(1, 45)
                .mapToObj(i -> new Line("Title " + i, 1, Money.euro("1.00"), null))
                .toList();
        byte[] pdf = CommercialInvoice.pdf(invoice(beijing, many), Slips.NOON);
        String text = PackingSlipTest.text(pdf);
        assertThat(text).contains("陈伟", "北京茶叶有限公司", "Title 1", "Title 45", "49.90 EUR", "Page 1 of");
        IntStream.rangeClosed(1, 45).forEach(i -> assertThat(text).contains("Title " + i));
        assertThat(PackingSlipTest.pages(pdf)).isBetween(3, 4);
    }

    @Test
    void isTheSameFileEachTime() {
        assertThat(CommercialInvoice.pdf(invoice(zurich(), List.of(TEA)), Slips.NOON))
                .isEqualTo(CommercialInvoice.pdf(invoice(zurich(), List.of(TEA)), Slips.NOON));
    }
}
