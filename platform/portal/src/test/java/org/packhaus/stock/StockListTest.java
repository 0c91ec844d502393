package org.packhaus.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.packhaus.sheet.Spreadsheet;
import org.packhaus.stock.StockFault.Kind;
import org.packhaus.stock.StockList.Line;

class StockListTest {

    private static StockList read(String text) {
        return StockList.of(Spreadsheet.read(text.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFFSKU;Bestand;Händler;Meldebestand\r\nA;12;Teehaus;3\r\n",
                "sku,on hand,seller,low-stock alarm\nA,12,Teehaus,3\n",
                "Artikel-Nr.\tLagerbestand\tVerkäufer\tMindestbestand\nA\t12,00\tTeehaus\t3\n",
                "预警值;卖家;库存;SKU\n3;Teehaus;12.0;A"
            })
    void columnsAreKnownByTheirNameInAnyOrderLanguageAndSeparator(String text) {
        assertThat(read(text).faults()).isEmpty();
        assertThat(read(text).lines())
                .extracting(Line::sku, Line::onHand, Line::seller, Line::lowAt)
                .containsExactly(tuple("A", 12, "Teehaus", 3));
    }

    @Test
    void whatOlderSpreadsheetsWriteIsReadToo() {
        String text = "SKU;Stück;Händler\nTÜR-1;4;Käsehaus\n";
        for (Charset charset : new Charset[] {Charset.forName("windows-1252"), StandardCharsets.UTF_8}) {
            assertThat(StockList.of(Spreadsheet.read(text.getBytes(charset))).lines())
                    .extracting(Line::sku, Line::seller)
                    .containsExactly(tuple("TÜR-1", "Käsehaus"));
        }
        byte[] unicode = ("\uFEFF" + text.replace(';', '\t')).getBytes(StandardCharsets.UTF_16LE);
        assertThat(StockList.of(Spreadsheet.read(unicode)).lines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A;1.234|COUNT_UNCLEAR",
                "A;1,234|COUNT_UNCLEAR",
                "A;12 345|COUNT_UNCLEAR",
                "A;1.5|COUNT_WRONG",
                "A;-3|COUNT_WRONG",
                "A;viele|COUNT_WRONG",
                "A;2000000|COUNT_WRONG",
                "A;|COUNT_MISSING",
                ";4|SKU_MISSING",
                "4,00123E+12;4|SKU_SHORTENED",
                "A;4;1.000|ALARM_UNCLEAR",
                "A;4;wenig|ALARM_WRONG"
            })
    void whatIsUnclearIsRefusedAndNotGuessed(String row, Kind kind) {
        StockList list = read("SKU;Bestand;Meldebestand\nGOOD;1\n" + row + "\n");

        assertThat(list.lines()).extracting(Line::sku).containsExactly("GOOD");
        assertThat(list.faults()).extracting(StockFault::row, StockFault::kind).containsExactly(tuple(3, kind));
    }

    @Test
    void aSkuCountsOnceAndWhatSaysNothingHereIsLeftAlone() {
        StockList list = read("SKU;Farbe;Bestand\nA;rot;1\n;;\nA;blau;2\n");

        assertThat(list.leftAlone()).containsExactly("B");
        assertThat(list.lines()).hasSize(1);
        assertThat(list.faults())
                .extracting(StockFault::row, StockFault::kind)
                .containsExactly(tuple(4, Kind.SKU_TWICE));
    }

    @Test
    void aListWithoutTheTwoColumnsIsNone() {
        assertThat(read("Name;Farbe\nA;rot\n").faults())
                .extracting(StockFault::kind)
                .containsExactly(Kind.NO_SKU_COLUMN, Kind.NO_COUNT_COLUMN);
        assertThat(read("SKU;Bestand;Menge\nA;1;2\n").faults())
                .extracting(StockFault::kind)
                .containsExactly(Kind.COLUMN_TWICE);
        assertThat(read("SKU;Bestand\n").faults()).extracting(StockFault::kind).containsExactly(Kind.EMPTY);
    }

    @Test
    void aSkuThatASpreadsheetWouldCalculateComesBackAsItWas() {
        assertThat(read("SKU;Bestand\n'=A1;1\n'plain;2\n").lines())
                .extracting(Line::sku)
                .containsExactly("=A1", "'plain");
    }
}
