package org.packhaus.plugin.otto;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.packhaus.sandbox.Sandbox;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.Secret;
import org.packhaus.sdk.test.FakeTools;

/** A running sandbox and its control API, spoken to by HTTP. */
final class Town implements AutoCloseable {
    private final Sandbox sandbox = Sandbox.start(0);
    private final FakeTools tools = new FakeTools();

    Town() {
        control("POST", "/sandbox/limits", "{\"perSellerPerSecond\":0,\"tokenPerAddressPerSecond\":0}");
    }

    URI uri() {
        return sandbox.uri();
    }

    Json control(String method, String path, String body) {
        try {
            HttpResponse<String> answer = tools.http()
                    .send(
                            HttpRequest.newBuilder(URI.create(uri() + path))
                                    .header("Content-Type", "application/json")
                                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(method + " " + path + ": " + answer.body());
            }
            return tools.parse(answer.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Json seller() {
        return control("GET", "/sandbox/sellers", "").at(0);
    }

    List<Json> orders() {
        return control("GET", "/sandbox/orders?seller=1", "").list();
    }

    OttoSettings settings(URI service) {
        Json seller = seller();
        return settings(
                service,
                seller.at("clientId").textOrEmpty(),
                seller.at("clientSecret").textOrEmpty());
    }

    OttoSettings settings(URI service, String clientId, String secret) {
        return new OttoSettings(
                clientId,
                Secret.of(secret),
                OttoSettings.ReturnCarrier.valueOf(seller().at("returnCarrier").textOrEmpty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(service),
                Optional.empty());
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
