package org.packhaus.sandbox.otto;

import java.util.List;
import java.util.Optional;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import org.packhaus.sandbox.web.Routes;
import org.packhaus.sandbox.world.PackingUnit;
import org.packhaus.sandbox.world.Product;
import org.packhaus.sandbox.world.Seller;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Products V5, reading only: what a warehouse wants to know is weight, measurements and a picture. */
final class ProductsApi {

    private final OttoAccess access;

    ProductsApi(OttoAccess access) {
        this.access = access;
    }

    void routes(Routes routes) {
        Routes.Group group = routes.group(OttoErrors::orders);
        group.add("GET", "/v5/products", "otto.products.list", this::list);
        group.add("GET", "/v5/products/marketplace-status", "otto.products.status", this::status);
        group.add("GET", "/v5/products/{sku}", "otto.products.get", this::single);
    }

    private Seller caller(Request request) {
        return access.caller(request, "products", OttoErrors::orders);
    }

    private record Page(List<Product> products, Optional<String> next) {}

    private static Page page(Seller seller, Request request) {
        int limit;
        int page;
        try {
            limit = Math.clamp(request.query("limit").map(Integer::parseInt).orElse(100), 1, 100);
            page = Math.max(0, request.query("page").map(Integer::parseInt).orElse(0));
        } catch (NumberFormatException e) {
            throw OttoErrors.badRequest(request);
        }
        List<Product> wanted = seller.products().stream()
                .filter(p -> request.query("sku").map(p.sku()::equals).orElse(true))
                .filter(p -> request.query("category").map(p.category()::equals).orElse(true))
                .toList();
        List<Product> shown =
                wanted.stream().skip((long) page * limit).limit(limit).toList();
        boolean more = (long) (page + 1) * limit < wanted.size();
        return new Page(
                shown,
                more ? Optional.of(request.path() + "?page=" + (page + 1) + "&limit=" + limit) : Optional.empty());
    }

    private Reply list(Request request) {
        Page page = page(caller(request), request);
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("productVariations");
        page.products().forEach(p -> list.add(json(p, request)));
        links(body, page);
        return Reply.ok(body);
    }

    private static void links(ObjectNode body, Page page) {
        ArrayNode links = body.putArray("links");
        page.next().ifPresent(href -> links.addObject().put("rel", "next").put("href", href));
    }

    private Reply single(Request request) {
        Seller seller = caller(request);
        return seller.product(request.variable("sku"))
                .map(p -> Reply.ok(json(p, request)))
                .orElseGet(() -> OttoErrors.orders(404, "The specified resource(s) could not be found", request));
    }

    private Reply status(Request request) {
        Page page = page(caller(request), request);
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("marketPlaceStatus");
        for (Product product : page.products()) {
            ObjectNode entry = list.addObject()
                    .put("sku", product.sku())
                    .put("moin", product.articleNumber())
                    .put("status", "ONLINE");
            entry.putArray("errors");
            entry.putArray("links")
                    .addObject()
                    .put("rel", "variation")
                    .put("href", "/v5/products/" + Routes.encodeSegment(product.sku()));
        }
        links(body, page);
        return Reply.ok(body);
    }

    private static ObjectNode json(Product product, Request request) {
        ObjectNode json = Json.object()
                .put("productReference", product.brand() + " " + product.category())
                .put("sku", product.sku())
                .put("ean", product.ean())
                .put("moin", product.articleNumber());
        ObjectNode description = json.putObject("productDescription")
                .put("category", product.category())
                .put("brandId", product.brand())
                .put("productLine", product.title())
                .put("description", product.title());
        ArrayNode attributes = description.putArray("attributes");
        product.attributes()
                .forEach((name, value) -> attributes
                        .addObject()
                        .put("name", name)
                        .putArray("values")
                        .add(value));
        String host = request.header("Host").orElse("localhost");
        json.putArray("mediaAssets")
                .addObject()
                .put("type", "IMAGE")
                .put(
                        "location",
                        "http://" + host + "/sandbox/pictures/" + Routes.encodeSegment(product.sku()) + ".png");
        ObjectNode pricing = json.putObject("pricing");
        pricing.putObject("standardPrice").put("amount", product.price()).put("currency", "EUR");
        pricing.put("vat", "FULL");
        ObjectNode logistics = json.putObject("logistics")
                .put("packingUnitCount", product.packingUnits().size());
        ArrayNode units = logistics.putArray("packingUnits");
        for (PackingUnit unit : product.packingUnits()) {
            units.addObject()
                    .put("weight", unit.weight())
                    .put("width", unit.width())
                    .put("height", unit.height())
                    .put("length", unit.length());
        }
        json.putObject("compliance");
        return json;
    }
}
