package org.packhaus.sandbox.control;

import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import org.packhaus.sandbox.world.Product;
import org.packhaus.sandbox.world.Sellers;

/** Draws a small picture for each SKU, so that order lists and packing stations have something to show. */
final class Pictures {

    private final Sellers sellers;

    Pictures(Sellers sellers) {
        this.sellers = sellers;
    }

    Reply draw(Request request) {
        return Reply.text(200, "image/svg+xml", svg(product(request)));
    }

    /** The same as a photo would come from a shop: what prints on paper needs pixels. */
    Reply photo(Request request) {
        return Reply.bytes("image/png", Photos.png(product(request)));
    }

    private Product product(Request request) {
        String sku = request.variable("sku");
        return sellers.all().stream()
                .flatMap(seller -> seller.product(sku).stream())
                .findFirst()
                .orElseThrow(() -> ControlErrors.missing("There is no SKU " + sku));
    }

    /** A box in the product's colour, in the proportions of its packing unit, on a light ground. */
    private static String svg(Product product) {
        int hue = product.hue();
        double length = product.packingUnits().getFirst().length();
        double height = product.packingUnits().getFirst().height();
        double scale = 110 / Math.max(length, height);
        double width = Math.max(36, length * scale);
        double tall = Math.max(30, height * scale);
        double x = (200 - width) / 2 - 8;
        double y = 150 - tall;
        String initial = product.title().replaceAll(".*»", "").substring(0, 1);
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200" role="img">
                <rect width="200" height="200" fill="hsl(%1$d 30%% 95%%)"/>
                <ellipse cx="100" cy="154" rx="%2$.0f" ry="9" fill="hsl(%1$d 20%% 84%%)"/>
                <path d="M%3$.1f %4$.1f l22 -18 h%5$.1f l-22 18z" fill="hsl(%1$d 48%% 72%%)"/>
                <path d="M%6$.1f %4$.1f l22 -18 v%7$.1f l-22 18z" fill="hsl(%1$d 45%% 46%%)"/>
                <rect x="%3$.1f" y="%4$.1f" width="%5$.1f" height="%7$.1f" fill="hsl(%1$d 48%% 58%%)"/>
                <text x="%8$.1f" y="%9$.1f" font-family="sans-serif" font-size="26" font-weight="600" fill="#fff" \
                text-anchor="middle">%10$s</text>
                </svg>
                """.formatted(hue, width * 0.62, x, y, width, x + width, tall, x + width / 2, y + tall / 2 + 9, initial);
    }
}
