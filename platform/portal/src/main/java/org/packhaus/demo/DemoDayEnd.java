package org.packhaus.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.packhaus.dayend.DayEndRow;
import org.packhaus.dayend.DayEndService;
import org.packhaus.dayend.Duty;
import org.packhaus.demo.DemoSellers.DemoSeller;
import org.packhaus.demo.SandboxControl.Charge;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerScope;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** In the evening: closes the days of all carriers that know a close, and looks what the carriers hold. */
@Component
@Profile("headless")
class DemoDayEnd {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final DayEndService days;
    private final Warehouse warehouse;

    DemoDayEnd(DayEndService days, Warehouse warehouse) {
        this.days = days;
        this.warehouse = warehouse;
    }

    Report close(Report report, List<DemoSeller> sellers, SandboxControl sandbox) {
        Map<String, Integer> closed = new TreeMap<>();
        int differs = 0;
        for (DemoSeller seller : sellers) {
            differs += SellerScope.get(Set.of(seller.id()), () -> close(seller, sandbox, closed));
        }
        return report.withDayEnd(closed, differs);
    }

    private int close(DemoSeller seller, SandboxControl sandbox, Map<String, Integer> closed) {
        Map<ConnectionId, String> carriers = seller.carriers().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getValue, entry -> entry.getKey().toUpperCase(Locale.ROOT)));
        Set<String> closing = days.days().stream()
                .filter(DemoDayEnd::knowsClose)
                .map(day -> carriers.getOrDefault(day.connection(), ""))
                .collect(Collectors.toSet());
        days.days().stream()
                .filter(day -> knowsClose(day) && day.open() > 0 && !day.isUnderWay())
                .forEach(day -> days.close(day.connection()));
        Instant end = Instant.now().plus(LONGEST);
        while (days.days().stream().anyMatch(day -> knowsClose(day) && day.open() > 0)
                && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
        days.past(Long.MAX_VALUE, 1_000)
                .forEach(one -> closed.merge(carriers.getOrDefault(one.connection(), ""), one.parcels(), Integer::sum));
        return differs(seller, sandbox, closing);
    }

    private static boolean knowsClose(DayEndRow day) {
        return day.duty() == Duty.MANDATORY || day.duty() == Duty.OPTIONAL;
    }

    /** Parcels we hold of those carriers that are not closed there, and the other way round. */
    private int differs(DemoSeller seller, SandboxControl sandbox, Set<String> carriers) {
        Set<String> ours = warehouse.ours().stream()
                .flatMap(order -> order.parcels().stream())
                .filter(parcel -> carriers.contains(parcel.carrier()))
                .map(Verification.OurParcel::trackingNumber)
                .collect(Collectors.toSet());
        Set<String> theirs = sandbox.charges(seller.account().key()).stream()
                .filter(charge -> charge.closed() && !charge.voided())
                .map(Charge::number)
                .collect(Collectors.toSet());
        Set<String> onlyOurs = new HashSet<>(ours);
        onlyOurs.removeAll(theirs);
        theirs.removeAll(ours);
        return onlyOurs.size() + theirs.size();
    }
}
