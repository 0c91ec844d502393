package org.packhaus.sdk.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.packhaus.sdk.ChannelOrder;
import org.packhaus.sdk.ChannelProfile;
import org.packhaus.sdk.ChannelRules;
import org.packhaus.sdk.Confirmation;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.OrderPage;
import org.packhaus.sdk.OrderQuery;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.ReportedShipment;
import org.packhaus.sdk.ReturnDecision;
import org.packhaus.sdk.ReturnReason;
import org.packhaus.sdk.Returns;
import org.packhaus.sdk.SalesChannel;
import org.packhaus.sdk.SeveralBoxes;
import org.packhaus.sdk.Unavailable;
import org.packhaus.sdk.Unclear;

/**
 * The rules of {@link SalesChannel} as tests. Extend it in your plugin's tests, teach the server what the channel answers, and
 * run it; run it a second time with {@link ScriptedServer#forwardTo} against the channel's sandbox.
 *
 * @param <S> your settings
 */
public abstract class SalesChannelContract<S extends Record> extends Contract<S, SalesChannel<S>> {

    /** The ids of all readable orders the service holds; more than three, so that there are pages. */
    protected abstract Set<String> orderIds();

    /** The ids of the orders it holds that lack what is mandatory; may be empty against a sandbox. */
    protected abstract Set<String> unreadableIds();

    /** A report the service takes, each time with pieces and a number not reported before. */
    protected abstract Confirmation confirmation();

    /** Where reports go, with POST; {@code *} stands for one step. */
    protected abstract String reportPath();

    /** Where orders are listed, with GET. */
    protected abstract String ordersPath();

    private List<OrderPage> pages(int limit) throws Exception {
        List<OrderPage> pages = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            OrderPage page = extension(tools).orders(new OrderQuery(Optional.empty(), cursor, limit), settings());
            pages.add(page);
            cursor = page.next();
        } while (cursor.isPresent() && pages.size() < 1_000);
        return pages;
    }

    private static List<ChannelOrder> orders(List<OrderPage> pages) {
        return pages.stream().flatMap(page -> page.orders().stream()).toList();
    }

    @Test
    void saysWhoItIs() {
        ChannelProfile profile = extension(tools).profile();
        assertThat(profile).as("constant").isEqualTo(extension(tools).profile());
        assertThat(profile.id()).matches("[a-z][a-z0-9-]*");
        assertThat(profile.name()).isNotBlank();
        ChannelRules rules = extension(tools).rules(settings());
        assertThat(rules).isEqualTo(extension(tools).rules(settings()));
        assertThat(rules.carriers()).isNotEmpty();
        rules.returnCarrier()
                .ifPresent(carrier -> assertThat(rules.returnCarriers()).contains(carrier));
        assertThat(server.calls()).as("it must not call out for that").isEmpty();
    }

    @Test
    void namesTheReasonsForWhichReturnsAreDecided() {
        if (extension(tools) instanceof Returns<?> returns) {
            List<ReturnReason> reasons = returns.reasons();
            assertThat(reasons).as("constant").isEqualTo(returns.reasons()).doesNotHaveDuplicates();
            assertThat(reasons).extracting(ReturnReason::verdict).contains(ReturnDecision.Verdict.values());
            assertThat(returns.mostPerDecision()).isPositive();
            assertThat(SettingsCheck.withoutText(
                            returns.getClass(),
                            reasons.stream()
                                    .map(reason -> "return-reason." + reason.code())
                                    .toList()))
                    .isEmpty();
            assertThat(server.calls()).as("it must not call out for that").isEmpty();
        }
    }

    @Test
    void givesEveryOrderOnce() throws Exception {
        List<OrderPage> pages = pages(3);
        assertThat(pages).hasSizeGreaterThan(1);
        assertThat(orders(pages)).extracting(ChannelOrder::id).containsExactlyInAnyOrderElementsOf(orderIds());
    }

    @Test
    void goesOnPastAnOrderItCannotRead() throws Exception {
        List<OrderPage.Unreadable> unreadable =
                pages(3).stream().flatMap(page -> page.unreadable().stream()).toList();
        assertThat(unreadable)
                .extracting(OrderPage.Unreadable::channelOrderId)
                .containsExactlyInAnyOrderElementsOf(unreadableIds());
        assertThat(unreadable).allSatisfy(order -> {
            assertThat(order.code()).matches("[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(order.text()).isNotBlank();
        });
    }

    @Test
    void readsAnswersThatHaveGrown() throws Exception {
        List<ChannelOrder> before = orders(pages(100));
        server.always(Reply::withUnknownFields);
        assertThat(orders(pages(100))).isEqualTo(before);
        Confirmation confirmation = confirmation();
        extension(tools).confirm(confirmation, settings());
        assertThat(extension(tools).shipment(confirmation.carrierCode(), confirmation.trackingNumber(), settings()))
                .isPresent();
    }

    @Test
    void givesOrdersWholeAndOneByOne() throws Exception {
        ChannelOrder order = orders(pages(100)).getFirst();
        assertThat(order.items()).isNotEmpty();
        assertThat(extension(tools).order(order.id(), settings())).contains(order);
        assertThat(extension(tools).order("00000000-0000-4000-8000-000000000000", settings()))
                .as("an order nobody knows")
                .isEmpty();
    }

    @Test
    void givesOnlyWhatChangedSince() throws Exception {
        Instant future = tools.clock().instant().plusSeconds(86_400);
        OrderPage page =
                extension(tools).orders(new OrderQuery(Optional.of(future), Optional.empty(), 100), settings());
        assertThat(page.orders()).isEmpty();
    }

    @Test
    void holdsWhatWasReported() throws Exception {
        Confirmation confirmation = confirmation();
        assertThat(extension(tools).shipment(confirmation.carrierCode(), confirmation.trackingNumber(), settings()))
                .isEmpty();
        String id = extension(tools).confirm(confirmation, settings());
        ReportedShipment held = extension(tools)
                .shipment(confirmation.carrierCode(), confirmation.trackingNumber(), settings())
                .orElseThrow();
        assertThat(held.id()).isEqualTo(id);
        assertSame(held, confirmation);
    }

    private static void assertSame(ReportedShipment held, Confirmation confirmation) {
        assertThat(held.carrierCode()).isEqualTo(confirmation.carrierCode());
        assertThat(held.trackingNumber()).isEqualTo(confirmation.trackingNumber());
        assertThat(held.items())
                .containsExactlyInAnyOrderElementsOf(confirmation.items().stream()
                        .map(item -> new ReportedShipment.Item(
                                item.channelOrderId(), item.channelItemId(), confirmation.returnNumber()))
                        .toList());
    }

    /** The boxes of one piece: what {@link #confirmation()} reports, under one more number. Override if numbers have a form of their own. */
    protected List<Confirmation> boxes() {
        Confirmation one = confirmation();
        Confirmation other = confirmation();
        return List.of(
                one,
                new Confirmation(
                        other.carrierCode(),
                        other.trackingNumber(),
                        one.returnNumber(),
                        one.shippedAt(),
                        one.shipFrom(),
                        one.items()));
    }

    /** Where the boxes of a piece go, with POST. */
    protected String boxesPath() {
        return reportPath();
    }

    @Test
    void holdsEveryBoxOfAPieceInSeveralBoxes() throws Exception {
        if (!(extension(tools) instanceof SeveralBoxes<?>)) {
            return;
        }
        List<Confirmation> boxes = boxes();
        assertThat(severalBoxes().confirmBoxes(boxes, settings())).isNotBlank();
        for (Confirmation box : boxes) {
            assertSame(
                    extension(tools)
                            .shipment(box.carrierCode(), box.trackingNumber(), settings())
                            .orElseThrow(),
                    box);
        }
        Rejected again = expect(Rejected.class, () -> severalBoxes().confirmBoxes(boxes, settings()));
        assertThat(again.code()).isEqualTo(Confirmation.ALREADY_REPORTED);
    }

    @Test
    void saysUnclearWhenTheAnswerToAReportOfBoxesIsLost() {
        if (extension(tools) instanceof SeveralBoxes<?>) {
            expectUnclear(boxesPath(), () -> severalBoxes().confirmBoxes(boxes(), settings()));
        }
    }

    @SuppressWarnings("unchecked") // Its settings are the channel's.
    private SeveralBoxes<S> severalBoxes() {
        return (SeveralBoxes<S>) extension(tools);
    }

    @Test
    void saysThatANumberWasReportedBefore() throws Exception {
        Confirmation confirmation = confirmation();
        extension(tools).confirm(confirmation, settings());
        Rejected again = expect(Rejected.class, () -> extension(tools).confirm(confirmation, settings()));
        assertThat(again.code()).isEqualTo(Confirmation.ALREADY_REPORTED);
    }

    @Test
    void canBeAskedAfterALostAnswer() throws Exception {
        Confirmation confirmation = confirmation();
        server.once("POST", reportPath(), Reply::lost);
        expect(Unclear.class, () -> extension(tools).confirm(confirmation, settings()));
        assertSame(
                extension(tools)
                        .shipment(confirmation.carrierCode(), confirmation.trackingNumber(), settings())
                        .orElseThrow(),
                confirmation);
    }

    @Test
    void saysUnclearWhenTheAnswerToAReportIsLost() {
        expectUnclear(reportPath(), () -> extension(tools).confirm(confirmation(), settings()));
    }

    @Test
    void saysUnavailableWhenNothingCanHaveHappened() {
        expectUnavailable(
                reportPath(),
                () -> extension(tools).confirm(confirmation(), settings()),
                () -> extension(tools).confirm(confirmation(), settings(ScriptedServer.nobody())));
    }

    @Test
    void saysUnavailableWhenOrdersCannotBeRead() {
        OrderQuery query = new OrderQuery(Optional.empty(), Optional.empty(), 3);
        for (var loss : List.<java.util.function.UnaryOperator<Reply>>of(
                Reply::lost,
                Reply::truncated,
                r -> Reply.of(500),
                r -> Reply.of(429),
                r -> Reply.text(200, "application/json", "<html>"))) {
            server.once("GET", ordersPath(), loss);
            if (loss.apply(Reply.of(200)).fate() == Reply.Fate.LOST) {
                server.once("GET", ordersPath(), loss); // a client may repeat a harmless request once
            }
            expect(Unavailable.class, () -> extension(tools).orders(query, settings()));
        }
    }

    @Test
    void blamesTheSettingsWhenCredentialsAreRefused() {
        OrderQuery query = new OrderQuery(Optional.empty(), Optional.empty(), 3);
        expect(InvalidSettings.class, () -> extension(tools).orders(query, wrongSettings(server.uri())));
        expect(InvalidSettings.class, () -> extension(tools).confirm(confirmation(), wrongSettings(server.uri())));
    }

    @Test
    void mayBeUsedByManyThreads() throws Exception {
        SalesChannel<S> one = extension(tools);
        OrderPage expected = one.orders(new OrderQuery(Optional.empty(), Optional.empty(), 3), settings());
        List<Future<OrderPage>> pages = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 15; i++) {
                pages.add(threads.submit(
                        () -> one.orders(new OrderQuery(Optional.empty(), Optional.empty(), 3), settings())));
            }
        }
        for (Future<OrderPage> page : pages) {
            assertThat(page.get(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS)).isEqualTo(expected);
        }
    }
}
