package org.packhaus.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.packhaus.sheet.TableFile.Cell;

class TableFileTest {

    @TempDir
    Path folder;

    private static final List<Cell> ROW = List.of(
            new Cell.Text("=HYPERLINK(\"http://evil\")"),
            new Cell.Count(3),
            new Cell.Amount(new BigDecimal("-12.50")),
            new Cell.At(LocalDateTime.of(2026, 11, 26, 14, 5)),
            new Cell.YesNo(true),
            new Cell.Empty());

    private static String csv(Locale language) throws IOException {
        var out = new ByteArrayOutputStream();
        try (TableFile file = TableFile.csv(out, language)) {
            file.head(List.of("a", "b", "c", "d", "e", "f"));
            file.row(ROW);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void csvOpensInTheSpreadsheetOfItsLanguage() throws IOException {
        assertThat(csv(Locale.ENGLISH))
                .isEqualTo(
                        "\uFEFFa,b,c,d,e,f\r\n\"'=HYPERLINK(\"\"http://evil\"\")\",3,-12.50,2026-11-26 14:05,1,\r\n");
        assertThat(csv(Locale.GERMAN)).contains(";3;-12,50;2026-11-26 14:05;1;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+49 30", "-1", "@SUM(A1)", "\t=1", "  =1", "\r=1", "＝1"})
    void noTextIsCalculated(String text) {
        assertThat(CsvFile.guarded(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lamp-1", "O'Neill", "a=b", "", "ümlaut"})
    void anOrdinaryTextStaysAsItIs(String text) {
        assertThat(CsvFile.guarded(text)).isEqualTo(text);
    }

    @Test
    void xlsxKeepsNumbersAndDatesAsWhatTheyAre() throws IOException {
        var out = new ByteArrayOutputStream();
        try (TableFile file = TableFile.xlsx(out, "Orders")) {
            file.head(List.of("a", "b", "c", "d", "e", "f"));
            for (int row = 0; row < 2_500; row++) {
                file.row(ROW);
            }
        }
        var sheet = sheet(out.toByteArray());
        assertThat(sheet)
                .contains("<v>-12.50</v>")
                .contains("<v>46352.586")
                .contains("=HYPERLINK")
                .doesNotContain("<f>")
                .contains("r=\"F1\"")
                .contains("r=\"A2501\"");
    }

    /** From the directory at the end, as spreadsheets read it. */
    private String sheet(byte[] file) throws IOException {
        Path path = Files.write(folder.resolve("orders.xlsx"), file);
        try (var zip = new ZipFile(path.toFile())) {
            return new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
        }
    }
}
