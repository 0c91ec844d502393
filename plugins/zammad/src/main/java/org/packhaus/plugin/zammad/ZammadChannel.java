package org.packhaus.plugin.zammad;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.packhaus.sdk.AfterSalesChannel;
import org.packhaus.sdk.BuyerMessage;
import org.packhaus.sdk.BuyerMessage.Kind;
import org.packhaus.sdk.Calls;
import org.packhaus.sdk.ChannelProfile;
import org.packhaus.sdk.Checkable;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.MessageAttachment;
import org.packhaus.sdk.Messages;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.PluginTools;
import org.packhaus.sdk.Rejected;
import org.pf4j.Extension;

/**
 * A Zammad help desk. A customer's article is a message, its ticket the thread; an answer is a mail article in that ticket, which Zammad
 * sends from the group's address.
 *
 * <p>Tickets are read by when they were changed, each as a whole: a new article changes its ticket, and articles of the last days are given
 * again, because a ticket that changes while it is read moves to the end of the list. Whoever reads knows them by their ids.
 */
@Extension
public final class ZammadChannel
        implements AfterSalesChannel<ZammadSettings>, Messages<ZammadSettings>, Checkable<ZammadSettings> {
    private static final ChannelProfile PROFILE = new ChannelProfile("zammad", "Zammad");
    private static final Pattern ID = Pattern.compile("zammad:(\\d{1,18}):(\\d{1,18})");
    private static final Pattern CURSOR = Pattern.compile("([0-9T:.Z-]{20,30})\\|(\\d{1,18})");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"(),;:@]{1,64}@[^\\s<>\"(),;:@]{1,190}");
    private static final Duration FIRST_TIME = Duration.ofDays(14);
    private static final Duration AGAIN = Duration.ofDays(2);
    private static final int TICKETS = 50;
    private static final int LARGEST_FILE = 10 << 20;
    private static final int MOST_FILES = 20;

    private final PluginTools tools;
    private final ZammadApi api;

    public ZammadChannel(PluginTools tools) {
        this.tools = tools;
        this.api = new ZammadApi(tools);
    }

    @Override
    public ChannelProfile profile() {
        return PROFILE;
    }

    @Override
    public Class<ZammadSettings> settingsType() {
        return ZammadSettings.class;
    }

    @Override
    public String check(ZammadSettings settings) throws PluginException {
        Json me = api.read(settings, "/api/v1/users/me");
        return "Signed in as " + me.at("login").textOrEmpty() + ".";
    }

    /** The last ticket that was read, and when it was changed. */
    private record Place(Instant changed, long ticket) {
        static Place of(Optional<String> cursor, Instant now) {
            Matcher matcher = CURSOR.matcher(cursor.orElse(""));
            return matcher.matches()
                    ? new Place(Instant.parse(matcher.group(1)), Long.parseLong(matcher.group(2)))
                    : new Place(now.minus(FIRST_TIME).truncatedTo(ChronoUnit.SECONDS), 0);
        }

        @Override
        public String toString() {
            return changed + "|" + ticket;
        }
    }

    @Override
    public MessagePage messages(Optional<String> cursor, int limit, ZammadSettings settings) throws PluginException {
        Place from = Place.of(cursor, tools.clock().instant());
        String query = "updated_at:[" + from.changed() + " TO *] AND group.name:\"" + settings.group() + "\"";
        List<Json> tickets = api.read(
                        settings,
                        "/api/v1/tickets/search?expand=true&sort_by=updated_at&order_by=asc&limit=" + TICKETS
                                + "&query=" + ZammadApi.encoded(query))
                .list();
        List<BuyerMessage> messages = new ArrayList<>();
        Place next = from;
        for (Json ticket : tickets) {
            if (messages.size() >= limit) {
                return new MessagePage(messages, next.toString(), true);
            }
            long id = number(ticket.at("id"));
            Instant changed = time(ticket.at("updated_at"));
            if (id == from.ticket() && changed.equals(from.changed())) {
                continue;
            }
            read(ticket, id, from.changed().minus(AGAIN), messages, settings);
            next = new Place(changed.isBefore(next.changed()) ? next.changed() : changed, id);
        }
        return new MessagePage(messages, next.toString(), tickets.size() == TICKETS && !next.equals(from));
    }

    private void read(Json ticket, long id, Instant since, List<BuyerMessage> into, ZammadSettings settings)
            throws PluginException {
        List<Json> articles = api.read(settings, "/api/v1/ticket_articles/by_ticket/" + id + "?expand=true")
                .list();
        for (int i = 0; i < articles.size(); i++) {
            Json article = articles.get(i);
            if (isCustomers(article) && !time(article.at("created_at")).isBefore(since)) {
                into.add(message(new Article(id, article, articles.subList(0, i), ticket), settings));
            }
        }
    }

    private record Article(long ticket, Json json, List<Json> before, Json of) {}

    private static boolean isCustomers(Json article) {
        return article.at("sender").textOrEmpty().equals("Customer")
                && !article.at("internal").isTrue();
    }

    private BuyerMessage message(Article article, ZammadSettings settings) throws PluginException {
        Json json = article.json();
        boolean html = json.at("content_type").textOrEmpty().startsWith("text/html");
        String body = json.at("body").text().orElse("");
        String from = json.at("from").textOrEmpty();
        Matcher address = ADDRESS.matcher(from);
        String subject = json.at("subject").textOrEmpty();
        return new BuyerMessage(
                id(article.ticket(), json),
                json.at("preferences").at("is-auto-response").isTrue() ? Kind.AUTOMATIC : Kind.PERSON,
                address.find()
                        ? address.group().toLowerCase(Locale.ROOT)
                        : article.of().at("customer").textOrEmpty(),
                from.replaceAll("<[^>]*>", "").strip(),
                json.at("to").textOrEmpty(),
                subject.isEmpty() ? article.of().at("title").textOrEmpty() : subject,
                html ? "" : body,
                html ? body : "",
                time(json.at("created_at")),
                article.before().stream().map(one -> id(article.ticket(), one)).toList(),
                files(article, settings));
    }

    private List<MessageAttachment> files(Article article, ZammadSettings settings) throws PluginException {
        List<MessageAttachment> files = new ArrayList<>();
        for (Json file : article.json().at("attachments").list()) {
            if (number(file.at("size")) <= LARGEST_FILE && files.size() < MOST_FILES) {
                files.add(new MessageAttachment(
                        file.at("filename").textOrEmpty(),
                        file.at("preferences").at("Content-Type").textOrEmpty().toLowerCase(Locale.ROOT),
                        api.file(
                                settings,
                                "/api/v1/ticket_attachment/" + article.ticket() + "/"
                                        + number(article.json().at("id")) + "/" + number(file.at("id")))));
            }
        }
        return files;
    }

    @Override
    public String send(Answer answer, ZammadSettings settings) throws PluginException {
        if (!ADDRESS.matcher(answer.to()).matches()) {
            throw new Rejected("address-invalid", "No mail goes to \"" + answer.to() + "\": that is no address.");
        }
        Json.Builder article = Json.object()
                .put("subject", answer.subject())
                .put("body", answer.text())
                .put("content_type", "text/plain")
                .put("type", "email")
                .put("sender", "Agent")
                .put("internal", false)
                .put("to", answer.to())
                .put(
                        "attachments",
                        Json.array(answer.attachments().stream()
                                .map(ZammadChannel::file)
                                .toList()));
        Optional<Long> ticket = ticket(answer.thread());
        if (ticket.isPresent()) {
            Calls.Answer written = api.write(
                    settings,
                    "/api/v1/ticket_articles",
                    article.put("ticket_id", ticket.get()).json());
            return sent(ticket.get(), written.json().at("id"), written);
        }
        Calls.Answer opened = api.write(
                settings,
                "/api/v1/tickets",
                Json.object()
                        .put("title", answer.subject())
                        .put("group", settings.group())
                        .put("customer_id", "guess:" + answer.to())
                        .put("article", article)
                        .json());
        Json body = opened.json();
        return sent(number(body.at("id")), body.at("article_ids").at(0), opened);
    }

    private static String sent(long ticket, Json article, Calls.Answer answer) throws PluginException {
        if (article.number().isEmpty() || ticket == 0) {
            throw answer.lacks("names no article");
        }
        return "zammad:" + ticket + ":" + number(article);
    }

    private static Json file(MessageAttachment file) {
        return Json.object()
                .put("filename", file.name())
                .put("data", Base64.getEncoder().encodeToString(file.content()))
                .put("mime-type", file.mediaType())
                .json();
    }

    /** The newest message's. */
    private static Optional<Long> ticket(List<String> thread) {
        for (String id : thread.reversed()) {
            Matcher matcher = ID.matcher(id);
            if (matcher.matches()) {
                return Optional.of(Long.valueOf(matcher.group(1)));
            }
        }
        return Optional.empty();
    }

    private static String id(long ticket, Json article) {
        return "zammad:" + ticket + ":" + number(article.at("id"));
    }

    private static long number(Json json) {
        return json.number().map(BigDecimal::longValue).orElse(0L);
    }

    private Instant time(Json json) {
        try {
            return OffsetDateTime.parse(json.textOrEmpty()).toInstant();
        } catch (DateTimeParseException e) {
            return tools.clock().instant();
        }
    }
}
