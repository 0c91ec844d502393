package org.packhaus.order;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds orders by words. How it is done depends on how many orders have the rarest word, so that neither a whole name nor its first letter
 * takes long on a million orders: a few are named one by one; more are looked up in an index that has what order and counts need; of so
 * many that every fiftieth order has it, the list is walked in its own order until the page is full. Two common words are first laid side
 * by side: what has both may be few.
 */
@Component
class OrderSearch {
    /** Up to here what is found is named order by order. */
    static final int FEW = 2_000;
    /** Up to here every order that has the rarest word is looked at. */
    static final int SOME = 20_000;
    /** Up to here the orders of two words are laid side by side: each may be common, and both together rare. */
    static final int LISTED = 60_000;
    /** Of very many, so many are counted; the tabs show no higher number anyway. */
    private static final int COUNTED = OrderCounts.CAP;

    private static final String HAS_WORD = "t.term like :%s escape '!'";

    /** Nothing is sorted for it. */
    private static final String AS_STORED = " order by t.sellerId, t.term";

    private final EntityManager entities;

    OrderSearch(EntityManager entities) {
        this.entities = entities;
    }

    /** How the orders of a search are to be found. */
    sealed interface Found {

        /** No search. */
        record All() implements Found {}

        /** These, in no order. */
        record Few(List<Long> ids) implements Found {}

        /** Those with all words; at most {@value OrderSearch#SOME} have the first one. */
        record Some(List<String> words) implements Found {}

        /** Those with all words; each is in very many orders. */
        record Many(List<String> words) implements Found {}
    }

    /** A condition on {@code o}, and the values it speaks of. */
    record Condition(String text, Map<String, Object> values) {}

    Found find(String search) {
        List<String> words = List.copyOf(SearchWords.words(search));
        if (words.isEmpty()) {
            return new Found.All();
        }
        for (String word : words) {
            List<Long> few = ids(word);
            if (few.size() <= FEW) {
                return new Found.Few(narrowed(few, without(words, word)));
            }
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        int most = words.size() == 1 ? SOME : LISTED;
        words.forEach(word -> counts.put(word, count(word, most)));
        List<String> rarestFirst = words.stream()
                .sorted(Comparator.comparingInt(word -> counts.getOrDefault(word, 0)))
                .toList();
        if (words.size() > 1 && counts.getOrDefault(rarestFirst.get(1), 0) <= LISTED) {
            List<Long> both = both(rarestFirst.get(0), rarestFirst.get(1));
            if (both.size() <= FEW) {
                return new Found.Few(narrowed(both, rarestFirst.subList(2, rarestFirst.size())));
            }
        }
        return counts.getOrDefault(rarestFirst.getFirst(), 0) <= SOME
                ? new Found.Some(rarestFirst)
                : new Found.Many(rarestFirst);
    }

    private List<Long> ids(String word) {
        return few("select t.orderId from SearchTerm t where " + has("word"), "word", beginning(word));
    }

    /** The ids a query finds, all of them if they are at most {@value #FEW}; one may be there twice. */
    List<Long> few(String query, String name, String value) {
        return entities.createQuery(query, Long.class)
                .setParameter(name, value)
                .setMaxResults(FEW + 1)
                .getResultList();
    }

    /** The second word's orders are read once and not looked for one by one. */
    private List<Long> both(String first, String second) {
        return entities.createQuery(
                        "select distinct t.orderId from SearchTerm t join (select distinct s.orderId as id from SearchTerm s where "
                                + "s.term like :second escape '!') d on d.id = t.orderId where " + has("first"),
                        Long.class)
                .setParameter("first", beginning(first))
                .setParameter("second", beginning(second))
                .setMaxResults(FEW + 1)
                .getResultList();
    }

    private static List<String> without(List<String> words, String word) {
        return words.stream().filter(other -> !other.equals(word)).toList();
    }

    private List<Long> narrowed(List<Long> found, List<String> words) {
        List<Long> left = found.stream().distinct().toList();
        for (String word : words) {
            if (!left.isEmpty()) {
                left = entities.createQuery(
                                "select distinct t.orderId from SearchTerm t where t.orderId in :ids and "
                                        + has("word"),
                                Long.class)
                        .setParameter("ids", left)
                        .setParameter("word", beginning(word))
                        .getResultList();
            }
        }
        return left;
    }

    private int count(String word, int atMost) {
        return entities.createQuery(
                        "select count(c.id) from (select t.orderId as id from SearchTerm t where " + has("word")
                                + AS_STORED + " limit " + (atMost + 1) + ") c",
                        Long.class)
                .setParameter("word", beginning(word))
                .getSingleResult()
                .intValue();
    }

    /** For a page in the list's order. */
    static List<Condition> inOrder(Found found) {
        return switch (found) {
            case Found.All() -> List.of();
            case Found.Few(List<Long> ids) -> List.of(named(ids));
            case Found.Some(List<String> words) -> all(lookedUp(words.getFirst(), null), words);
            case Found.Many(List<String> words) -> all(walked(words.getFirst(), 0), words);
        };
    }

    /** For counts. Of very many, only the first that the index has are counted: the counts are at least so high. */
    static List<Condition> counted(Found found) {
        return found instanceof Found.Many(List<String> words)
                ? all(lookedUp(words.getFirst(), COUNTED), words)
                : inOrder(found);
    }

    /** Whether the narrow index is to be used, because the database would read rows or walk all orders. */
    static boolean needsGlance(Found found) {
        return found instanceof Found.Some;
    }

    private static List<Condition> all(Condition first, List<String> words) {
        List<Condition> all = new ArrayList<>(List.of(first));
        for (int i = 1; i < words.size(); i++) {
            all.add(walked(words.get(i), i));
        }
        return all;
    }

    private static Condition named(List<Long> ids) {
        return new Condition("o.id in :found", Map.of("found", ids));
    }

    private static Condition lookedUp(String word, @Nullable Integer atMost) {
        String having = "select t.orderId as id from SearchTerm t where " + has("word0");
        return new Condition(
                "o.id in ("
                        + (atMost == null
                                ? having
                                : "select c.id from (" + having + AS_STORED + " limit " + atMost + ") c")
                        + ")",
                Map.of("word0", beginning(word)));
    }

    /** A count and not {@code exists}: the database would turn that round and look all orders with the word up first. */
    private static Condition walked(String word, int number) {
        String name = "word" + number;
        return new Condition(
                "(select count(t.orderId) from SearchTerm t where t.orderId = o.id and " + has(name) + ") > 0",
                Map.of(name, beginning(word)));
    }

    private static String has(String name) {
        return HAS_WORD.formatted(name);
    }

    private static String beginning(String word) {
        return word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
