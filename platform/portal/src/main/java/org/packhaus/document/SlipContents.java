package org.packhaus.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.packhaus.order.OrderItem;
import org.packhaus.order.ShippableOrder;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.ChannelItem;
import org.packhaus.sdk.CountryCode;
import org.packhaus.seller.SellerDetails;
import org.packhaus.seller.SenderAddress;

/** Turns an order into what its slip says, as its seller wants it said. */
final class SlipContents {
    private SlipContents() {}

    static SlipContent of(ShippableOrder order, SellerDetails seller, PaperDesign design) throws Unprintable {
        Address to = order.deliverTo();
        if (to == null) {
            throw new Unprintable(
                    Unprintable.Code.NO_ADDRESS,
                    "Order %s has no delivery address: the channel gives it when the order may be shipped."
                            .formatted(order.orderNumber()));
        }
        List<SlipLine> lines = lines(order, seller, design, to);
        if (lines.isEmpty()) {
            throw new Unprintable(
                    Unprintable.Code.NOTHING_TO_PACK,
                    "Order %s has no pieces to pack: they are cancelled, sent or not released yet."
                            .formatted(order.orderNumber()));
        }
        return content(
                seller,
                design,
                order.channel().toUpperCase(Locale.ROOT),
                to,
                order.orderNumber(),
                order.orderedAt().atZone(seller.timeZone()).toLocalDate(),
                lines);
    }

    /** An order that nobody placed, with umlauts, Chinese, a long title and more than one piece. */
    static SlipContent sample(SellerDetails seller, PaperDesign design) {
        Address to = Address.to("Ümran Şahin-Groß")
                .addition("c/o Łukasz Wiśniewski")
                .street("Große Bäckerstraße", "12 b")
                .city("20095", "Hamburg")
                .build();
        List<SlipLine> lines = List.of(
                line(design, "KAF-0815-ROT", "Kaffeebecher „Möwe“, handbemalt, mit Untersetzer aus Eichenholz", 2),
                line(design, "LAMP-红", "Papierlaterne 手工纸灯笼", 1));
        return content(seller, design, "OTTO", to, "bvx5jdtjd3", LocalDate.of(2026, 11, 21), lines);
    }

    private static SlipLine line(PaperDesign design, String sku, String title, int count) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("Farbe", "Rot");
        attributes.put("Größe", "300 ml");
        return new SlipLine(
                sku,
                design.articleNumbers() ? "S0K1L2M3" : "",
                title,
                design.eans() ? "4006381333931" : "",
                count,
                attributes,
                false);
    }

    private static SlipContent content(
            SellerDetails seller,
            PaperDesign design,
            String channel,
            Address to,
            String number,
            LocalDate orderedOn,
            List<SlipLine> lines) {
        SlipLanguage language = design.tongue().language(seller.language(), to.country());
        SlipWords words = design.wordsIn(language).about(to.person().isEmpty() ? to.name() : to.person(), number);
        return new SlipContent(
                seller.name(),
                address(seller.sender(), seller.name()),
                design.logo(),
                language,
                channel,
                to,
                number,
                orderedOn,
                words.greeting(),
                lines,
                words.closing());
    }

    /** What lies in the live parcels; before there are any, what will. Pieces of several orders stand under the number of each. */
    private static List<SlipLine> lines(ShippableOrder order, SellerDetails seller, PaperDesign design, Address to) {
        if (order.parts().isEmpty()) {
            return toPack(order).stream()
                    .map(pieces -> line(pieces, design, ""))
                    .toList();
        }
        SlipLanguage language = design.tongue().language(seller.language(), to.country());
        List<SlipLine> lines = new ArrayList<>();
        for (ShippableOrder one : order.parts()) {
            String under = language.text(
                    "ofOrder",
                    PrintText.clean(one.orderNumber()),
                    language.date(one.orderedAt().atZone(seller.timeZone()).toLocalDate()));
            toPack(one).forEach(pieces -> lines.add(line(pieces, design, under)));
        }
        return lines;
    }

    /** The pieces that go into parcels, those of one kind together, in the order they were bought. */
    static List<List<OrderItem>> toPack(ShippableOrder order) {
        boolean packed = order.allItems().stream().anyMatch(item -> item.parcel() != null);
        Map<List<Object>, List<OrderItem>> same = order.allItems().stream()
                .filter(item -> packed
                        ? item.parcel() != null && item.state() != ChannelItem.State.CANCELLED
                        : item.state() == ChannelItem.State.PROCESSABLE)
                .collect(Collectors.groupingBy(
                        item -> List.of(item.sku(), item.title(), item.attributes()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return List.copyOf(same.values());
    }

    private static SlipLine line(List<OrderItem> pieces, PaperDesign design, String under) {
        OrderItem one = pieces.getFirst();
        return new SlipLine(
                one.sku(),
                design.articleNumbers() ? one.articleNumber() : "",
                one.title(),
                design.eans() ? one.ean() : "",
                pieces.size(),
                one.attributes(),
                pieces.stream().anyMatch(OrderItem::takesBackOldAppliance),
                under);
    }

    private static Address address(SenderAddress sender, String seller) {
        return Address.to(Optional.ofNullable(sender.name()).orElse(sender.company() == null ? seller : ""))
                .company(sender.company())
                .addition(sender.extra())
                .street(sender.street(), sender.houseNumber())
                .city(sender.zip(), sender.city())
                .country(CountryCode.find(sender.country()).orElse(CountryCode.DE))
                .build();
    }
}
