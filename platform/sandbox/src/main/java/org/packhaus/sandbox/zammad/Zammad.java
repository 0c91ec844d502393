package org.packhaus.sandbox.zammad;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Refused;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import org.packhaus.sandbox.web.Routes;
import org.packhaus.sandbox.world.SandboxClock;
import org.packhaus.sandbox.world.Seller;
import org.packhaus.sandbox.world.Sellers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tickets and their articles. A seller's token is {@code zammad-} and its key; its group is its name. */
public final class Zammad {
    private static final Pattern SINCE = Pattern.compile("updated_at:\\[(\\S+) TO \\*]");

    private final Sellers sellers;
    private final SandboxClock clock;
    private final List<Ticket> tickets = new ArrayList<>();
    private final List<Article> articles = new ArrayList<>();

    public Zammad(Sellers sellers, SandboxClock clock) {
        this.sellers = sellers;
        this.clock = clock;
    }

    private static final class Ticket {
        private final long id;
        private final String seller;
        private final String title;
        private final String customer;
        private Instant updatedAt;

        Ticket(long id, String seller, String title, String customer, Instant at) {
            this.id = id;
            this.seller = seller;
            this.title = title;
            this.customer = customer;
            this.updatedAt = at;
        }
    }

    private record Article(
            long id,
            long ticket,
            String sender,
            String from,
            String to,
            String subject,
            String body,
            String type,
            boolean internal,
            Instant at,
            List<byte[]> files) {}

    public void routes(Routes routes) {
        Routes.Group group = routes.group(Zammad::error);
        group.add("GET", "/api/v1/users/me", "zammad.users", this::me);
        group.add("GET", "/api/v1/tickets/search", "zammad.search", this::search);
        group.add("GET", "/api/v1/ticket_articles/by_ticket/{ticket}", "zammad.articles", this::byTicket);
        group.add("POST", "/api/v1/ticket_articles", "zammad.answer", this::answer);
        group.add("POST", "/api/v1/tickets", "zammad.open", this::open);
    }

    private static Reply error(int status, String detail, Request request) {
        return Reply.json(status, Json.object().put("error", detail));
    }

    private Seller caller(Request request) {
        String token = request.header("Authorization").orElse("").replace("Token token=", "");
        return sellers.all().stream()
                .filter(seller -> ("zammad-" + seller.key()).equals(token))
                .findFirst()
                .orElseThrow(() -> refused(401, "Invalid token!"));
    }

    private static Refused refused(int status, String detail) {
        return new Refused(Reply.json(status, Json.object().put("error", detail).put("error_human", detail)));
    }

    private Reply me(Request request) {
        return Reply.ok(Json.object().put("id", 3).put("login", caller(request).key()));
    }

    private synchronized Reply search(Request request) {
        Seller caller = caller(request);
        Matcher since = SINCE.matcher(request.query("query").orElse(""));
        Instant from = since.find() ? Instant.parse(since.group(1)) : Instant.EPOCH;
        ArrayNode found = Json.array();
        tickets.stream()
                .filter(ticket -> ticket.seller.equals(caller.key()) && !ticket.updatedAt.isBefore(from))
                .sorted((a, b) -> a.updatedAt.compareTo(b.updatedAt))
                .limit(Long.parseLong(request.query("limit").orElse("50")))
                .forEach(ticket -> found.add(json(ticket)));
        return Reply.ok(found);
    }

    private static ObjectNode json(Ticket ticket) {
        return Json.object()
                .put("id", ticket.id)
                .put("title", ticket.title)
                .put("customer", ticket.customer)
                .put("updated_at", ticket.updatedAt.toString());
    }

    private Ticket ticket(Seller caller, long id) {
        return tickets.stream()
                .filter(ticket -> ticket.id == id && ticket.seller.equals(caller.key()))
                .findFirst()
                .orElseThrow(() -> refused(404, "Couldn't find Ticket"));
    }

    private synchronized Reply byTicket(Request request) {
        Ticket ticket = ticket(caller(request), Long.parseLong(request.variable("ticket")));
        ArrayNode found = Json.array();
        for (Article article : articles) {
            if (article.ticket() == ticket.id) {
                found.add(json(article));
            }
        }
        return Reply.ok(found);
    }

    private static ObjectNode json(Article article) {
        ObjectNode json = Json.object()
                .put("id", article.id())
                .put("ticket_id", article.ticket())
                .put("sender", article.sender())
                .put("type", article.type())
                .put("from", article.from())
                .put("to", article.to())
                .put("subject", article.subject())
                .put("body", article.body())
                .put("content_type", article.body().startsWith("<") ? "text/html" : "text/plain")
                .put("internal", article.internal())
                .put("created_at", article.at().toString());
        json.putArray("attachments");
        return json;
    }

    private synchronized Reply answer(Request request) {
        JsonNode body = request.json();
        Ticket ticket = ticket(caller(request), body.path("ticket_id").asLong());
        return Reply.json(201, json(add(ticket, body)));
    }

    private synchronized Reply open(Request request) {
        Seller caller = caller(request);
        JsonNode body = request.json();
        if (!body.path("group").asString("").equals(caller.name())) {
            throw refused(422, "No lookup value found for 'group'");
        }
        Ticket ticket = new Ticket(
                tickets.size() + 1L,
                caller.key(),
                body.path("title").asString(""),
                body.path("customer_id").asString("").replace("guess:", ""),
                clock.now());
        tickets.add(ticket);
        Article article = add(ticket, body.path("article"));
        ObjectNode json = json(ticket);
        json.putArray("article_ids").add(article.id());
        return Reply.json(201, json);
    }

    private Article add(Ticket ticket, JsonNode body) {
        List<byte[]> files = new ArrayList<>();
        for (JsonNode file : body.path("attachments")) {
            files.add(Base64.getDecoder().decode(file.path("data").asString("")));
        }
        return add(
                ticket,
                body.path("sender").asString("Agent"),
                "",
                body.path("to").asString(""),
                body.path("subject").asString(""),
                body.path("body").asString(""),
                body.path("type").asString("note"),
                files);
    }

    private Article add(
            Ticket ticket,
            String sender,
            String from,
            String to,
            String subject,
            String body,
            String type,
            List<byte[]> files) {
        Instant now = clock.now();
        Article article = new Article(
                articles.size() + 1L, ticket.id, sender, from, to, subject, body, type, false, now, List.copyOf(files));
        articles.add(article);
        ticket.updatedAt = now;
        return article;
    }

    /** A customer writes. @param ticket 0 for a new one @return the ticket */
    public synchronized long write(Seller seller, long ticket, String from, String subject, String body) {
        Ticket of = ticket == 0
                ? new Ticket(tickets.size() + 1L, seller.key(), subject, from, clock.now())
                : ticket(seller, ticket);
        if (ticket == 0) {
            tickets.add(of);
        }
        add(of, "Customer", from, "", subject, body, "email", List.of());
        return of.id;
    }
}
