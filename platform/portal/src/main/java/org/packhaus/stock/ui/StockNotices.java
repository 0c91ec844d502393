package org.packhaus.stock.ui;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Permission;
import org.packhaus.shell.Formats;
import org.packhaus.shell.NavigationEntry.Mood;
import org.packhaus.shell.Notice;
import org.packhaus.shell.NoticeSource;
import org.packhaus.stock.StockService;
import org.packhaus.stock.StockShow;
import org.springframework.stereotype.Component;

/** Goods that run low, once a day, and numbers that a channel refused. */
@Component
class StockNotices implements NoticeSource {
    private static final int COUNTED = 99;

    private final StockService stock;
    private final CurrentUser user;

    StockNotices(StockService stock, CurrentUser user) {
        this.stock = stock;
        this.user = user;
    }

    @Override
    public List<Notice> notices(Formats formats) {
        if (!user.may(Permission.EDIT_STOCK)) {
            return List.of();
        }
        List<Notice> notices = new ArrayList<>();
        var day = LocalDate.ofInstant(formats.now(), formats.zone());
        int low = stock.rows("", StockShow.LOW, null, COUNTED).rows().size();
        if (low > 0) {
            notices.add(new Notice(
                    "stock.low." + day,
                    Mood.CALM,
                    formats.text("notices.stock.low", low),
                    formats.text("notices.stock.low.means"),
                    "stock?show=low",
                    null));
        }
        int refused = stock.refused(COUNTED);
        if (refused > 0) {
            notices.add(new Notice(
                    "stock.refused." + day,
                    Mood.BAD,
                    formats.text("notices.stock.refused", refused),
                    formats.text("notices.stock.refused.means"),
                    "stock",
                    null));
        }
        return notices;
    }
}
