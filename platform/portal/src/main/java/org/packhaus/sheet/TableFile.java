package org.packhaus.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A table that is written row by row, so that a list of a million needs no more memory than one of ten. */
public interface TableFile extends AutoCloseable {

    /** What a cell can hold; a spreadsheet keeps numbers and dates as what they are. */
    sealed interface Cell {
        record Text(String value) implements Cell {}

        record Count(long value) implements Cell {}

        record Amount(BigDecimal value) implements Cell {}

        /** In the reader's time zone. */
        record At(LocalDateTime value) implements Cell {}

        record YesNo(boolean value) implements Cell {}

        record Empty() implements Cell {}

        static Cell text(@Nullable String value) {
            return value == null || value.isEmpty() ? new Empty() : new Text(value);
        }
    }

    /** CSV as the spreadsheets of this language open it: semicolons and decimal commas where a comma is no separator. */
    static TableFile csv(OutputStream out, Locale language) throws IOException {
        return new CsvFile(out, language);
    }

    static TableFile xlsx(OutputStream out, String sheet) {
        return new XlsxFile(out, sheet);
    }

    void head(List<String> names) throws IOException;

    void row(List<Cell> cells) throws IOException;

    @Override
    void close() throws IOException;
}
