package org.packhaus.shipment;

import java.util.Set;
import org.packhaus.seller.SellerDirectory;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** {@code --packhaus.shipment.after-restore=true}: the first start after the database came back from a backup. */
@Component
@ConditionalOnProperty("packhaus.shipment.after-restore")
class AfterRestore implements SmartInitializingSingleton {
    private static final Logger log = LoggerFactory.getLogger(AfterRestore.class);

    private final LabelLedger ledger;
    private final SellerDirectory sellers;

    AfterRestore(LabelLedger ledger, SellerDirectory sellers) {
        this.ledger = ledger;
        this.sellers = sellers;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Set<SellerId> all = sellers.all();
        int doubted = SellerScope.get(all, () -> ledger.afterRestore("after-restore"));
        log.warn("After a restore: {} open label purchase(s) are looked up before anything is sent", doubted);
    }
}
