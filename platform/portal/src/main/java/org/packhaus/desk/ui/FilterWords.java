package org.packhaus.desk.ui;

import java.util.Locale;
import org.packhaus.seller.SellerId;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Texts;

/** What a value of a filter is called. */
record FilterWords(Formats formats, SellerNames sellers) {

    String value(Narrowing by, String value) {
        return switch (by) {
            case SHIP_BY, ITEMS, WEIGHT, HELD -> formats.text(by.textKey() + "." + value);
            case STOCK -> formats.text("stock." + value);
            case COUNTRY -> Locale.of("", value).getDisplayCountry(formats.locale());
            case SELLER -> seller(value);
            case CHANNEL -> channel(value);
            case CARRIER, SKU, TAG -> value;
        };
    }

    private String seller(String number) {
        return sellers.of(new SellerId(Long.parseLong(number))).name();
    }

    private String channel(String id) {
        return Texts.has("channel." + id) ? formats.text("channel." + id) : id;
    }
}
