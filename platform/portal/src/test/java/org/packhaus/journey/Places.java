package org.packhaus.journey;

import java.time.Duration;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.packhaus.demo.RunningDemo;

/** Where the screens are in a demo: their routes, with the numbers of what is really there. */
final class Places {
    /** With what may be typed for it, which may hold brackets of its own. */
    private static final Pattern PARAMETER = Pattern.compile(":(\\w+)\\??(\\([^/]*\\))?");

    private final RunningDemo demo;

    Places(RunningDemo demo) {
        this.demo = demo;
    }

    String of(Screen screen) {
        return PARAMETER
                .matcher(screen.route())
                .replaceAll(found -> value(screen, found.group(1)))
                .replaceAll("/$", "");
    }

    private String value(Screen screen, String parameter) {
        return switch (parameter) {
            case "order" -> number("select min(id) from sales_order where stage = 'TO_SHIP' and not has_problem");
            case "batch" -> number("select max(id) from batch");
            case "case" -> {
                // Buyers write once the demo has begun, and mailboxes are read now and then.
                Awaitility.await()
                        .atMost(Duration.ofMinutes(2))
                        .until(() -> demo.number("select count(*) from support_case") > 0);
                yield number("select min(id) from support_case");
            }
            case "seller" -> number("select min(id) from seller");
            case "part" -> "";
            default -> throw new IllegalArgumentException("Nobody knows a " + parameter + " of " + screen.route());
        };
    }

    private String number(String sql) {
        return String.valueOf(demo.number(sql));
    }
}
