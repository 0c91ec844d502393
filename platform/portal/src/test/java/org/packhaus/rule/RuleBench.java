package org.packhaus.rule;

import java.util.Collections;
import java.util.List;
import org.packhaus.Portal;
import org.packhaus.database.FreshSchema;
import org.packhaus.order.ChannelOrders;
import org.packhaus.order.ImportFixture;
import org.packhaus.order.ImportOutcome;
import org.packhaus.sdk.ChannelItem.State;
import org.packhaus.seller.SellerDetails;
import org.packhaus.seller.SellerService;
import org.packhaus.sheet.Spreadsheet;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** How long does a what-if over so many orders take? A number for a person, no test: run {@link #main}. */
final class RuleBench {
    private RuleBench() {}

    public static void main(String[] arguments) {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : RuleTrial.ORDERS;
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Portal.class)
                .profiles("test")
                .initializers(new FreshSchema())
                .run("--server.port=0", "--db-scheduler.polling-interval=1h")) {
            ImportFixture shop = new ImportFixture(context);
            shop.channel.pageSize = 200;
            for (int i = 0; i < count; i++) {
                String[] skus = Collections.nCopies(1 + i % 3, "SKU-" + i % 500).toArray(String[]::new);
                shop.channel.put(ChannelOrders.order("b" + i, State.PROCESSABLE, skus));
            }
            ImportOutcome imported = shop.run();
            System.out.println("imported: " + imported);
            Offer parcel = new Offer(shop.connection, "PARCEL");
            Offer small = new Offer(shop.connection, "SMALL");
            shop.in(() -> {
                SellerService sellers = context.getBean(SellerService.class);
                SellerDetails s = sellers.details(shop.seller);
                sellers.update(new SellerDetails(
                        s.id(),
                        s.version(),
                        s.name(),
                        s.mark(),
                        s.sender(),
                        s.language(),
                        s.cutOff(),
                        s.timeZone(),
                        s.returnCarrier(),
                        shop.connection,
                        "PARCEL",
                        900));
                RuleService rules = context.getBean(RuleService.class);
                rules.savePrices(shop.seller, parcel, table("DE;5000;4,19;2"));
                rules.savePrices(shop.seller, small, table("DE;1000;2,79;3"));
                return true;
            });
            List<ShippingRule> draft = List.of(
                    new ShippingRule(
                            "Some goods",
                            true,
                            List.of(
                                    new Condition.Sku(Collections.singleton("SKU-1*"), false),
                                    new Condition.Weight(0, 2000)),
                            new Action.Fixed(parcel),
                            List.of(),
                            null),
                    new ShippingRule(
                            "Save",
                            true,
                            List.of(),
                            new Action.Best(Action.Aim.CHEAPEST, List.of(parcel, small)),
                            List.of(),
                            null));
            RuleTrial trial = context.getBean(RuleTrial.class);
            for (int round = 1; round <= 4; round++) {
                WhatIf result = shop.in(() -> trial.whatIf(shop.seller, draft, count, progress -> {}));
                System.out.printf(
                        "what-if, round %d: %d orders in %.2f s (%d orders/s), %d would change, %s -> %s euros%n",
                        round,
                        result.orders(),
                        result.took().toMillis() / 1000.0,
                        result.orders() * 1000L / Math.max(1, result.took().toMillis()),
                        result.changed(),
                        result.now().cost(),
                        result.then().cost());
            }
        }
        System.exit(0);
    }

    private static PriceTable table(String line) {
        return PriceSheet.of(Spreadsheet.csv("countries;max_weight_g;price;days\n" + line))
                .table();
    }
}
