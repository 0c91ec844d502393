package org.packhaus.document;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.OrderException;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderService;
import org.packhaus.order.ShippableOrder;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.packhaus.seller.SellerService;
import org.springframework.stereotype.Service;

/** Keeps how sellers want their papers, and shows what comes of it before anything is printed. Sees the sellers in scope only. */
@Service
public class PaperDesigns {
    private final EntityManager entities;
    private final SellerService sellers;
    private final OrderService orders;
    private final TransactionRetry transactions;
    private final Audit audit;
    private final Clock clock;

    PaperDesigns(
            EntityManager entities,
            SellerService sellers,
            OrderService orders,
            TransactionRetry transactions,
            Audit audit,
            Clock clock) {
        this.entities = entities;
        this.sellers = sellers;
        this.orders = orders;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    public PaperDesign of(SellerId seller) {
        SellerScope.require(seller);
        return transactions.call(
                () -> find(seller).map(DesignEntity::design).orElseGet(() -> PaperDesign.first(seller)));
    }

    /**
     * Saves it for the papers to come.
     *
     * @throws PaperException if somebody else saved meanwhile
     */
    public PaperDesign save(PaperDesign wanted) {
        SellerScope.require(wanted.seller());
        transactions.run(() -> {
            Optional<DesignEntity> found = find(wanted.seller());
            PaperDesign before = found.map(DesignEntity::design).orElseGet(() -> PaperDesign.first(wanted.seller()));
            if (before.version() != wanted.version()) {
                throw new PaperException(
                        "papers-changed",
                        "Somebody else has changed these papers meanwhile. Reload the page and change them again.");
            }
            DesignEntity entity = found.orElseGet(() -> new DesignEntity(wanted.seller()));
            entity.change(wanted, clock.instant());
            if (found.isEmpty()) {
                entities.persist(entity);
            }
            audit.record(
                    wanted.seller(),
                    "papers.change",
                    new Subject("seller", wanted.seller().value()),
                    detail(wanted));
        });
        return of(wanted.seller());
    }

    private static Map<String, String> detail(PaperDesign design) {
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("tongue", design.tongue().name());
        detail.put("articleNumbers", Boolean.toString(design.articleNumbers()));
        detail.put("eans", Boolean.toString(design.eans()));
        detail.put("returnLabels", Boolean.toString(design.returnLabels()));
        detail.put("logo", design.logo().map(bytes -> bytes.length + " bytes").orElse(""));
        detail.put(
                "words",
                design.words().entrySet().stream()
                        .filter(words -> !words.getValue().isEmpty())
                        .map(words -> words.getKey().name())
                        .sorted()
                        .collect(Collectors.joining(", ")));
        return detail;
    }

    /**
     * A slip as this design would print it.
     *
     * @param draft saved or not
     * @param order a real one of the seller's; null for one that is made up and has something of everything
     * @return a PDF
     * @throws PaperException if that order has no slip yet
     */
    public byte[] preview(PaperDesign draft, @Nullable OrderId order) {
        SellerScope.require(draft.seller());
        var seller = sellers.details(draft.seller());
        ShippableOrder real = order == null ? null : shippable(order, draft.seller());
        try {
            SlipContent slip = real == null ? SlipContents.sample(seller, draft) : SlipContents.of(real, seller, draft);
            return PackingSlip.bytes(slip, Paper.A4, clock.instant());
        } catch (Unprintable e) {
            throw new PaperException(e.code().word(), e.text(), real == null ? "" : real.orderNumber());
        }
    }

    private ShippableOrder shippable(OrderId order, SellerId seller) {
        ShippableOrder found = orders.shippable(order);
        if (!found.seller().equals(seller)) {
            throw new OrderException("order-unknown", "There is no order " + order + " of this seller's.");
        }
        return found;
    }

    /** A page of a PDF of ours as a PNG, to show it where a browser would not. */
    public byte[] picture(byte[] pdf, int page) {
        return PagePicture.png(pdf, page);
    }

    private Optional<DesignEntity> find(SellerId seller) {
        return Optional.ofNullable(entities.find(DesignEntity.class, seller.value()));
    }
}
