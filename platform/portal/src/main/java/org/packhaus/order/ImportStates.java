package org.packhaus.order;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.springframework.stereotype.Component;

/** Where the imports stand. Always inside a transaction. */
@Component
class ImportStates {
    private final EntityManager entities;

    ImportStates(EntityManager entities) {
        this.entities = entities;
    }

    Optional<ImportState> find(SellerId seller, ConnectionId connection) {
        return entities.createQuery(
                        "select s from ImportState s where s.sellerId = :seller and s.connectionId = :connection",
                        ImportState.class)
                .setParameter("seller", seller.value())
                .setParameter("connection", connection.value())
                .getResultStream()
                .findFirst();
    }

    /** Begun if there is none. */
    ImportState of(SellerId seller, ConnectionId connection) {
        return find(seller, connection).orElseGet(() -> {
            ImportState state = new ImportState(SellerScope.require(seller), connection);
            entities.persist(state);
            return state;
        });
    }
}
