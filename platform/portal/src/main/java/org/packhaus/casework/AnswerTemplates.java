package org.packhaus.casework;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.packhaus.database.TransactionRetry;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.springframework.stereotype.Service;

/** Texts to begin an answer with: those every seller has, and a seller's own. */
@Service
public class AnswerTemplates {
    private static final List<String> LANGUAGES = List.of("de", "en", "zh");
    private static final List<String> SHARED = List.of("delay", "new-number", "question", "thanks", "return-rejected");
    private static final int LONGEST = 20_000;

    private final EntityManager entities;
    private final TransactionRetry transactions;
    private final Audit audit;

    AnswerTemplates(EntityManager entities, TransactionRetry transactions, Audit audit) {
        this.entities = entities;
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * A text with fields.
     *
     * @param id null for one every seller has
     * @param language in which it is written: {@code de}, {@code en}, {@code zh}
     */
    public record Template(@Nullable Long id, String name, String language, ContactReason reason, String body) {}

    /** A seller's own first, then those everybody has; German ones first, because that is what buyers must get. */
    public List<Template> list(SellerId seller) {
        SellerScope.require(seller);
        List<Template> all = new ArrayList<>(transactions.call(() -> entities.createQuery(
                        "select t from AnswerTemplate t where t.sellerId = :seller order by t.language, t.name",
                        AnswerTemplate.class)
                .setParameter("seller", seller.value())
                .getResultStream()
                .map(own -> new Template(own.id, own.name, own.language, own.reason, own.body))
                .toList()));
        for (String language : LANGUAGES) {
            Properties texts = texts(language);
            for (String key : SHARED) {
                all.add(new Template(
                        null,
                        text(texts, key + ".name"),
                        language,
                        ContactReason.valueOf(text(texts, key + ".reason")),
                        text(texts, key + ".body")));
            }
        }
        return all;
    }

    /** The text with what is known put in; what is not known stays in braces, and is not sent so. */
    public static String fill(Template template, Map<String, String> values) {
        return AnswerFields.fill(template.body(), values);
    }

    /** Saves a seller's own under its name; another of this name and language gives way to it. */
    public void save(SellerId seller, Template template) {
        SellerScope.require(seller);
        String name = Clean.cut(Clean.line(template.name()), 120);
        if (name.isEmpty() || template.body().isBlank()) {
            throw new CaseException("template-empty", "A template needs a name and a text.");
        }
        if (!LANGUAGES.contains(template.language()) || template.body().length() > LONGEST) {
            throw new CaseException(
                    "template-invalid",
                    "A template is German, English or Chinese and no longer than 20,000 characters.");
        }
        template.reason().require();
        transactions.callAgainIfStale(() -> {
            AnswerTemplate there = entities.createQuery(
                            "select t from AnswerTemplate t where t.sellerId = :seller and t.language = :language and"
                                    + " t.name = :name",
                            AnswerTemplate.class)
                    .setParameter("seller", seller.value())
                    .setParameter("language", template.language())
                    .setParameter("name", name)
                    .getResultStream()
                    .findFirst()
                    .orElse(null);
            if (there == null) {
                entities.persist(new AnswerTemplate(
                        seller, name, template.language(), template.reason(), Clean.text(template.body())));
            } else {
                there.body = Clean.text(template.body());
                there.reason = template.reason();
            }
            audit.record(seller, "case.template", new Subject("seller", seller.value()), Map.of("name", name));
            return true;
        });
    }

    /** Removes a seller's own. */
    public void remove(SellerId seller, long id) {
        SellerScope.require(seller);
        transactions.run(() -> {
            int gone = entities.createQuery("delete from AnswerTemplate t where t.id = :id and t.sellerId = :seller")
                    .setParameter("id", id)
                    .setParameter("seller", seller.value())
                    .executeUpdate();
            if (gone > 0) {
                audit.record(seller, "case.template-removed", new Subject("seller", seller.value()), Map.of());
            }
        });
    }

    private static String text(Properties texts, String key) {
        return Objects.requireNonNull(texts.getProperty(key), key);
    }

    private static Properties texts(String language) {
        Properties texts = new Properties();
        try (InputStream in = AnswerTemplates.class.getResourceAsStream("answers_" + language + ".properties")) {
            if (in == null) {
                throw new IllegalStateException("no answers in " + language);
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
