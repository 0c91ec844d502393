package org.packhaus.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.packhaus.demo.DemoSellers.DemoSeller;
import org.packhaus.demo.DemoUsers.DemoUser;
import org.packhaus.demo.SandboxControl.Account;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Before anybody may come in: sellers, connections, people, goods, and buyers who order. */
@Component
@Profile({"demo", "headless"})
@EnableConfigurationProperties(DemoSettings.class)
class Opening implements ApplicationRunner {
    private final DemoSettings settings;
    private final DemoSellers demoSellers;
    private final DemoUsers demoUsers;
    private final DemoCarriers demoCarriers;
    private final boolean lively;
    private final SandboxControl sandbox;
    private final List<String> curious = new ArrayList<>();
    private final Map<DemoSeller, List<String>> history = new LinkedHashMap<>();
    private List<DemoSeller> sellers = List.of();
    private List<DemoUser> users = List.of();

    Opening(
            DemoSettings settings,
            DemoSellers demoSellers,
            DemoUsers demoUsers,
            DemoCarriers demoCarriers,
            Environment environment,
            JsonMapper json) {
        this.settings = settings;
        this.demoSellers = demoSellers;
        this.demoUsers = demoUsers;
        this.demoCarriers = demoCarriers;
        this.lively = environment.acceptsProfiles(Profiles.of("demo"));
        this.sandbox = new SandboxControl(settings.sandbox(), json);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        sandbox.faults("none");
        if (settings.days() > 0 || lively) {
            sandbox.busyRoads(settings.seed());
        }
        if (settings.days() > 0) {
            new SandboxReturns(sandbox).choosyBuyers(settings.seed(), DemoReturns.CHOOSY_PERCENT);
        }
        List<DemoSeller> opened = new ArrayList<>();
        for (Account account : sandbox.sellers(settings.sellers(), returnCarriers())) {
            int place = opened.size();
            DemoSeller seller = demoSellers.open(account, place, sandbox, settings);
            boolean fresh = sandbox.order(account.key(), settings.ordersOf(place), settings.seed() * 1000 + place);
            if (lively && fresh) {
                // Somebody who forgot something, and somebody who could not stop.
                sandbox.orderAgain(account.key(), 2, settings.seed() * 1000 + place);
                sandbox.orderAgain(account.key(), 3, settings.seed() * 1000 + place + 500);
                curious.add(account.key());
                if (settings.history() > 0) {
                    history.put(
                            seller,
                            sandbox.orderMore(account.key(), settings.history(), settings.seed() * 1000 + place + 700));
                }
            }
            demoSellers.fillShelves(seller, sandbox, lively);
            if (lively) {
                demoSellers.connectMailbox(seller, sandbox);
            }
            opened.add(seller);
        }
        sellers = List.copyOf(opened);
        users = demoUsers.open(sellers);
    }

    /** By seller, the numbers of orders that have left before anybody looks. */
    Map<DemoSeller, List<String>> history() {
        return history;
    }

    /** Once the orders are here: some buyers ask about theirs, one is away, and one is no buyer at all. */
    void buyersWrite() {
        curious.forEach(this::write);
        curious.clear();
    }

    private void write(String seller) {
        List<String> numbers = sandbox.truth(seller).stream()
                .map(SandboxControl.TrueOrder::orderNumber)
                .limit(4)
                .toList();
        for (int i = 0; i < numbers.size(); i++) {
            sandbox.write(seller, i == 3 ? "holiday" : i == 2 ? "hostile" : "question", numbers.get(i));
        }
    }

    /** Of the carriers there are, those the marketplace lets bring parcels back. */
    private List<String> returnCarriers() {
        List<String> back = settings.carriers().stream()
                .map(carrier -> carrier.toUpperCase(Locale.ROOT))
                .filter(List.of("DHL", "HERMES", "GLS")::contains)
                .toList();
        return back.isEmpty() ? List.of("DHL") : back;
    }

    /** What a person does when the numbers have run out: gets as many again as there are orders. */
    void fillPools() {
        for (DemoSeller seller : sellers) {
            SellerScope.run(
                    seller.id(),
                    () -> demoCarriers.fill(seller.id(), seller.account(), settings.pool(), settings.orders()));
        }
    }

    List<DemoSeller> sellers() {
        return sellers;
    }

    List<DemoUser> users() {
        return users;
    }

    SandboxControl sandbox() {
        return sandbox;
    }

    /** With all of the demo's sellers in view. */
    void inScope(Runnable work) {
        Set<SellerId> ids = sellers.stream().map(DemoSeller::id).collect(Collectors.toSet());
        SellerScope.run(ids, work);
    }
}
