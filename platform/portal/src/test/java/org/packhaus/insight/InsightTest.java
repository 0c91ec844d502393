package org.packhaus.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.packhaus.order.ChannelOrders.order;

import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.insight.Insight.OfSeller;
import org.packhaus.order.ImportFixture;
import org.packhaus.order.OrderFigures;
import org.packhaus.order.OrderService;
import org.packhaus.sdk.ChannelItem.State;
import org.packhaus.sdk.DeliveryTerms.Kind;
import org.packhaus.sdk.DeliveryTerms.Term;
import org.packhaus.seller.NoSellerScope;
import org.packhaus.seller.SellerScope;
import org.packhaus.shipment.LabelFigures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Two orders should have left yesterday, three must leave today at noon, one of them is held; three more have time. */
@DatabaseTest
class InsightTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Autowired
    ApplicationContext context;

    @Autowired
    OrderService orders;

    @Autowired
    OrderFigures orderFigures;

    @Autowired
    LabelFigures labelFigures;

    @Autowired
    EntityManagerFactory factory;

    private ImportFixture shop;
    private Instant noon;
    private InsightService insights;

    @BeforeEach
    void aTuesdayMorning() {
        shop = shop();
        noon = Objects.requireNonNull(shop.row("today-0").shipBy());
        insights = new InsightService(orderFigures, labelFigures, Clock.fixed(noon.minus(Duration.ofHours(2)), BERLIN));
        shop.in(() -> {
            orders.hold(shop.row("today-2").id(), "wants another colour");
            return true;
        });
    }

    private ImportFixture shop() {
        var opened = new ImportFixture(context);
        for (int days = 1; days <= 3; days++) {
            opened.channel.terms.put(
                    "SKU-" + days, new Term(Kind.PARCEL, Set.of(DayOfWeek.values()), LocalTime.of(12, 0), days, 2));
        }
        for (int i = 0; i < 3; i++) {
            if (i < 2) {
                opened.channel.put(order("yesterday-" + i, State.PROCESSABLE, "SKU-1"));
            }
            opened.channel.put(order("today-" + i, State.PROCESSABLE, "SKU-2"));
            opened.channel.put(order("tomorrow-" + i, State.PROCESSABLE, "SKU-3"));
        }
        opened.channel.put(order("not-yet-ours", State.ANNOUNCED, "SKU-2"));
        opened.run();
        return opened;
    }

    private Insight read() {
        return shop.in(() -> insights.read(Period.TODAY, BERLIN));
    }

    @Test
    void saysWhatMustLeaveAndWhatIsInDanger() {
        var insight = read();

        assertThat(insight.open()).isEqualTo(8);
        assertThat(insight.leaving()).isEqualTo(5);
        assertThat(insight.late()).isEqualTo(2);
        assertThat(insight.overdue()).isEqualTo(2);
        assertThat(insight.atRisk()).as("the one on hold").isEqualTo(1);
        assertThat(insight.hours()).containsExactly(new Hour(noon.truncatedTo(ChronoUnit.HOURS), 0, 0, 2, 1));
    }

    @Test
    void whatIsDueEarlierTodayIsLateButNotOfAnEarlierDay() {
        insights = new InsightService(orderFigures, labelFigures, Clock.fixed(noon.plusSeconds(60), BERLIN));

        var insight = read();

        assertThat(insight.late()).isEqualTo(5);
        assertThat(insight.overdue()).isEqualTo(2);
        assertThat(insight.atRisk()).as("late is not counted twice").isZero();
    }

    @Test
    void aDayBeginsWhereItsReaderLives() {
        // Where it is 23:00 now, "today at noon" is in the first hours of tomorrow, and yesterday's is in those of
        // today.
        int hour = noon.minus(Duration.ofHours(2)).atOffset(ZoneOffset.UTC).getHour();
        var insight = shop.in(() -> insights.read(Period.TODAY, ZoneOffset.ofHours(23 - hour)));

        assertThat(insight.leaving()).isEqualTo(2);
        assertThat(insight.late()).isEqualTo(2);
        assertThat(insight.overdue()).isZero();
    }

    @Test
    void showsNothingOfAnotherSellerAndTellsThoseInViewApart() {
        var other = shop();

        assertThat(read().leaving()).isEqualTo(5);
        var both = SellerScope.get(Set.of(shop.seller, other.seller), () -> insights.read(Period.TODAY, BERLIN));
        assertThat(both.leaving()).isEqualTo(10);
        assertThat(both.sellers()).containsOnlyKeys(shop.seller, other.seller);
        assertThat(both.sellers().get(other.seller)).isEqualTo(new OfSeller(5, 2, 0, 0, Spend.NONE));
        assertThatThrownBy(() -> insights.read(Period.TODAY, BERLIN)).isInstanceOf(NoSellerScope.class);
    }

    @Test
    void costsFiveStatementsHoweverManyOrders() {
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        shop.in(() -> insights.read(Period.MONTH, BERLIN));
        assertThat(statistics.getPrepareStatementCount()).isEqualTo(5);
    }

    @Test
    void aChartHasEveryDay() {
        var insight = read();

        assertThat(insight.days())
                .hasSize(InsightService.CHART_DAYS)
                .allSatisfy((day, spend) -> assertThat(spend).isEqualTo(Spend.NONE));
        assertThat(List.copyOf(insight.days().keySet()))
                .isSorted()
                .endsWith(noon.atZone(BERLIN).toLocalDate());
    }
}
