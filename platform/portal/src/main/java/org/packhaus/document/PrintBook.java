package org.packhaus.document;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import org.packhaus.order.OrderId;
import org.packhaus.shipment.PrintedSlips;
import org.springframework.stereotype.Repository;

/** What was printed when. Every method runs inside the caller's transaction and scope. */
@Repository
class PrintBook implements PrintedSlips {
    private final EntityManager entities;

    PrintBook(EntityManager entities) {
        this.entities = entities;
    }

    void add(DocumentPrint print) {
        entities.persist(print);
    }

    /** Newest first. */
    List<PrintRow> prints(Collection<OrderId> orders) {
        return entities
                .createQuery(
                        "select p from DocumentPrint p where p.orderId in (:ids) order by p.id desc",
                        DocumentPrint.class)
                .setParameter("ids", orders.stream().map(OrderId::value).toList())
                .getResultList()
                .stream()
                .map(DocumentPrint::row)
                .toList();
    }

    @Override
    public boolean slipPrinted(OrderId order) {
        return entities.createQuery(
                                "select count(p) from DocumentPrint p where p.orderId = :id and p.slip = true",
                                Long.class)
                        .setParameter("id", order.value())
                        .getSingleResult()
                > 0;
    }
}
