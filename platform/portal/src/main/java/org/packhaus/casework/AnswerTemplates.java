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

/** Texts to begin an answer with: a seller's own, those of the install for all sellers, and those that come with the portal. */
@Service
public class AnswerTemplates {
    private static final List<String> LANGUAGES = List.of("de", "en", "zh");
    private static final List<String> BUILT_IN =
            List.of("delay", "new-number", "question", "thanks", "return-rejected");
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
     * @param id null for one that comes with the portal, or is not kept yet
     * @param whose who has it
     * @param language in which it is written: {@code de}, {@code en}, {@code zh}
     */
    public record Template(
            @Nullable Long id, Whose whose, String name, String language, ContactReason reason, String body) {}

    /** Who has a template. */
    public enum Whose {
        /** One seller. */
        SELLERS,
        /** Every seller of the install; administrators look after it. */
        SHARED,
        /** It comes with the portal. */
        BUILT_IN
    }

    /** A seller's own first, then those for all, then the portal's; of each German ones first, because that is what buyers must get. */
    public List<Template> list(SellerId seller) {
        SellerScope.require(seller);
        List<Template> all = new ArrayList<>(transactions.call(() -> entities.createQuery(
                        "select t from AnswerTemplate t where t.sellerId = :seller order by t.language, t.name",
                        AnswerTemplate.class)
                .setParameter("seller", seller.value())
                .getResultStream()
                .map(own -> new Template(own.id, Whose.SELLERS, own.name, own.language, own.reason, own.body))
                .toList()));
        all.addAll(transactions.call(() -> entities.createQuery(
                        "select t from SharedTemplate t order by t.language, t.name", SharedTemplate.class)
                .getResultStream()
                .map(one -> new Template(one.id, Whose.SHARED, one.name, one.language, one.reason, one.body))
                .toList()));
        for (String language : LANGUAGES) {
            Properties texts = texts(language);
            for (String key : BUILT_IN) {
                all.add(new Template(
                        null,
                        Whose.BUILT_IN,
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
        String name = checked(template);
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

    /** Saves one for all sellers, likewise. Only administrators may: whoever calls asks for that. */
    public void saveForAll(Template template) {
        String name = checked(template);
        transactions.callAgainIfStale(() -> {
            SharedTemplate there = entities.createQuery(
                            "select t from SharedTemplate t where t.language = :language and t.name = :name",
                            SharedTemplate.class)
                    .setParameter("language", template.language())
                    .setParameter("name", name)
                    .getResultStream()
                    .findFirst()
                    .orElse(null);
            if (there == null) {
                entities.persist(
                        new SharedTemplate(name, template.language(), template.reason(), Clean.text(template.body())));
            } else {
                there.body = Clean.text(template.body());
                there.reason = template.reason();
            }
            audit.record("case.shared-template", new Subject("install", 0), Map.of("name", name));
            return true;
        });
    }

    /** Removes one that all sellers have, likewise. */
    public void removeForAll(long id) {
        transactions.run(() -> {
            SharedTemplate there = entities.find(SharedTemplate.class, id);
            if (there != null) {
                entities.remove(there);
                audit.record("case.shared-template-removed", new Subject("install", 0), Map.of("name", there.name));
            }
        });
    }

    /** @return its name, cleaned */
    private static String checked(Template template) {
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
        return name;
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
