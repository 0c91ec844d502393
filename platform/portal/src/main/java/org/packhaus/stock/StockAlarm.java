package org.packhaus.stock;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.Filter;
import org.packhaus.seller.SellerId;

/** At how many left to sell a seller wants to be told, where a SKU says nothing else. */
@Entity
@Table(name = "stock_alarm")
@Filter(name = "seller")
class StockAlarm {
    @Id
    long sellerId;

    @Version
    int version;

    int lowAt;

    @SuppressWarnings("NullAway.Init")
    protected StockAlarm() {}

    StockAlarm(SellerId seller, int lowAt) {
        this.sellerId = seller.value();
        this.lowAt = lowAt;
    }
}
