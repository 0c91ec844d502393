package org.packhaus.connect.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.packhaus.returnnumber.PoolBook;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Permission;
import org.packhaus.seller.ConnectionRow;
import org.packhaus.seller.ConnectionService;
import org.packhaus.seller.ConnectionState;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerRow;
import org.packhaus.seller.SellerService;
import org.packhaus.shell.Formats;
import org.packhaus.shell.NavigationEntry.Mood;
import org.packhaus.shell.Notice;
import org.packhaus.shell.NoticeSource;
import org.springframework.stereotype.Component;

/** Accounts that refuse us, and return numbers that run out. */
@Component
class SellerNotices implements NoticeSource {
    private final ConnectionService connections;
    private final SellerService sellers;
    private final PoolBook pools;
    private final CurrentUser user;

    SellerNotices(ConnectionService connections, SellerService sellers, PoolBook pools, CurrentUser user) {
        this.connections = connections;
        this.sellers = sellers;
        this.pools = pools;
        this.user = user;
    }

    @Override
    public List<Notice> notices(Formats formats) {
        if (!user.may(Permission.MANAGE_SELLERS)) {
            return List.of();
        }
        List<Notice> notices = new ArrayList<>();
        List<ConnectionRow> broken = connections.list().stream()
                .filter(row -> row.state() == ConnectionState.BROKEN)
                .filter(row -> user.may(Permission.MANAGE_SELLERS, row.seller()))
                .toList();
        if (!broken.isEmpty()) {
            Map<SellerId, String> names =
                    sellers.list().stream().collect(Collectors.toMap(SellerRow::id, SellerRow::name));
            broken.forEach(row -> notices.add(broken(row, names.getOrDefault(row.seller(), ""), formats)));
        }
        int low = pools.lowPools();
        if (low > 0) {
            notices.add(new Notice(
                    "pools." + low,
                    Mood.BAD,
                    formats.text("notices.pools", low),
                    formats.text("notices.pools.means"),
                    "sellers",
                    null));
        }
        return notices;
    }

    private static Notice broken(ConnectionRow row, String seller, Formats formats) {
        return new Notice(
                "connection." + row.id() + "."
                        + (row.outSince() == null ? 0 : row.outSince().getEpochSecond()),
                Mood.BAD,
                formats.text("notices.broken", row.name(), seller),
                formats.text("notices.broken.means"),
                "sellers/" + row.seller() + "/connections",
                row.outSince());
    }
}
