package org.packhaus.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.packhaus.sdk.Dimensions;
import org.packhaus.sdk.Service;
import org.packhaus.sheet.SheetException;
import org.packhaus.sheet.Spreadsheet;

/** Price lists as people upload them. */
class PriceSheetTest {
    private static PriceSheet csv(String text) {
        return PriceSheet.of(Spreadsheet.read(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void readsLinesAndSurcharges() {
        PriceSheet sheet = csv("""
                countries;max_weight_g;max_length_mm;max_width_mm;max_height_mm;price;days;service
                DE;2000;600;300;150;3,49;2;
                AT, LU;5000;;;;8,90 €;;
                *;5000;;;;1.014,90;6;

                ;;;;;1,50;;signature
                """);
        assertThat(sheet.faults()).isEmpty();
        assertThat(sheet.table().bands())
                .containsExactly(
                        new PriceBand(Set.of("DE"), 2000, new Dimensions(600, 300, 150), new BigDecimal("3.49"), 2),
                        new PriceBand(Set.of("AT", "LU"), 5000, null, new BigDecimal("8.90"), null),
                        new PriceBand(Set.of(), 5000, null, new BigDecimal("1014.90"), 6));
        assertThat(sheet.table().surcharges()).containsEntry(Service.Kind.SIGNATURE, new BigDecimal("1.50"));
        assertThat(RuleJson.readTable(RuleJson.writeTable(sheet.table()))).isEqualTo(sheet.table());
    }

    @Test
    void readsWhatOtherSpreadsheetsWrite() {
        PriceSheet sheet = csv("\uFEFFPrice,Max weight kg,Countries\r\n\"3.49\",2.5,\"DE AT\"\r\n");
        assertThat(sheet.faults()).isEmpty();
        assertThat(sheet.table().bands())
                .containsExactly(new PriceBand(Set.of("DE", "AT"), 2500, null, new BigDecimal("3.49"), null));
        assertThat(Spreadsheet.read("price;countries\n1;Österreich".getBytes(Charset.forName("windows-1252")))
                        .get(1))
                .containsExactly("1", "Österreich");
    }

    @Test
    void saysWhichRowIsWrongAndWhy() {
        PriceSheet sheet = csv("""
                countries;max_weight_g;price;days;service
                DE;2000;3,49;2;
                XX;2000;3,49;2;
                DE;;3,49;2;
                DE;2000;cheap;2;
                DE;2000;3,49;two;
                ;;1,00;;GIFT WRAP
                """);
        assertThat(sheet.faults()).extracting(PriceSheet.Fault::row).containsExactly(3, 4, 5, 6, 7);
        assertThat(sheet.faults().getFirst().text()).contains("XX");
        assertThat(sheet.table().bands()).hasSize(1);
        assertThat(csv("countries;weight\nDE;1").faults()).hasSize(2);
        assertThat(csv("").faults()).hasSize(1);
    }

    @Test
    void readsTheFirstSheetOfAWorkbook() throws IOException {
        byte[] file = workbook(
                "<sst><si><t>price</t></si><si><r><t>max_weight</t></r><r><t>_g</t></r></si><si><t>DE</t></si></sst>",
                """
                <worksheet><sheetData>
                <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>countries</t></is></c></row>
                <row r="3"><c r="A3"><f>1+2.49</f><v>3.49</v></c><c r="B3"><v>2000</v></c><c r="C3" t="s"><v>2</v></c></row>
                </sheetData></worksheet>""");
        PriceSheet sheet = PriceSheet.of(Spreadsheet.read(file));
        assertThat(sheet.faults()).isEmpty();
        assertThat(sheet.table().bands())
                .containsExactly(new PriceBand(Set.of("DE"), 2000, null, new BigDecimal("3.49"), null));
    }

    @Test
    void readsNothingFromOutsideAWorkbook() throws IOException {
        byte[] hostile = workbook("<sst/>", """
                <!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/hostname">]>
                <worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&y;</v></c></row></sheetData></worksheet>""");
        assertThatThrownBy(() -> Spreadsheet.read(hostile)).isInstanceOf(SheetException.class);
        assertThatThrownBy(() -> Spreadsheet.read(new byte[] {'P', 'K', 3, 4, 5}))
                .isInstanceOfSatisfying(
                        SheetException.class, e -> assertThat(e.code()).isEqualTo("list-unreadable"));
    }

    private static byte[] workbook(String strings, String sheet) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (List<String> part :
                    List.of(List.of("xl/worksheets/sheet1.xml", sheet), List.of("xl/sharedStrings.xml", strings))) {
                zip.putNextEntry(new ZipEntry(part.get(0)));
                zip.write(part.get(1).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
