package org.packhaus.casework;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.packhaus.aftersales.ReturnId;
import org.packhaus.aftersales.ReturnRow;
import org.packhaus.aftersales.ReturnService;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.packhaus.claim.ClaimId;
import org.packhaus.claim.ClaimRow;
import org.packhaus.claim.ClaimService;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.OrderId;
import org.packhaus.seller.SellerId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * What a case is about besides its order: pieces that come back, claims to carriers. A person says so; nothing is linked by itself, because
 * a buyer with two returns writes about one of them. Sees the sellers in scope only.
 */
@Service
public class CaseLinks {
    private final EntityManager entities;
    private final CaseBook book;
    private final ReturnService returns;
    private final ClaimService claims;
    private final TransactionRetry transactions;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseLinks(
            EntityManager entities,
            CaseBook book,
            ReturnService returns,
            ClaimService claims,
            TransactionRetry transactions,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.entities = entities;
        this.book = book;
        this.returns = returns;
        this.claims = claims;
        this.transactions = transactions;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What a case is about, and what else there is of its order that it could be about.
     *
     * @param otherReturns not linked yet, as {@code otherClaims}
     */
    public record Linked(
            List<ReturnRow> returns, List<ClaimRow> claims, List<ReturnRow> otherReturns, List<ClaimRow> otherClaims) {
        public Linked {
            returns = List.copyOf(returns);
            claims = List.copyOf(claims);
            otherReturns = List.copyOf(otherReturns);
            otherClaims = List.copyOf(otherClaims);
        }

        public boolean isEmpty() {
            return returns.isEmpty() && claims.isEmpty() && otherReturns.isEmpty() && otherClaims.isEmpty();
        }
    }

    /** @throws CaseException if there is no such case in scope */
    public Linked of(CaseId id) {
        return transactions.call(() -> {
            SupportCase of = book.find(id);
            List<Long> pieces = ids("select l.pieceId from CaseReturn l where l.caseId = :id order by l.pieceId", id);
            List<Long> claimed = ids("select l.claimId from CaseClaim l where l.caseId = :id order by l.claimId", id);
            Optional<OrderId> order = Optional.ofNullable(of.orderId).map(OrderId::new);
            return new Linked(
                    returns.rows(pieces.stream().map(ReturnId::new).toList()),
                    claimed.stream()
                            .flatMap(claim -> claims.find(new ClaimId(claim)).stream())
                            .toList(),
                    order.map(returns::ofOrder).orElse(List.of()).stream()
                            .filter(row -> !pieces.contains(row.id().value()))
                            .toList(),
                    order.map(claims::of).orElse(List.of()).stream()
                            .filter(row -> row.seller().equals(of.seller()))
                            .filter(row -> !claimed.contains(row.id().value()))
                            .toList());
        });
    }

    private List<Long> ids(String query, CaseId id) {
        return entities.createQuery(query, Long.class)
                .setParameter("id", id.value())
                .getResultList();
    }

    /** The cases about a returned piece, the one that moved last first. */
    public List<CaseRow> about(ReturnId piece) {
        return cases("select l.caseId from CaseReturn l where l.pieceId = :id", piece.value());
    }

    /** The cases about a claim, likewise. */
    public List<CaseRow> about(ClaimId claim) {
        return cases("select l.caseId from CaseClaim l where l.claimId = :id", claim.value());
    }

    private List<CaseRow> cases(String linked, long id) {
        return transactions.call(() -> {
            List<SupportCase> found = entities.createQuery(
                            "select c from SupportCase c where c.id in (" + linked
                                    + ") order by c.movedAt desc, c.id desc",
                            SupportCase.class)
                    .setParameter("id", id)
                    .getResultList();
            return rows(found);
        });
    }

    private List<CaseRow> rows(Collection<SupportCase> found) {
        Map<Long, List<String>> tags = book.tags(found);
        return found.stream()
                .map(one -> one.row(tags.getOrDefault(one.id().value(), List.of())))
                .toList();
    }

    /** Saying it twice is no error, here and below. */
    public void link(CaseId id, ReturnId piece) {
        transactions.callAgainIfStale(() -> {
            SupportCase of = alive(id);
            ReturnRow row = returns.rows(List.of(piece)).stream()
                    .filter(one -> one.seller().equals(of.seller()))
                    .findFirst()
                    .orElseThrow(() -> new CaseException("return-unknown", "This seller has no such return."));
            if (entities.find(CaseReturn.class, new CaseReturn.Key(id.value(), piece.value())) == null) {
                entities.persist(new CaseReturn(of, piece.value(), clock.instant()));
                done(of, "linked-return", row.sku());
            }
            return true;
        });
    }

    public void link(CaseId id, ClaimId claim) {
        transactions.callAgainIfStale(() -> {
            SupportCase of = alive(id);
            ClaimRow row = claims.find(claim)
                    .filter(one -> one.seller().equals(of.seller()))
                    .orElseThrow(() -> new CaseException("claim-unknown", "This seller has no such claim."));
            if (entities.find(CaseClaim.class, new CaseClaim.Key(id.value(), claim.value())) == null) {
                entities.persist(new CaseClaim(of, claim.value(), clock.instant()));
                done(of, "linked-claim", row.trackingNumber());
            }
            return true;
        });
    }

    public void unlink(CaseId id, ReturnId piece) {
        transactions.callAgainIfStale(() -> {
            SupportCase of = alive(id);
            CaseReturn there = entities.find(CaseReturn.class, new CaseReturn.Key(id.value(), piece.value()));
            if (there != null) {
                entities.remove(there);
                done(of, "unlinked-return", "");
            }
            return true;
        });
    }

    public void unlink(CaseId id, ClaimId claim) {
        transactions.callAgainIfStale(() -> {
            SupportCase of = alive(id);
            CaseClaim there = entities.find(CaseClaim.class, new CaseClaim.Key(id.value(), claim.value()));
            if (there != null) {
                entities.remove(there);
                done(of, "unlinked-claim", "");
            }
            return true;
        });
    }

    private SupportCase alive(CaseId id) {
        SupportCase of = book.find(id);
        if (of.erasedAt != null) {
            throw new CaseException(
                    "case-erased",
                    "The buyer of case " + of.number + " is forgotten; nothing can be done with it any more.");
        }
        return of;
    }

    private void done(SupportCase of, String code, String text) {
        SellerId seller = of.seller();
        book.add(CaseEntry.change(of, audit.actor().name(), code, text, clock.instant()));
        audit.record(seller, "case." + code, new Subject("case", of.id().value()), Map.of());
        events.publishEvent(new CaseChanged(seller, of.id()));
    }
}
