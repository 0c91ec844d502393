package org.packhaus.plugin.otto;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.packhaus.sdk.Calls;
import org.packhaus.sdk.Dimensions;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.ProductCatalogue.Product;
import org.packhaus.sdk.Weight;

/** OTTO Products V5. SKUs go into the query, never into the path: they may hold slashes and umlauts. */
final class Catalogue {
    private static final Duration BETWEEN_PRODUCTS = Duration.ofMillis(115);

    private final OttoApi api;

    Catalogue(OttoApi api) {
        this.api = api;
    }

    List<Product> of(Set<String> skus, OttoSettings settings) throws PluginException {
        List<Product> products = new ArrayList<>();
        boolean first = true;
        for (String sku : skus) {
            if (!first) {
                pace();
            }
            first = false;
            Calls.Answer answer =
                    api.get(settings, Scope.CATALOGUE, "/v5/products?sku=" + OttoApi.encode(sku) + "&limit=1");
            if (answer.isSuccess()) {
                answer.json().at("productVariations").list().stream()
                        .filter(product -> product.at("sku").textOrEmpty().equals(sku))
                        .map(product -> product(product, settings))
                        .forEach(products::add);
            } else if (answer.status() != 404) {
                throw OttoErrors.of(answer)
                        .rejected("product-refused", "OTTO does not show the product " + sku, field -> field);
            }
        }
        return products;
    }

    /** Reading products is limited to 10 requests a second, half of what the host keeps to. */
    private static void pace() {
        LockSupport.parkNanos(BETWEEN_PRODUCTS.toNanos());
    }

    private static Product product(Json product, OttoSettings settings) {
        Json description = product.at("productDescription");
        List<Json> boxes = product.at("logistics").at("packingUnits").list();
        int count = product.at("logistics")
                .at("packingUnitCount")
                .number()
                .map(Number::intValue)
                .orElse(boxes.size());
        return new Product(
                product.at("sku").textOrEmpty(),
                Stream.of(description.at("productLine"), description.at("category"), product.at("productReference"))
                        .map(Json::textOrEmpty)
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse(""),
                weight(boxes, count),
                boxes.size() == 1 && count <= 1 ? dimensions(boxes.getFirst()) : Optional.empty(),
                Math.max(1, count),
                picture(product.at("mediaAssets"), settings));
    }

    /** Only if every box has one: half a weight is worse than none. */
    private static Optional<Weight> weight(List<Json> boxes, int count) {
        List<Integer> grams = boxes.stream()
                .map(box -> side(box, "weight"))
                .filter(weight -> weight > 0)
                .toList();
        return grams.isEmpty() || grams.size() < Math.max(count, boxes.size())
                ? Optional.empty()
                : Optional.of(
                        Weight.grams(grams.stream().mapToInt(Integer::intValue).sum()));
    }

    private static Optional<Dimensions> dimensions(Json box) {
        int length = side(box, "length");
        int width = side(box, "width");
        int height = side(box, "height");
        return length > 0 && width > 0 && height > 0
                ? Optional.of(Dimensions.ofSides(length, width, height))
                : Optional.empty();
    }

    private static int side(Json box, String name) {
        return box.at(name).number().map(Number::intValue).orElse(0);
    }

    /** Only pictures that are safe to show beside buyers' data: over TLS, or from the very place the orders come from. */
    private static Optional<URI> picture(Json assets, OttoSettings settings) {
        String own = settings.at("/").toString();
        return assets.list().stream()
                .filter(asset -> asset.at("type").textOrEmpty().equals("IMAGE"))
                .map(asset -> asset.at("location").textOrEmpty())
                .filter(url -> url.startsWith("https://") || url.startsWith(own))
                .findFirst()
                .flatMap(Catalogue::uri);
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
