package org.packhaus.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** One sheet with a head that stays. Texts are cells of type text, so nothing in them is ever calculated. */
final class XlsxFile implements TableFile {
    private static final int FLUSH_EVERY = 1_000;
    private static final String DATE = "yyyy-mm-dd hh:mm";
    private static final String MONEY = "#,##0.00";

    private final Workbook book;
    private final Worksheet sheet;
    private int row;

    XlsxFile(OutputStream out, String name) {
        book = new Workbook(out, "Packhaus", null);
        sheet = book.newWorksheet(name);
    }

    @Override
    public void head(List<String> names) {
        for (int column = 0; column < names.size(); column++) {
            sheet.inlineString(0, column, names.get(column));
            sheet.style(0, column).bold().set();
        }
        sheet.freezePane(0, 1);
        row = 1;
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            cell(column, cells.get(column));
        }
        row++;
        if (row % FLUSH_EVERY == 0) {
            sheet.flush();
        }
    }

    private void cell(int column, Cell cell) {
        switch (cell) {
            // Not among the shared strings: those stay in memory until the end.
            case Cell.Text(var value) -> sheet.inlineString(row, column, value);
            case Cell.Count(var value) -> sheet.value(row, column, value);
            case Cell.Amount(var value) -> {
                sheet.value(row, column, value);
                sheet.style(row, column).format(MONEY).set();
            }
            case Cell.At(var value) -> {
                sheet.value(row, column, value);
                sheet.style(row, column).format(DATE).set();
            }
            case Cell.YesNo(var value) -> sheet.value(row, column, value);
            case Cell.Empty() -> {
                // nothing is written for it
            }
        }
    }

    @Override
    public void close() throws IOException {
        book.finish();
    }
}
