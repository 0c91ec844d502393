package org.packhaus.desk.ui;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.packhaus.aftersales.CutRow;
import org.packhaus.aftersales.OrderReceipts;
import org.packhaus.aftersales.PartialRefunds;
import org.packhaus.aftersales.PartialRefunds.Reducible;
import org.packhaus.aftersales.ReturnDecisions;
import org.packhaus.aftersales.ReturnRow;
import org.packhaus.aftersales.ReturnService;
import org.packhaus.order.ChannelPieces;
import org.packhaus.order.OrderDetails;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderItem;
import org.packhaus.sdk.Receipts.Receipt;
import org.packhaus.sdk.ReturnReason;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Permission;
import org.packhaus.seller.SellerId;
import org.springframework.stereotype.Component;

/** What may still be done about an order that has left, in the name of who looks at it. */
@Component
class OrderAftermath {
    private final ReturnService returns;
    private final ReturnDecisions decisions;
    private final PartialRefunds refunds;
    private final OrderReceipts receipts;
    private final ChannelPieces pieces;
    private final CurrentUser user;

    OrderAftermath(
            ReturnService returns,
            ReturnDecisions decisions,
            PartialRefunds refunds,
            OrderReceipts receipts,
            ChannelPieces pieces,
            CurrentUser user) {
        this.returns = returns;
        this.decisions = decisions;
        this.refunds = refunds;
        this.receipts = receipts;
        this.pieces = pieces;
        this.user = user;
    }

    /** @param reread shows the order again */
    AfterSalesCard.Desk of(OrderDetails order, Runnable reread) {
        OrderId id = order.row().id();
        SellerId seller = order.row().seller();
        return new AfterSalesCard.Desk() {
            @Override
            public List<ReturnRow> returns() {
                return user.inFullScope(() -> returns.ofOrder(id));
            }

            @Override
            public List<CutRow> cuts() {
                return user.inFullScope(() -> refunds.ofOrder(id));
            }

            @Override
            public List<Reducible> reducible() {
                return user.inFullScope(() -> refunds.reducible(id));
            }

            @Override
            public List<OrderItem> sent() {
                List<ReturnRow> known = returns();
                return order.items().stream()
                        .filter(item -> AfterSalesCard.isSent(item, known))
                        .toList();
            }

            @Override
            public List<ReturnReason> unseenReasons() {
                return user.inFullScope(() -> pieces.of(id).stream()
                        .findFirst()
                        .map(piece -> decisions.reasons(piece.channel()).stream()
                                .filter(ReturnReason::unseen)
                                .toList())
                        .orElse(List.of()));
            }

            @Override
            public Optional<String> words(String reason, Locale language) {
                return decisions.words(reason, language);
            }

            @Override
            public boolean keepsReceipts() {
                return user.inFullScope(() -> receipts.kept(id));
            }

            @Override
            public List<Receipt> receipts() {
                return user.inScopeOf(seller, Permission.AFTER_SALES, () -> receipts.ofOrder(id));
            }

            @Override
            public byte[] receipt(String number) {
                return user.inScopeOf(seller, Permission.AFTER_SALES, () -> receipts.pdf(id, number));
            }

            @Override
            public void reduce(Reducible piece, BigDecimal amount) {
                user.inScopeOf(seller, Permission.AFTER_SALES, () -> refunds.reduce(id, piece.item(), amount));
            }

            @Override
            public List<ReturnDecisions.Wished> acceptUnseen(OrderItem piece, String reason) {
                return user.inScopeOf(
                        seller, Permission.AFTER_SALES, () -> decisions.acceptUnseen(id, List.of(piece.id()), reason));
            }

            @Override
            public boolean mayAct() {
                return user.may(Permission.AFTER_SALES, seller);
            }

            @Override
            public void read() {
                reread.run();
            }
        };
    }
}
