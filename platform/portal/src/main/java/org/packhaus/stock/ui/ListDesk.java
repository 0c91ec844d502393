package org.packhaus.stock.ui;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Permission;
import org.packhaus.seller.SellerId;
import org.packhaus.sheet.Spreadsheet;
import org.packhaus.sheet.TableFile;
import org.packhaus.sheet.TableFile.Cell;
import org.packhaus.shell.Formats;
import org.packhaus.stock.StockImport;
import org.packhaus.stock.StockImportProgress;
import org.packhaus.stock.StockPage;
import org.packhaus.stock.StockPreview;
import org.packhaus.stock.StockRow;
import org.packhaus.stock.StockService;
import org.packhaus.stock.StockShow;

/** Lists in and out, in the name of whoever is signed in and for the sellers whose stock they may change. */
record ListDesk(StockImport lists, StockService stock, CurrentUser user, Map<SellerId, String> sellers) {
    private static final int PAGE = 500;

    StockPreview preview(byte[] file, @Nullable SellerId otherwise) {
        var cells = Spreadsheet.read(file);
        return user.inScope(Permission.EDIT_STOCK, () -> lists.preview(cells, otherwise));
    }

    List<StockImportProgress> start(StockPreview preview, String note) {
        return user.inScope(Permission.EDIT_STOCK, () -> lists.start(preview, note));
    }

    List<StockImportProgress> progress(Set<Long> ids) {
        return user.inScope(() -> lists.progress(ids));
    }

    /** What there is, as a list that can be corrected and given back; with nothing there yet, two lines that show how it looks. */
    byte[] template(Formats formats) {
        var out = new ByteArrayOutputStream();
        boolean several = sellers.size() > 1;
        try (TableFile file = TableFile.csv(out, formats.locale())) {
            file.head(
                    several
                            ? List.of(
                                    "SKU",
                                    formats.text("stock.list.count"),
                                    formats.text("stock.list.alarm"),
                                    formats.text("stock.list.seller"))
                            : List.of("SKU", formats.text("stock.list.count"), formats.text("stock.list.alarm")));
            StockPage.@Nullable Cursor after = null;
            int written = 0;
            do {
                StockPage page = page(after);
                for (StockRow row : page.rows()) {
                    file.row(cells(row, several));
                    written++;
                }
                after = page.next();
            } while (after != null && written < StockImport.mostRows());
            if (written == 0) {
                file.row(List.of(new Cell.Text("SKU-1"), new Cell.Count(120), new Cell.Count(10)));
                file.row(List.of(new Cell.Text("SKU-2"), new Cell.Count(0), new Cell.Empty()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private StockPage page(StockPage.@Nullable Cursor after) {
        return user.inScope(Permission.EDIT_STOCK, () -> stock.rows("", StockShow.ALL, after, PAGE));
    }

    /** What is less than nothing was never counted right, and cannot be given back. */
    private List<Cell> cells(StockRow row, boolean several) {
        Cell sku = new Cell.Text(row.sku());
        Cell count = new Cell.Count(Math.max(0, row.onHand()));
        var own = row.ownAlarm() ? row.lowAt() : null;
        Cell alarm = own == null ? new Cell.Empty() : new Cell.Count(own);
        return several
                ? List.of(sku, count, alarm, new Cell.Text(sellers.getOrDefault(row.seller(), "")))
                : List.of(sku, count, alarm);
    }
}
