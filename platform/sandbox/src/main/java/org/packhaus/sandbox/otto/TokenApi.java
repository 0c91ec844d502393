package org.packhaus.sandbox.otto;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Refused;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import org.packhaus.sandbox.web.Routes;
import org.packhaus.sandbox.world.Seller;
import org.packhaus.sandbox.world.Sellers;
import tools.jackson.databind.node.ObjectNode;

/** OAuth 2 as OTTO offers it: a seller's own app (client credentials) and a service partner's app that sellers install. */
final class TokenApi {

    /** The one service-partner app that exists in the sandbox. */
    static final String APP_ID = "packhaus-sandbox-app";

    static final String APP_CLIENT = "packhaus-app-client";
    static final String APP_SECRET = "packhaus-app-secret";

    private final OttoAccess access;
    private final Sellers sellers;
    /** Authorization codes that were handed out and not yet used, with the seller who consented. */
    private final Map<String, String> codes = new ConcurrentHashMap<>();

    TokenApi(OttoAccess access, Sellers sellers) {
        this.access = access;
        this.sellers = sellers;
    }

    void routes(Routes routes) {
        Routes.Group group = routes.group(OttoErrors::token);
        group.add("POST", "/oauth2/token", "otto.token", this::token);
        group.add("POST", "/v1/token", "otto.token", this::token);
        group.add("GET", "/oauth2/auth", "otto.auth", this::consent);
        group.add("GET", "/v1/apps/{appId}/installation", "otto.app.installation", this::installation);
        group.add(
                "POST",
                "/v1/apps/{appId}/installations/{installationId}/accessToken",
                "otto.app.accessToken",
                this::installationToken);
    }

    private Reply token(Request request) {
        if (!access.perAddress().admit(request.address())) {
            return OttoErrors.token(429, "too many requests", request);
        }
        Map<String, String> form = request.form();
        Optional<String[]> basic = request.basic();
        String id = basic.map(b -> b[0]).orElse(form.getOrDefault("client_id", ""));
        String secret = basic.map(b -> b[1]).orElse(form.getOrDefault("client_secret", ""));
        return switch (form.getOrDefault("grant_type", "")) {
            case "client_credentials" -> clientCredentials(id, secret, form.getOrDefault("scope", ""));
            case "authorization_code" -> authorizationCode(id, secret, form.getOrDefault("code", ""));
            default -> OttoErrors.oauth(400, "unsupported_grant_type", "Unsupported grant_type");
        };
    }

    private Reply clientCredentials(String id, String secret, String scopeText) {
        Set<String> scopes = OttoAccess.scopes(scopeText).orElseThrow(TokenApi::badScope);
        if (id.equals(APP_CLIENT) && secret.equals(APP_SECRET)) {
            return granted("", scopes);
        }
        Seller seller = sellers.byClientId(id)
                .filter(s -> s.clientSecret().equals(secret) && sellers.allowed(s, "otto"))
                .orElseThrow(TokenApi::badClient);
        return granted(seller.key(), scopes);
    }

    private Reply authorizationCode(String id, String secret, String code) {
        if (!id.equals(APP_CLIENT) || !secret.equals(APP_SECRET)) {
            throw badClient();
        }
        String seller = codes.remove(code);
        return seller == null
                ? OttoErrors.oauth(400, "invalid_grant", "Code not valid")
                : granted(seller, Set.of("installation", "partnerId"));
    }

    private Reply granted(String seller, Set<String> scopes) {
        return Reply.ok(Json.object()
                .put("access_token", access.issue(seller, scopes))
                .put("expires_in", OttoAccess.LIFE_SECONDS)
                .put("refresh_expires_in", 0)
                .put("token_type", "Bearer")
                .put("scope", String.join(" ", scopes)));
    }

    /** A seller consents. Without {@code seller=} a page asks which one; that parameter is the sandbox's own. */
    private Reply consent(Request request) {
        String redirect = request.query("redirect_uri").orElse("");
        if (!request.query("client_id").orElse("").equals(APP_CLIENT) || redirect.isEmpty()) {
            return OttoErrors.oauth(400, "invalid_request", "client_id and redirect_uri are needed");
        }
        Optional<Seller> seller = request.query("seller").flatMap(sellers::find);
        if (seller.isEmpty()) {
            return Reply.text(200, "text/html", page(request, redirect));
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, seller.get().key());
        String state = request.query("state").map(s -> "&state=" + encode(s)).orElse("");
        String glue = redirect.contains("?") ? "&" : "?";
        return Reply.redirect(
                redirect + glue + "code=" + code + "&iss=" + encode("https://sandbox.api.otto.market") + state);
    }

    private String page(Request request, String redirect) {
        StringBuilder page =
                new StringBuilder("<!doctype html><title>OTTO sandbox</title><h1>Which seller consents?</h1>");
        String state = request.query("state").map(s -> "&state=" + encode(s)).orElse("");
        for (Seller seller : sellers.all()) {
            page.append("<p><a href=\"/oauth2/auth?response_type=code&amp;client_id=")
                    .append(APP_CLIENT)
                    .append("&amp;redirect_uri=")
                    .append(encode(redirect))
                    .append(state.replace("&", "&amp;"))
                    .append("&amp;seller=")
                    .append(seller.number())
                    .append("\">")
                    .append(seller.name().replace("&", "&amp;").replace("<", "&lt;"))
                    .append("</a></p>");
        }
        return page.toString();
    }

    private Reply installation(Request request) {
        Token token = access.token(request)
                .filter(t -> t.scopes().contains("installation"))
                .orElseThrow(() -> new Refused(OttoErrors.orders(401, "No proper credentials were provided", request)));
        Seller seller = sellers.find(token.seller())
                .filter(s -> request.variable("appId").equals(APP_ID))
                .orElseThrow(() -> notFound(request));
        return Reply.ok(Json.object().put("installationId", seller.installationId()));
    }

    private Reply installationToken(Request request) {
        boolean developer = access.token(request)
                .filter(t -> t.scopes().contains("developer") && t.seller().isEmpty())
                .isPresent();
        if (!developer) {
            return OttoErrors.orders(401, "No proper credentials were provided", request);
        }
        Seller seller = sellers.byInstallation(request.variable("installationId"))
                .filter(s -> request.variable("appId").equals(APP_ID))
                .orElseThrow(() -> notFound(request));
        if (!sellers.allowed(seller, "otto")) {
            return OttoErrors.orders(403, "No permission to access specified resource(s)", request);
        }
        Set<String> scopes =
                OttoAccess.scopes(request.form().getOrDefault("scope", "")).orElseThrow(TokenApi::badScope);
        ObjectNode body = Json.object()
                .put("access_token", access.issue(seller.key(), scopes))
                .put("expires_in", OttoAccess.LIFE_SECONDS);
        return Reply.ok(body);
    }

    private static Refused notFound(Request request) {
        return new Refused(OttoErrors.orders(404, "The specified resource(s) could not be found", request));
    }

    private static Refused badClient() {
        return new Refused(OttoErrors.oauth(401, "invalid_client", "Invalid client or Invalid client credentials"));
    }

    private static Refused badScope() {
        return new Refused(OttoErrors.oauth(400, "invalid_scope", "Invalid scopes"));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
