package org.packhaus.aftersales;

import java.util.List;
import java.util.Optional;
import org.packhaus.order.ChannelPiece;
import org.packhaus.order.ChannelPieces;
import org.packhaus.order.OrderId;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.Receipts.Receipt;
import org.springframework.stereotype.Service;

/** Fetches what the channel billed the buyer, and keeps none of it: receipts name buyers, and the channel keeps them for years. */
@Service
public class OrderReceipts {
    private final ReturnDesk desk;
    private final ChannelPieces pieces;

    OrderReceipts(ReturnDesk desk, ChannelPieces pieces) {
        this.desk = desk;
        this.pieces = pieces;
    }

    /** Whether the order's channel keeps receipts. Calls nobody. */
    public boolean kept(OrderId order) {
        return piece(order).filter(piece -> desk.keepsReceipts(piece.channel())).isPresent();
    }

    /**
     * Newest first. Calls out.
     *
     * @throws AfterSalesException with what the channel said
     */
    public List<Receipt> ofOrder(OrderId order) {
        ChannelPiece piece = known(order);
        try {
            return desk.receipts(piece.channel(), piece.channelOrderId(), piece.orderNumber());
        } catch (PluginException e) {
            throw new AfterSalesException(e.code(), e.text());
        }
    }

    /**
     * A receipt of the order as a PDF. Calls out.
     *
     * @throws AfterSalesException if the order has none of this number, or with what the channel said
     */
    public byte[] pdf(OrderId order, String receiptNumber) {
        ChannelPiece piece = known(order);
        try {
            // A number typed into an address must not bring somebody else's receipt.
            boolean ofOrder = desk.receipts(piece.channel(), piece.channelOrderId(), piece.orderNumber()).stream()
                    .anyMatch(receipt -> receipt.number().equals(receiptNumber));
            if (!ofOrder) {
                throw new AfterSalesException("receipt-unknown", "This order has no such receipt.");
            }
            return desk.receipt(piece.channel(), receiptNumber, piece.orderNumber());
        } catch (PluginException e) {
            throw new AfterSalesException(e.code(), e.text());
        }
    }

    private ChannelPiece known(OrderId order) {
        return piece(order)
                .orElseThrow(() ->
                        new AfterSalesException("order-unknown", "There is no order " + order + " that you may see."));
    }

    private Optional<ChannelPiece> piece(OrderId order) {
        return pieces.of(order).stream().findFirst();
    }
}
