package org.packhaus.shipment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.packhaus.audit.Audit;
import org.packhaus.database.TransactionRetry;
import org.packhaus.job.BatchService;
import org.packhaus.job.Jobs;
import org.packhaus.order.ChannelOrders;
import org.packhaus.order.ChannelPieces;
import org.packhaus.order.ImportFixture;
import org.packhaus.order.JointOrders;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderRow;
import org.packhaus.order.OrderService;
import org.packhaus.returnnumber.ReturnNumbers;
import org.packhaus.sdk.ChannelItem;
import org.packhaus.sdk.ChannelOrder;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.ProductCatalogue.Product;
import org.packhaus.sdk.Weight;
import org.packhaus.seller.SellerDetails;
import org.packhaus.seller.SellerService;
import org.packhaus.seller.SenderAddress;
import org.springframework.context.ApplicationContext;

/** A seller who ships: the real import, order room and database; a carrier and a channel that do as the test says. */
final class FlowFixture {
    final TurnableClock clock = new TurnableClock(Instant.parse("2126-11-23T08:00:00Z"));
    final FakeCarrier carrier = new FakeCarrier();
    final FakeDesk desk = new FakeDesk(carrier);
    final FakeChannelDesk channel = new FakeChannelDesk();
    final ImportFixture imports;
    private final ApplicationContext context;
    private final OrderService orders;

    FlowFixture(ApplicationContext context) {
        this.context = context;
        this.imports = new ImportFixture(context);
        this.orders = context.getBean(OrderService.class);
        seller(s -> s);
    }

    /** Changes the seller, who begins with a sender and the carrier as default. */
    void seller(UnaryOperator<SellerDetails> change) {
        SellerService sellers = context.getBean(SellerService.class);
        imports.in(() -> {
            SellerDetails s = sellers.details(imports.seller);
            var sender = new SenderAddress(
                    "Kessel & Söhne", null, "Speicherstr.", "1", null, "20457", "Hamburg", "DE", null, null);
            sellers.update(change.apply(new SellerDetails(
                    s.id(),
                    s.version(),
                    s.name(),
                    s.mark(),
                    sender,
                    s.language(),
                    s.cutOff(),
                    s.timeZone(),
                    s.returnCarrier(),
                    imports.connection,
                    "V01PAK",
                    s.defaultParcelWeightGrams())));
            return true;
        });
    }

    /** Changes the parcels that nobody weighed, and what they go with. */
    static SellerDetails with(SellerDetails s, int grams, @Nullable String product) {
        return new SellerDetails(
                s.id(),
                s.version(),
                s.name(),
                s.mark(),
                s.sender(),
                s.language(),
                s.cutOff(),
                s.timeZone(),
                s.returnCarrier(),
                s.carrier(),
                product,
                grams);
    }

    OrderId order(String number, ChannelItem.State state, String... skus) {
        return order(ChannelOrders.order(number, state, skus));
    }

    OrderId order(ChannelOrder order) {
        imports.channel.put(order);
        imports.run();
        return imports.row(order.number()).id();
    }

    /** As the channel's catalogue has it. */
    void weighs(String sku, int grams) {
        comesInBoxes(sku, grams, 1);
    }

    void comesInBoxes(String sku, int grams, int boxes) {
        imports.channel.products.put(
                sku,
                new Product(sku, sku, Optional.of(Weight.grams(grams)), Optional.empty(), boxes, Optional.empty()));
    }

    /** The buyer cancels that piece of an order. */
    void cancel(String number, int piece) {
        ChannelOrder held = imports.channel.held("id-" + number);
        imports.channel.put(
                ChannelOrders.turned(held, held.changedAt().plusSeconds(600), piece, ChannelItem.State.CANCELLED));
        imports.run();
    }

    OrderRow row(OrderId order) {
        return imports.in(() -> orders.rows(List.of(order)).getFirst());
    }

    /** What the test knows to be there. */
    static <T> T there(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    /** One life of a portal process. */
    Life life(String node) {
        return life(node, desk);
    }

    /** With another way to the carriers. */
    Life life(String node, CarrierDesk carriers) {
        return new Life(new Node(node, clock.instant()), carriers);
    }

    final class Life {
        final Booker booker;
        final ParcelPlanner planner;
        final SendTogether together;
        final PieceCancellations cancellations;
        final Canceller canceller;
        final CarrierChooser chooser;
        final Confirmer confirmer;
        final ConfirmationMoves moves;
        final LabelLedger ledger;
        final BatchNews batches;
        final LedgerJob job;

        Life(Node node, CarrierDesk desk) {
            var book = context.getBean(ShipmentBook.class);
            var rows = context.getBean(LedgerBook.class);
            var joint = context.getBean(JointOrders.class);
            var transactions = context.getBean(TransactionRetry.class);
            var sellers = context.getBean(SellerService.class);
            chooser = new CarrierChooser(desk, context.getBeanProvider(CarrierAdvice.class), book, transactions);
            var outcomes = new LabelOutcomes(clock);
            var notes = new ConfirmationNotes(book, clock);
            var states = new ShipmentStates(
                    book, orders, joint, new CarrierNames(desk), context.getBeanProvider(PrintedSlips.class));
            batches = new BatchNews(context.getBean(BatchService.class), book, outcomes, joint);
            var packer = new Packer(book, clock);
            var jointParcels = new JointParcels(book, packer, states, orders, joint);
            var news = new OrderNews(orders, joint, jointParcels, states, book, notes, batches, clock);
            var plans = new BookingPlanner(book, orders, sellers, channel, carrier -> LabelPaper.PDF_103_X_199, clock);
            var labels = new LedgerMoves(
                    rows, transactions, plans, news, new References(), outcomes, LedgerHarness.TIMES, clock);
            var settler = new LabelSettler(rows, labels, desk, node, LedgerHarness.TIMES, clock);
            var voider = new LabelVoider(rows, labels, news, desk, node, LedgerHarness.TIMES, clock);
            ledger = new LabelLedger(labels, settler, voider, desk, node, LedgerHarness.TIMES, clock);
            var numbers = context.getBean(ReturnNumbers.class);
            var returns = new ReturnWays(desk, channel, numbers);
            planner = new ParcelPlanner(
                    orders,
                    joint,
                    sellers,
                    book,
                    context.getBean(Parcels.class),
                    packer,
                    states,
                    context.getBean(Audit.class),
                    transactions,
                    clock);
            var pieces = context.getBean(ChannelPieces.class);
            cancellations = new PieceCancellations(
                    book,
                    channel,
                    orders,
                    joint,
                    pieces,
                    packer,
                    states,
                    context.getBean(Jobs.class),
                    context.getBean(Audit.class),
                    transactions,
                    clock);
            canceller = new Canceller(book, channel, pieces, orders, transactions, clock);
            booker = new Booker(
                    orders,
                    joint,
                    sellers,
                    book,
                    states,
                    new Preflight(desk, channel, returns),
                    returns,
                    packer,
                    numbers,
                    chooser,
                    ledger,
                    transactions,
                    clock);
            together = new SendTogether(
                    orders,
                    joint,
                    jointParcels,
                    book,
                    states,
                    booker,
                    context.getBean(Audit.class),
                    transactions,
                    clock);
            job = new LedgerJob(settler, ledger, booker);
            moves = new ConfirmationMoves(
                    book,
                    rows,
                    new ConfirmationReports(book, rows, orders, sellers, channel),
                    notes,
                    states,
                    orders,
                    joint,
                    batches,
                    context.getBean(Jobs.class),
                    transactions,
                    channel,
                    LedgerHarness.TIMES,
                    clock);
            confirmer = new Confirmer(moves, channel, node, LedgerHarness.TIMES, clock);
        }

        OrderBooking book(OrderId order) {
            return imports.in(() -> booker.book(order, "test"));
        }

        BoughtLabel label(OrderId order) {
            return ((LabelOutcome.Bought) book(order).labels().getFirst()).label();
        }

        ConfirmationId schedule(OrderId order) {
            return imports.in(() -> confirmer.schedule(order, "test").getFirst());
        }

        /** Tells the channel of all parcels of that order. */
        void report(OrderId order) {
            imports.in(() -> confirmer.schedule(order, "test")).forEach(this::goOn);
        }

        Optional<Duration> goOn(ConfirmationId report) {
            return imports.in(() -> confirmer.goOn(report));
        }

        /** The ledger's own job. */
        void ownWork() {
            imports.in(() -> {
                job.run(imports.seller);
                return true;
            });
        }
    }

    List<ShipmentRow> shipments(OrderId order) {
        return imports.in(() -> context.getBean(ShipmentService.class).ofOrder(order));
    }

    /** Parcels that were not given up. */
    List<ParcelRow> live(OrderId order) {
        return shipments(order).stream()
                .flatMap(shipment -> shipment.parcels().stream())
                .filter(ParcelRow::live)
                .toList();
    }

    ConfirmationState confirmed(OrderId order) {
        ConfirmationRow row = shipments(order).getFirst().parcels().getFirst().confirmation();
        if (row == null) {
            throw new AssertionError("order " + order + " was not to be confirmed");
        }
        return row.state();
    }
}
