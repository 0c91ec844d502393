package org.packhaus.journey;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Every screen of the portal: its route, and by what it shows that it is there. A new route gets its line here. */
enum Screen {
    WELCOME("welcome", ".welcome .offers"),
    LOGIN("login", "#sign-in-username"),
    JOIN("join/:token", "vaadin-password-field"),
    START("", ".dashboard .card .chart"),
    DASHBOARD("dashboard", ".dashboard .card .chart"),
    ORDERS("orders", ".orders vaadin-grid .no a"),
    ORDER("orders/:order", ".order .way"),
    BATCHES("batches", ".batches vaadin-grid a"),
    BATCH("batches/:batch", ".batch .wall .brick"),
    TRACKING("tracking", ".tracking .tabs a"),
    CLAIMS("claims", ".claims .tabs a"),
    RETURNS("returns", ".returns .tabs a"),
    BENCH("returns/bench", ".bench .bench-scan"),
    CASES("cases", ".cases .tabs a"),
    CASE("cases/:case", ".case .talk"),
    SCORECARDS("scorecards", ".scorecards .tabs a"),
    STOCK("stock", ".stock vaadin-grid .l1"),
    DAY_END("day-end", ".day-end .days"),
    PAPERS("papers", ".papers .card"),
    PRINT_STATIONS("print-stations", ".stations vaadin-grid"),
    RULES("rules", ".rules .tools .card"),
    SELLERS("sellers", ".sellers vaadin-grid a"),
    SELLER("sellers/:seller([0-9]+)/:part?(connections|numbers|settings)", ".seller .accounts li"),
    SET_UP("sellers/new", ".set-up .steps"),
    SET_UP_AGAIN("sellers/:seller([0-9]+)/set-up", ".set-up .steps"),
    PLUGINS("plugins", ".plugins .card"),
    USERS("users", ".users vaadin-grid .l1"),
    AUDIT("audit", ".audit vaadin-grid .cut"),
    JOBS("jobs", ".jobs .rounds vaadin-grid .badge"),
    SYSTEM("system", ".system .card"),
    PROFILE("profile", ".profile .card");

    private final String route;
    private final String ready;

    Screen(String route, String ready) {
        this.route = route;
        this.ready = ready;
    }

    String route() {
        return route;
    }

    /** What is there when the screen is. */
    String ready() {
        return ready;
    }

    /** What its pictures are called. */
    String picture() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /**
     * Those somebody sees who is signed in, without the start, which only leads to another, and without the set-up that goes on tomorrow:
     * it is there only for a seller who is not open yet, and is seen in {@link FirstDayJourneyTest}.
     */
    static List<Screen> inside() {
        return Stream.of(values())
                .filter(screen ->
                        !List.of(WELCOME, LOGIN, JOIN, START, SET_UP_AGAIN).contains(screen))
                .toList();
    }

    static List<String> routes() {
        return Arrays.stream(values()).map(Screen::route).toList();
    }
}
