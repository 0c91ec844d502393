package org.packhaus.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.packhaus.rule.Punctuality.OnTime;
import org.packhaus.sdk.CarrierProduct;
import org.packhaus.sdk.CarrierProfile;
import org.packhaus.sdk.Dimensions;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.Service;
import org.packhaus.sdk.Weight;
import org.packhaus.seller.ConnectionId;
import org.packhaus.sheet.Spreadsheet;
import org.packhaus.shipment.CarrierAdvice.Advice;
import org.packhaus.shipment.CarrierPick;
import org.packhaus.shipment.CarrierReason.Considered;
import org.packhaus.shipment.CarrierStanding;

/** The decision by itself: values in, choice and reason out. */
class RuleEngineTest {
    private static final Offer SMALL = new Offer(new ConnectionId(1), "SMALL");
    private static final Offer PARCEL = new Offer(new ConnectionId(2), "PARCEL");
    private static final Offer EXPRESS = new Offer(new ConnectionId(3), "EXPRESS");
    private static final List<Offer> ALL = List.of(PARCEL, EXPRESS, SMALL);

    /** Monday, shipped the same day, promised for Wednesday. */
    private static final Facts LAMP = new Facts(
            "otto",
            "DE",
            "37073",
            false,
            Optional.of(Weight.grams(900)),
            Optional.of(new Dimensions(300, 200, 100)),
            Money.euro("49.00"),
            List.of("LAMP-1"),
            List.of("gift", "check twice"),
            Instant.parse("2026-11-23T08:00:00Z"),
            LocalDate.of(2026, 11, 23),
            Optional.of(Instant.parse("2026-11-23T12:00:00Z")),
            Optional.of(LocalDate.of(2026, 11, 25)));

    private static final Map<Offer, PriceTable> PRICES = Map.of(
            SMALL, table("countries;max_weight_g;price;days\nDE;1000;2,79;4"),
            PARCEL,
                    table(
                            "countries;max_weight_g;price;days;service\nDE;5000;4,19;2;\n*;5000;9,90;5;\n;;1,50;;SIGNATURE"),
            EXPRESS, table("countries;max_weight_g;price;days\nDE;31500;11,90;1"));

    private static PriceTable table(String csv) {
        PriceSheet sheet = PriceSheet.of(Spreadsheet.csv(csv));
        assertThat(sheet.faults()).isEmpty();
        return sheet.table();
    }

    private static final Function<ConnectionId, CarrierStanding> ALL_READY =
            connection -> new CarrierStanding("", "", Optional.of(profile()));

    private static CarrierProfile profile() {
        return new CarrierProfile(
                "c",
                "Carrier",
                "DHL",
                ALL.stream()
                        .map(offer -> new CarrierProduct(
                                offer.product(),
                                offer.product(),
                                Set.of(),
                                Weight.grams(offer.equals(SMALL) ? 1000 : 31_500),
                                Optional.empty(),
                                offer.equals(PARCEL) ? Set.of(Service.Kind.SIGNATURE) : Set.of()))
                        .toList(),
                new CarrierProfile.ReferenceLimits(1, 35));
    }

    private static Function<ConnectionId, CarrierStanding> without(Offer down) {
        return connection -> connection.equals(down.connection())
                ? new CarrierStanding("connection-broken", "It does not work.", Optional.empty())
                : ALL_READY.apply(connection);
    }

    private static ShippingRule rule(String name, Action action, Condition... conditions) {
        return new ShippingRule(name, true, List.of(conditions), action, List.of(), null);
    }

    private static Action best(Action.Aim aim) {
        return new Action.Best(aim, ALL);
    }

    private static Optional<Advice> advise(Facts facts, ShippingRule... rules) {
        return new RuleEngine(List.of(rules), PRICES, Map.of(), LiveQuotes.NONE).advise(facts, ALL_READY);
    }

    private static CarrierPick taken(Optional<Advice> advice) {
        return ((Advice.Take) advice.orElseThrow()).pick();
    }

    private static void says(CarrierPick pick, Offer offer, String code, String detail) {
        assertThat(new Offer(pick.connection(), pick.product())).isEqualTo(offer);
        assertThat(pick.reason().code()).isEqualTo(code);
        assertThat(pick.reason().detail()).isEqualTo(detail);
    }

    private static Facts with(UnaryOperator<Facts> change) {
        return change.apply(LAMP);
    }

    private static Facts weighing(@Nullable Integer grams) {
        return with(f -> new Facts(
                f.channel(),
                f.country(),
                f.postcode(),
                f.pickup(),
                Optional.ofNullable(grams).map(Weight::grams),
                f.size(),
                f.worth(),
                f.skus(),
                f.tags(),
                f.at(),
                f.shipDate(),
                f.shipBy(),
                f.promised()));
    }

    private static Facts to(String country, String postcode) {
        return with(f -> new Facts(
                f.channel(),
                country,
                postcode,
                f.pickup(),
                f.weight(),
                f.size(),
                f.worth(),
                f.skus(),
                f.tags(),
                f.at(),
                f.shipDate(),
                f.shipBy(),
                f.promised()));
    }

    private static Facts promised(@Nullable LocalDate day) {
        return with(f -> new Facts(
                f.channel(),
                f.country(),
                f.postcode(),
                f.pickup(),
                f.weight(),
                f.size(),
                f.worth(),
                f.skus(),
                f.tags(),
                f.at(),
                f.shipDate(),
                f.shipBy(),
                Optional.ofNullable(day)));
    }

    @Test
    void aTagChoosesTheCarrier() {
        ShippingRule rush = rule("Rush", new Action.Fixed(EXPRESS), new Condition.Tag(Set.of("rush", "gift")));
        says(taken(advise(LAMP, rush)), EXPRESS, "rule-fixed", "Rush");
        assertThat(advise(LAMP, rule("Half", new Action.Fixed(EXPRESS), new Condition.Tag(Set.of("check")))))
                .isEqualTo(advise(LAMP));
    }

    @Test
    void theFirstRuleWhoseConditionsHoldDecides() {
        ShippingRule heavy = rule("Heavy", new Action.Fixed(PARCEL), new Condition.Weight(1000, 0));
        ShippingRule lamps = rule("Lamps", new Action.Fixed(EXPRESS), new Condition.Sku(Set.of("LAMP-*"), false));
        says(taken(advise(LAMP, heavy, lamps)), EXPRESS, "rule-fixed", "Lamps");
        says(taken(advise(weighing(1001), heavy, lamps)), PARCEL, "rule-fixed", "Heavy");
        assertThat(advise(LAMP, heavy))
                .as("nobody speaks: the seller's default")
                .isEmpty();
        assertThat(advise(LAMP, lamps.enabled(false))).isEmpty();
    }

    @Test
    void takesTheCheapestAndSaysWhatTheOthersCost() {
        CarrierPick pick = taken(advise(LAMP, rule("Save", best(Action.Aim.CHEAPEST))));
        says(pick, SMALL, "rule-cheapest", "Save");
        assertThat(pick.reason().considered())
                .extracting(Considered::product, Considered::price, Considered::days, Considered::verdict)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("SMALL", Money.euro("2.79"), 4, "taken"),
                        org.assertj.core.groups.Tuple.tuple("PARCEL", Money.euro("4.19"), 2, "dearer"),
                        org.assertj.core.groups.Tuple.tuple("EXPRESS", Money.euro("11.90"), 1, "dearer"));
    }

    private static Map<String, Map<Offer, LiveQuote>> answered(Offer offer, LiveQuote quote) {
        return Map.of(ParcelShape.of(LAMP, List.of()).orElseThrow().key(), Map.of(offer, quote));
    }

    private static LiveQuote live(String euros, @Nullable Integer days) {
        return new LiveQuote(LiveQuote.Answer.LIVE, Money.euro(euros), days);
    }

    private static CarrierPick taken(ShippingRule rule, Map<String, Map<Offer, LiveQuote>> answers) {
        return taken(new RuleEngine(List.of(rule), PRICES, Map.of(), new LiveQuotes(answers)).advise(LAMP, ALL_READY));
    }

    @Test
    void aLivePriceComesBeforeTheTableAndTheReasonSaysWhenceEachIs() {
        CarrierPick pick = taken(rule("Save", best(Action.Aim.CHEAPEST)), answered(PARCEL, live("2.50", null)));
        says(pick, PARCEL, "rule-cheapest", "Save");
        assertThat(pick.reason().considered())
                .extracting(Considered::product, Considered::price, Considered::days, Considered::source)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("PARCEL", Money.euro("2.50"), 2, "live"),
                        org.assertj.core.groups.Tuple.tuple("EXPRESS", Money.euro("11.90"), 1, "table"),
                        org.assertj.core.groups.Tuple.tuple("SMALL", Money.euro("2.79"), 4, "table"));
    }

    @Test
    void aLivePromiseOfDaysComesBeforeTheTablesToo() {
        CarrierPick pick = taken(rule("Fast", best(Action.Aim.FASTEST_IN_TIME)), answered(SMALL, live("2.79", 1)));
        says(pick, SMALL, "rule-fastest", "Fast");
    }

    @Test
    void aCarrierThatDoesNotAnswerIsWeighedByItsTable() {
        CarrierPick pick = taken(
                rule("Save", best(Action.Aim.CHEAPEST)),
                answered(SMALL, LiveQuote.without(LiveQuote.Answer.NO_ANSWER)));
        says(pick, SMALL, "rule-cheapest", "Save");
        assertThat(pick.reason().considered().getFirst().price()).isEqualTo(Money.euro("2.79"));
        assertThat(pick.reason().considered().getFirst().source()).isEqualTo("no-answer");
    }

    @Test
    void withoutTableAndAnswerItNeverWins() {
        Map<Offer, PriceTable> small = Map.of(SMALL, java.util.Objects.requireNonNull(PRICES.get(SMALL)));
        var quotes = new LiveQuotes(answered(PARCEL, LiveQuote.without(LiveQuote.Answer.NO_ANSWER)));
        CarrierPick pick =
                taken(new RuleEngine(List.of(rule("Save", best(Action.Aim.CHEAPEST))), small, Map.of(), quotes)
                        .advise(LAMP, ALL_READY));
        says(pick, SMALL, "rule-cheapest", "Save");
        assertThat(pick.reason().considered())
                .filteredOn(one -> one.product().equals("PARCEL"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.verdict()).isEqualTo("no-price");
                    assertThat(one.source()).isEqualTo("no-answer");
                });
    }

    @Test
    void asksOnlyForPricesThatDecide() {
        Function<ConnectionId, CarrierStanding> telling = connection ->
                new CarrierStanding("", "", Optional.of(profile()), !connection.equals(SMALL.connection()), null);
        ShippingRule save = rule("Save", best(Action.Aim.CHEAPEST));
        assertThat(RuleEngine.of(List.of(save)).askings(LAMP, telling))
                .extracting(PriceAsking::offer)
                .containsExactly(PARCEL, EXPRESS);
        assertThat(RuleEngine.of(List.of(rule("Fixed", new Action.Fixed(SMALL)), save))
                        .askings(LAMP, telling))
                .as("the rule before has decided")
                .isEmpty();
        assertThat(RuleEngine.of(List.of(rule("Other", best(Action.Aim.BEST_ON_TIME)), save))
                        .askings(LAMP, telling))
                .as("on-time figures decide")
                .isEmpty();
        assertThat(RuleEngine.of(List.of(save)).askings(LAMP, ALL_READY)).isEmpty();
        assertThat(RuleEngine.of(List.of(save)).askings(LAMP, without(PARCEL))).isEmpty();
    }

    @Test
    void parcelsOfAKindShareAnAnswer() {
        assertThat(ParcelShape.of(weighing(810), List.of())).isEqualTo(ParcelShape.of(LAMP, List.of()));
        assertThat(ParcelShape.of(LAMP, List.of()).orElseThrow().key()).isEqualTo("DE 37073 900g 300x200x100");
        assertThat(ParcelShape.of(LAMP, List.of(new Service.Plain(Service.Kind.SIGNATURE), new Service.AgeCheck(18)))
                        .orElseThrow()
                        .key())
                .isEqualTo(ParcelShape.of(
                                LAMP, List.of(new Service.AgeCheck(18), new Service.Plain(Service.Kind.SIGNATURE)))
                        .orElseThrow()
                        .key());
        assertThat(ParcelShape.of(weighing(null), List.of())).isEmpty();
        assertThat(ParcelShape.of(to("CH", "8001"), List.of()))
                .as("passes customs")
                .isEmpty();
        assertThat(ParcelShape.of(to("", ""), List.of())).isEmpty();
    }

    @Test
    void leavesOutWhatCannotTakeTheParcel() {
        CarrierPick pick = taken(advise(weighing(1500), rule("Save", best(Action.Aim.CHEAPEST))));
        says(pick, PARCEL, "rule-cheapest", "Save");
        assertThat(pick.reason().considered()).extracting(Considered::verdict).contains("too-heavy");

        Action onlySmall = new Action.Best(Action.Aim.CHEAPEST, List.of(SMALL));
        says(
                taken(advise(weighing(1500), rule("Small", onlySmall), rule("Rest", new Action.Fixed(PARCEL)))),
                PARCEL,
                "rule-fixed",
                "Rest");
    }

    @Test
    void takesTheFastestThatKeepsThePromise() {
        ShippingRule fast = rule("Fast", best(Action.Aim.FASTEST_IN_TIME));
        CarrierPick pick = taken(advise(LAMP, fast));
        says(pick, EXPRESS, "rule-fastest", "Fast");
        assertThat(pick.reason().considered())
                .extracting(Considered::verdict)
                .containsExactly("taken", "slower", "too-late");
        says(taken(advise(promised(LocalDate.of(2026, 11, 23)), fast)), EXPRESS, "rule-fastest-late", "Fast");
        says(taken(advise(promised(null), fast)), EXPRESS, "rule-fastest", "Fast");
    }

    @Test
    void countsWorkingDaysFromTheDayItIsHandedOver() {
        assertThat(LAMP.arrival(2)).isEqualTo(LocalDate.of(2026, 11, 25));
        assertThat(LAMP.arrival(6)).as("no Sunday").isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(LAMP.arrival(28)).as("no Christmas").isEqualTo(LocalDate.of(2026, 12, 28));
    }

    @Test
    void saysSoWhenNobodyKnowsHowPunctualTheyAre() {
        ShippingRule punctual = rule("Punctual", best(Action.Aim.BEST_ON_TIME));
        says(taken(advise(LAMP, punctual)), SMALL, "rule-on-time-unknown", "Punctual");
        var figures = Map.of(SMALL, new OnTime(100, 0.8), PARCEL, new OnTime(400, 0.97));
        says(
                taken(new RuleEngine(List.of(punctual), PRICES, figures, LiveQuotes.NONE).advise(LAMP, ALL_READY)),
                PARCEL,
                "rule-on-time",
                "Punctual");
    }

    @Test
    void saysSoWhenNoPriceIsKnown() {
        says(
                taken(new RuleEngine(
                                List.of(rule("Save", best(Action.Aim.CHEAPEST))), Map.of(), Map.of(), LiveQuotes.NONE)
                        .advise(LAMP, ALL_READY)),
                PARCEL,
                "rule-no-prices",
                "Save");
    }

    @Test
    void addsTheRulesServicesAndTheirPrice() {
        ShippingRule signed = new ShippingRule(
                "Signed",
                true,
                List.of(),
                new Action.Best(Action.Aim.CHEAPEST, ALL),
                List.of(new Extra(Service.Kind.SIGNATURE, 0)),
                null);
        CarrierPick pick = taken(advise(LAMP, signed));
        says(pick, PARCEL, "rule-cheapest", "Signed");
        assertThat(pick.services()).containsExactly(new Service.Plain(Service.Kind.SIGNATURE));
        assertThat(pick.reason().considered().getFirst().price()).isEqualTo(Money.euro("5.69"));
        assertThat(pick.reason().considered()).extracting(Considered::verdict).contains("no-service");
        assertThat(new Extra(Service.Kind.INSURANCE, 0).service(LAMP.worth()))
                .isEqualTo(new Service.Insurance(Money.euro("49.00")));
    }

    @Test
    void switchesToTheSecondChoiceOrAsksWhenTheFirstIsDown() {
        var switching = new ShippingRule(
                "Daily",
                true,
                List.of(),
                new Action.Fixed(PARCEL),
                List.of(),
                new SecondChoice(EXPRESS, SecondChoice.Mode.SWITCH));
        var asking = new ShippingRule(
                "Daily",
                true,
                List.of(),
                new Action.Fixed(PARCEL),
                List.of(),
                new SecondChoice(EXPRESS, SecondChoice.Mode.ASK));
        says(taken(advise(LAMP, switching)), PARCEL, "rule-fixed", "Daily");

        CarrierPick second = taken(
                new RuleEngine(List.of(switching), PRICES, Map.of(), LiveQuotes.NONE).advise(LAMP, without(PARCEL)));
        says(second, EXPRESS, "second-choice", "Daily");
        assertThat(second.reason().considered())
                .extracting(Considered::verdict)
                .containsExactly("taken", "connection-broken");

        assertThat(new RuleEngine(List.of(asking), PRICES, Map.of(), LiveQuotes.NONE).advise(LAMP, without(PARCEL)))
                .hasValueSatisfying(advice -> assertThat(advice).isInstanceOfSatisfying(Advice.Stop.class, stop -> {
                    assertThat(stop.problem().code()).isEqualTo("carrier-down-second-choice");
                    assertThat(stop.problem().text()).contains("EXPRESS of Carrier", "Daily", "Nothing was bought");
                    assertThat(stop.instead().map(CarrierPick::product)).contains("EXPRESS");
                }));
        Function<ConnectionId, CarrierStanding> nobody =
                connection -> new CarrierStanding("plugin-missing", "The plugin is gone.", Optional.empty());
        says(
                taken(new RuleEngine(List.of(switching), PRICES, Map.of(), LiveQuotes.NONE).advise(LAMP, nobody)),
                PARCEL,
                "rule-fixed",
                "Daily");
    }

    @Test
    void asksEveryKindOfQuestion() {
        holds(new Condition.Channel(Set.of("otto")), LAMP);
        fails(new Condition.Channel(Set.of("ebay")), LAMP);
        holds(new Condition.Country(Set.of("DE", "AT"), false), LAMP);
        fails(new Condition.Country(Set.of("DE"), true), LAMP);
        holds(new Condition.Country(Set.of("DE"), true), to("AT", "1010"));
        fails(new Condition.Country(Set.of("DE"), true), to("", ""));
        holds(postcode("37", "38"), LAMP);
        holds(postcode("37073", "37073"), LAMP);
        holds(postcode("20", "37"), to("DE", "37999"));
        fails(postcode("20000", "29999"), LAMP);
        holds(postcode("SW1A", "SW1A"), to("GB", "SW1A1AA"));
        holds(new Condition.Weight(0, 900), LAMP);
        fails(new Condition.Weight(900, 0), LAMP);
        fails(new Condition.Weight(0, 5000), weighing(null));
        holds(new Condition.Size(true, 100, 300, 200), LAMP);
        holds(new Condition.Size(false, 250, 200, 100), LAMP);
        holds(new Condition.Worth(48, 49), LAMP);
        fails(new Condition.Worth(49, 0), LAMP);
        holds(new Condition.Sku(Set.of("LAMP-1", "RUG"), false), LAMP);
        fails(new Condition.Sku(Set.of("LAMP"), false), LAMP);
        holds(new Condition.Pieces(1, 1), LAMP);
        fails(new Condition.Pieces(2, 0), LAMP);
        holds(new Condition.Pickup(false), LAMP);
        holds(new Condition.Promise(2), LAMP);
        fails(new Condition.Promise(1), LAMP);
        holds(new Condition.Due(4), LAMP);
        fails(new Condition.Due(3), LAMP);
    }

    private static Condition postcode(String from, String to) {
        return new Condition.Postcode(List.of(new Condition.Postcode.Range(from, to)));
    }

    private static void holds(Condition condition, Facts facts) {
        assertThat(Conditions.holds(condition, facts)).as("%s", condition).isTrue();
    }

    private static void fails(Condition condition, Facts facts) {
        assertThat(Conditions.holds(condition, facts)).as("%s", condition).isFalse();
    }
}
