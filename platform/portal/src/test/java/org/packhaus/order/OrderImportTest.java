package org.packhaus.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.packhaus.order.ChannelOrders.MONDAY_MORNING;
import static org.packhaus.order.ChannelOrders.order;
import static org.packhaus.order.ChannelOrders.turned;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.ChannelItem.State;
import org.packhaus.sdk.DeliveryTerms.Kind;
import org.packhaus.sdk.DeliveryTerms.Term;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.OrderPage.Unreadable;
import org.packhaus.sdk.ProductCatalogue.Product;
import org.packhaus.sdk.Unavailable;
import org.packhaus.sdk.Weight;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DatabaseTest
class OrderImportTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    OrderService orders;

    ImportFixture shop;

    @BeforeEach
    void open() {
        shop = new ImportFixture(context);
    }

    @Test
    void bringsAnOrderInWithEverythingThatIsNeededToShipIt() {
        shop.channel.terms.put("MUG", new Term(Kind.PARCEL, Set.of(DayOfWeek.values()), LocalTime.of(12, 0), 1, 2));
        shop.channel.products.put(
                "MUG",
                new Product("MUG", "Mug", Optional.of(Weight.grams(420)), Optional.empty(), 1, Optional.empty()));
        shop.channel.put(order("a1", State.PROCESSABLE, "MUG", "MUG"));

        assertThat(shop.run()).isEqualTo(new ImportOutcome.Done(1, 0, 0, 0));

        OrderRow row = shop.row("a1");
        assertThat(row.stage()).isEqualTo(Stage.TO_SHIP);
        assertThat(row.items()).containsExactly(new ItemSummary("MUG", "Title of MUG", null, 2));
        assertThat(row.total().toString()).isEqualTo("25.00 EUR");
        assertThat(row.shipBy()).isEqualTo(Instant.parse("2026-11-16T17:00:00Z"));
        assertThat(row.buyerName()).isEqualTo("Özge Yıldızhan");
        ShippableOrder shippable = shop.in(() -> orders.shippable(row.id()));
        assertThat(shippable.items()).hasSize(2).allSatisfy(item -> {
            assertThat(item.weight()).isEqualTo(Weight.grams(420));
            assertThat(item.attributes()).isEqualTo(Map.of("Farbe", "grün"));
        });
        assertThat(shippable.deliverTo()).isEqualTo(ChannelOrders.GOETTINGEN);
    }

    @Test
    void rewritesNothingWhenNothingChanged() {
        shop.channel.put(order("b1", State.PROCESSABLE, "X"));
        shop.run();
        int version = shop.details("b1").version();

        assertThat(shop.run()).isEqualTo(new ImportOutcome.Done(0, 0, 1, 0));
        assertThat(shop.channel.queries.getLast().changedSince()).contains(MONDAY_MORNING.minus(ImportState.OVERLAP));
        assertThat(shop.details("b1").version()).isEqualTo(version);
    }

    @Test
    void goesOnAtThePageWhereItStopped() {
        shop.channel.pageSize = 2;
        for (int i = 0; i < 7; i++) {
            shop.channel.put(order("c" + i, State.PROCESSABLE, "X"));
        }
        shop.channel.failures.put(2, new Unavailable("busy", "Too many requests.", Duration.ofSeconds(30), null));

        assertThat(shop.run())
                .isInstanceOfSatisfying(
                        ImportOutcome.Later.class,
                        later -> assertThat(later.code()).isEqualTo("busy"));
        assertThat(shop.list(OrderTab.ALL)).hasSize(4);
        assertThat(shop.runUnforced()).isInstanceOf(ImportOutcome.Later.class);
        assertThat(shop.channel.queries).hasSize(3);

        assertThat(shop.run()).isEqualTo(new ImportOutcome.Done(3, 0, 0, 0));
        assertThat(shop.channel.queries.get(3).cursor()).contains("4");
    }

    @Test
    void pausesOnBadCredentialsAndResumesOnceRepaired() {
        shop.channel.put(order("d1", State.PROCESSABLE, "X"));
        shop.channel.failures.put(0, new InvalidSettings("credentials", "The secret has expired."));

        assertThat(shop.run()).isEqualTo(new ImportOutcome.Paused("credentials", "The secret has expired."));
        assertThat(shop.runUnforced()).isEqualTo(new ImportOutcome.Done(1, 0, 0, 0));
    }

    @Test
    void anAnnouncedOrderGetsItsAddressWhenItIsReleased() {
        shop.channel.put(order("e1", State.ANNOUNCED, "X"));
        shop.run();
        assertThat(shop.row("e1").stage()).isEqualTo(Stage.ANNOUNCED);
        assertThat(shop.row("e1").shipBy()).isNull();
        assertThat(shop.details("e1").deliverTo()).isNull();

        shop.channel.put(order("e1", MONDAY_MORNING.plusSeconds(1800), State.PROCESSABLE, "X"));
        assertThat(shop.run()).isEqualTo(new ImportOutcome.Done(0, 1, 0, 0));

        assertThat(shop.row("e1").stage()).isEqualTo(Stage.TO_SHIP);
        assertThat(shop.row("e1").shipBy()).isNotNull();
        assertThat(shop.row("e1").city()).isEqualTo("Göttingen");
        assertThat(shop.details("e1").timeline())
                .extracting(TimelineEntry::code)
                .containsExactly("released", "imported");
    }

    @Test
    void oneUnreadableOrderDoesNotStopTheOthers() {
        shop.channel.put(order("f1", State.PROCESSABLE, "X"));
        shop.channel.unreadable.add(
                new Unreadable("id-f2", "f2", "missing-sku", "positionItems[0].product.sku is missing."));

        assertThat(shop.run()).isEqualTo(new ImportOutcome.Done(1, 0, 0, 1));
        assertThat(shop.list(OrderTab.PROBLEM)).singleElement().satisfies(row -> {
            assertThat(row.orderNumber()).isEqualTo("f2");
            assertThat(row.problem()).extracting(Problem::code).isEqualTo("missing-sku");
        });

        shop.channel.unreadable.clear();
        shop.channel.put(order("f2", MONDAY_MORNING.plusSeconds(60), State.PROCESSABLE, "X"));
        shop.run();
        assertThat(shop.list(OrderTab.PROBLEM)).isEmpty();
        assertThat(shop.row("f2").stage()).isEqualTo(Stage.TO_SHIP);
    }

    @Test
    void anOrderThatCannotBeStoredIsNamedAndTheOthersGoOn() {
        shop.channel.put(order("g1", State.PROCESSABLE, "X"));
        shop.channel.put(order("g2", State.PROCESSABLE, "S".repeat(121)));
        shop.channel.put(order("g3", State.PROCESSABLE, "X"));

        shop.run();

        assertThat(shop.list(OrderTab.TO_SHIP))
                .extracting(OrderRow::orderNumber)
                .containsExactlyInAnyOrder("g1", "g3");
        assertThat(shop.list(OrderTab.PROBLEM))
                .singleElement()
                .satisfies(row ->
                        assertThat(row.problem()).extracting(Problem::code).isEqualTo("not-storable"));
    }

    @Test
    void aPieceCancelledAfterItsLabelIsAProblemOfThatOrder() {
        shop.channel.put(order("h1", State.PROCESSABLE, "X", "Y"));
        shop.run();
        label("h1", 1, 0);
        assertThat(shop.row("h1").stage()).isEqualTo(Stage.LABEL_PRINTED);

        shop.channel.put(turned(shop.channel.held("id-h1"), MONDAY_MORNING.plusSeconds(60), 1, State.CANCELLED));
        shop.run();

        assertThat(shop.row("h1").problem()).extracting(Problem::code).isEqualTo("cancelled-after-label");
        assertThat(shop.row("h1").pieces()).isEqualTo(1);
        assertThat(shop.row("h1").stage()).isEqualTo(Stage.LABEL_PRINTED);
    }

    @Test
    void aPageReadBeforeOurConfirmationDoesNotUndoIt() {
        var sent = order("i1", State.PROCESSABLE, "X");
        shop.channel.put(sent);
        shop.run();
        label("i1", 1, 1);
        assertThat(shop.row("i1").stage()).isEqualTo(Stage.SENT);

        shop.channel.put(ChannelOrders.to(sent, ChannelOrders.GOETTINGEN, MONDAY_MORNING.plusSeconds(30)));
        shop.channel.put(ChannelOrders.suspicious(shop.channel.held("id-i1")));
        assertThat(shop.run()).isEqualTo(new ImportOutcome.Done(0, 1, 0, 0));
        assertThat(shop.row("i1").stage()).isEqualTo(Stage.SENT);

        Instant later = Instant.now().plusSeconds(600);
        shop.channel.put(order("i1", later, State.PROCESSABLE, "X"));
        shop.run();
        assertThat(shop.row("i1").stage()).as("the channel corrects").isNotEqualTo(Stage.SENT);
        assertThat(shop.details("i1").timeline())
                .extracting(TimelineEntry::code)
                .contains("channel-corrected");
    }

    @Test
    void freightIsLeftAside() {
        shop.channel.terms.put("SOFA", new Term(Kind.FREIGHT, Set.of(DayOfWeek.MONDAY), LocalTime.NOON, 5, 5));
        shop.channel.put(order("j1", State.PROCESSABLE, "SOFA"));
        shop.channel.put(order("j2", State.PROCESSABLE, "SOFA", "X"));
        shop.run();

        assertThat(shop.row("j1").freight()).isTrue();
        assertThat(shop.in(() -> orders.shippable(shop.row("j1").id())).items()).isEmpty();
        assertThat(shop.row("j2").freight()).isFalse();
        assertThat(shop.in(() -> orders.shippable(shop.row("j2").id())).items())
                .extracting(OrderItem::sku)
                .containsExactly("X");
    }

    @Test
    void suspectedFraudIsHeldOnceAndReleasedByAPerson() {
        shop.channel.put(ChannelOrders.suspicious(order("k1", State.PROCESSABLE, "X")));
        shop.run();
        assertThat(shop.row("k1").onHold()).isTrue();

        OrderId id = shop.row("k1").id();
        shop.in(() -> {
            orders.release(id);
            return id;
        });
        shop.channel.put(
                ChannelOrders.suspicious(order("k1", MONDAY_MORNING.plusSeconds(60), State.PROCESSABLE, "X", "Y")));
        shop.run();
        assertThat(shop.row("k1").onHold()).isFalse();
        assertThat(shop.row("k1").pieces()).isEqualTo(2);
    }

    @Test
    void aCorrectionOfAnAddressThatIsNoLongerTheOneSeenIsRefused() {
        Address seen = Address.to("Jürgen Weiß")
                .street("Lindenweg", "3")
                .city("04109", "Leipzig")
                .build();
        Address faster = Address.to("Jürgen Weiß")
                .street("Lindenweg", "3 a")
                .city("04109", "Leipzig")
                .build();
        Address slower = Address.to("Jürgen Weiss")
                .street("Lindenweg", "3")
                .city("04109", "Leipzig")
                .build();
        shop.channel.put(ChannelOrders.to(order("m1", State.PROCESSABLE, "X"), seen, MONDAY_MORNING));
        shop.run();
        OrderId id = shop.row("m1").id();
        shop.in(() -> {
            orders.correctAddress(id, seen, faster);
            return id;
        });

        assertThatThrownBy(() -> shop.in(() -> {
                    orders.correctAddress(id, seen, slower);
                    return id;
                }))
                .isInstanceOfSatisfying(
                        OrderException.class,
                        refused -> assertThat(refused.code()).isEqualTo("address-moved"));

        assertThat(shop.details("m1").deliverTo()).isEqualTo(faster);
        shop.in(() -> {
            orders.correctAddress(id, faster, slower);
            return id;
        });
        assertThat(shop.details("m1").deliverTo()).isEqualTo(slower);
    }

    @Test
    void aCorrectedAddressStandsBesideTheOriginal() {
        Address bad = Address.to("Anna")
                .street("Packstation", "127")
                .city("50667", "Köln")
                .build();
        shop.channel.put(ChannelOrders.to(order("l1", State.PROCESSABLE, "X"), bad, MONDAY_MORNING));
        shop.run();
        assertThat(shop.row("l1").problem()).extracting(Problem::code).isEqualTo("address-post-number-missing");
        OrderId id = shop.row("l1").id();
        Address good = Address.to("Anna Neumann")
                .addition("82735518")
                .street("Packstation", "127")
                .city("50667", "Köln")
                .build();

        shop.in(() -> {
            orders.correctAddress(id, good);
            return id;
        });

        OrderDetails details = shop.details("l1");
        assertThat(details.row().problem()).isNull();
        assertThat(details.row().pickupPoint())
                .hasToString("PickupPoint[kind=LOCKER, number=127, postNumber=Optional[82735518]]");
        assertThat(details.deliverTo()).isEqualTo(good);
        assertThat(details.deliverToHistory())
                .extracting(AddressVersion::address)
                .containsExactly(bad, good);
        assertThat(shop.in(() -> orders.page(OrderFilter.of(OrderTab.ALL).withSearch("neum"), null, 10))
                        .rows())
                .hasSize(1);

        shop.channel.put(ChannelOrders.to(
                order("l1", MONDAY_MORNING.plusSeconds(60), State.PROCESSABLE, "X", "Y"),
                bad,
                MONDAY_MORNING.plusSeconds(60)));
        shop.run();
        assertThat(shop.details("l1").deliverTo())
                .as("the same bad address again changes nothing")
                .isEqualTo(good);
    }

    private void label(String number, int labels, int confirmed) {
        OrderDetails details = shop.details(number);
        Map<ItemId, Long> parcels = new java.util.HashMap<>();
        Map<ItemId, Instant> sent = new java.util.HashMap<>();
        for (OrderItem item : details.items()) {
            parcels.put(item.id(), 1L);
            if (confirmed > 0) {
                sent.put(item.id(), MONDAY_MORNING.plusSeconds(300));
            }
        }
        shop.in(() -> {
            orders.applyShipmentState(
                    details.row().id(),
                    new ShipmentState(
                            1,
                            labels,
                            false,
                            true,
                            confirmed,
                            new CarrierChoice("DHL", "DHL Paket", null, "seller's default"),
                            parcels,
                            sent,
                            Set.of("00340434161094042557")));
            return List.of();
        });
    }
}
