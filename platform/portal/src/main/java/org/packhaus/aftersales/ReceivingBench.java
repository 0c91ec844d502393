package org.packhaus.aftersales;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.ItemId;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderService;
import org.packhaus.sdk.ItemCondition;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.packhaus.stock.StockService;
import org.springframework.stereotype.Service;

/** What happens to a parcel that came back, from the scanner to the shelf. Whoever calls has the right to. */
@Service
public class ReceivingBench {
    private final ReturnBook book;
    private final StockService stock;
    private final OrderService orders;
    private final TransactionRetry transactions;
    private final Audit audit;
    private final Clock clock;

    ReceivingBench(
            ReturnBook book,
            StockService stock,
            OrderService orders,
            TransactionRetry transactions,
            Audit audit,
            Clock clock) {
        this.book = book;
        this.stock = stock;
        this.orders = orders;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What a scanned code means: return number, order number, the channel's id of a piece; else the code on the goods, the most urgent first.
     * Empty if nobody announced anything like it.
     */
    public List<ReturnRow> scan(String code) {
        return code.isBlank()
                ? List.of()
                : transactions.call(() -> book.scanned(code.strip()).stream()
                        .map(ReturnPiece::row)
                        .toList());
    }

    /** Somebody looked at it. Looking again corrects what was found, until it is decided. */
    public ReturnRow received(ReturnId id, ItemCondition condition, String note) {
        return transactions.callAgainIfStale(() -> {
            ReturnPiece piece = book.piece(id);
            SellerScope.require(piece.seller());
            if (piece.row().stage() == ReturnStage.DECIDED && !piece.row().mayBeAccepted() || piece.wish != null) {
                throw new AfterSalesException(
                        "return-decided",
                        "This piece is decided already; how it was found cannot be changed any more.");
            }
            boolean first = piece.receivedAt == null;
            piece.received(condition, note.strip(), audit.actor().name(), clock.instant());
            if (first) {
                piece.order().ifPresent(order -> orders.timeline(order, "return-received", piece.sku));
            }
            return piece.row();
        });
    }

    /** Back on the shelf, or written off; once. Asking for the same twice is no error. */
    public ReturnRow settleGoods(ReturnId id, Fate fate) {
        return transactions.callAgainIfStale(() -> {
            ReturnPiece piece = book.locked(List.of(id)).stream().findFirst().orElseGet(() -> book.piece(id));
            SellerScope.require(piece.seller());
            if (piece.fate == fate || fate == Fate.OPEN) {
                return piece.row();
            }
            if (piece.fate != Fate.OPEN) {
                throw new AfterSalesException(
                        "goods-settled",
                        "These goods were " + (piece.fate == Fate.RESTOCKED ? "put back into stock" : "written off")
                                + " already. Correct the number in the stock list.");
            }
            piece.fate = fate;
            if (piece.orderId != null && piece.itemId != null) {
                stock.cameBack(
                        piece.seller(),
                        new OrderId(piece.orderId),
                        new ItemId(piece.itemId),
                        piece.sku,
                        fate == Fate.RESTOCKED);
                orders.timeline(
                        new OrderId(piece.orderId),
                        fate == Fate.RESTOCKED ? "return-restocked" : "return-written-off",
                        piece.sku);
            }
            audit.record(
                    piece.seller(),
                    fate == Fate.RESTOCKED ? "return.restock" : "return.write-off",
                    new Subject("return", id.value()),
                    Map.of("order", piece.orderNumber, "sku", piece.sku));
            return piece.row();
        });
    }

    /** Keeps a photo, drawn anew. */
    public PhotoId photo(ReturnId id, byte[] file) {
        byte[] drawn = Pictures.drawnAnew(file);
        return transactions.callAgainIfStale(() -> {
            ReturnPiece piece = book.piece(id);
            SellerScope.require(piece.seller());
            ReturnPhoto photo =
                    new ReturnPhoto(piece, drawn, clock.instant(), audit.actor().name());
            book.add(photo);
            return photo.id();
        });
    }

    /** A JPEG; empty if there is no such photo in scope. */
    public Optional<byte[]> photo(PhotoId id) {
        return transactions.call(() -> book.photo(id));
    }

    /** A parcel that nobody announced is kept, to be matched by hand. */
    public UnknownId keep(SellerId seller, String code, String note) {
        SellerScope.require(seller);
        if (code.isBlank()) {
            throw new AfterSalesException("code-empty", "Nothing was scanned. Scan the parcel or type its number.");
        }
        return transactions.callAgainIfStale(() -> {
            UnknownReturn unknown = new UnknownReturn(
                    seller, code, note, clock.instant(), audit.actor().name());
            book.add(unknown);
            book.flush();
            audit.record(
                    seller,
                    "return.unknown",
                    new Subject("unknown-return", unknown.id().value()),
                    Map.of());
            return unknown.id();
        });
    }

    /** Keeps a photo of a parcel that nobody announced. */
    public PhotoId photo(UnknownId id, byte[] file) {
        byte[] drawn = Pictures.drawnAnew(file);
        return transactions.callAgainIfStale(() -> {
            UnknownReturn unknown = unknownOf(id);
            ReturnPhoto photo = new ReturnPhoto(
                    unknown, drawn, clock.instant(), audit.actor().name());
            book.add(photo);
            return photo.id();
        });
    }

    /** What nobody has matched yet, oldest first. */
    public List<UnknownRow> unknown() {
        return transactions.call(
                () -> book.unknown().stream().map(UnknownReturn::row).toList());
    }

    /** Somebody found out what it is: it counts as received, its photos go along. */
    public void match(UnknownId id, ReturnId piece) {
        transactions.callAgainIfStale(() -> {
            UnknownReturn unknown = unknownOf(id);
            ReturnPiece found = book.piece(piece);
            SellerScope.require(found.seller());
            if (!found.seller().equals(new SellerId(unknown.sellerId))) {
                throw new AfterSalesException(
                        "return-of-another", "The parcel came to another seller than the one whose piece this is.");
            }
            unknown.pieceId = found.id().value();
            found.received(
                    found.condition == null ? ItemCondition.B : found.condition,
                    found.note.isEmpty() ? unknown.note : found.note,
                    unknown.receivedBy,
                    unknown.receivedAt);
            book.flush();
            book.give(unknown, found);
            return true;
        });
    }

    private UnknownReturn unknownOf(UnknownId id) {
        UnknownReturn unknown = book.unknown(id)
                .filter(one -> one.pieceId == null)
                .orElseThrow(() -> new AfterSalesException(
                        "return-unknown", "There is no such parcel to be matched. Read the list again."));
        SellerScope.require(new SellerId(unknown.sellerId));
        return unknown;
    }
}
