package org.packhaus.desk.ui;

import java.util.Map;
import java.util.stream.Collectors;
import org.packhaus.security.CurrentUser;
import org.packhaus.seller.Mark;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerRow;
import org.packhaus.seller.SellerService;

/** Names and tiles of all sellers a user sees, read once a view. */
record SellerNames(Map<SellerId, SellerRow> rows) {

    static SellerNames read(CurrentUser user, SellerService sellers) {
        return new SellerNames(
                user.inFullScope(sellers::list).stream().collect(Collectors.toMap(SellerRow::id, seller -> seller)));
    }

    SellerRow of(SellerId seller) {
        var row = rows.get(seller);
        return row == null ? new SellerRow(seller, "?", new Mark("?", Mark.TONES)) : row;
    }
}
