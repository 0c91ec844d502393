package org.packhaus.stock;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.OrderId;
import org.packhaus.order.StockLight;
import org.packhaus.seller.SellerId;
import org.springframework.stereotype.Service;

/** Counts goods and reserves them for orders. Sees the sellers in scope only. */
@Service
public class StockService {
    StockService() {}

    /** SKUs that begin with this text, by SKU; out of stock only if wanted. */
    public StockPage rows(String search, boolean outOfStockOnly, StockPage.@Nullable Cursor after, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Adds or takes away pieces; switches counting on for the SKU. */
    public void adjust(SellerId seller, String sku, int change, StockReason reason, String note) {
        throw new UnsupportedOperationException();
    }

    /** Sets how many there are, from a list by SKU; switches counting on for each. */
    public void set(SellerId seller, Map<String, Integer> onHand, String note) {
        throw new UnsupportedOperationException();
    }

    /** Switches counting on or off. */
    public void track(SellerId seller, String sku, boolean tracked) {
        throw new UnsupportedOperationException();
    }

    public StockLight light(OrderId order) {
        throw new UnsupportedOperationException();
    }

    /** Newest first. */
    public List<StockMovement> history(SellerId seller, String sku, int limit) {
        throw new UnsupportedOperationException();
    }
}
