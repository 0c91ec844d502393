package org.packhaus.desk;

import java.util.Map;
import java.util.Optional;
import org.packhaus.job.BatchService;
import org.packhaus.security.Permission;

/** What can be done to many orders at once, besides buying and confirming. As a batch it is a kind and some parameters. */
public sealed interface Deed {

    String kind();

    default Map<String, String> parameters() {
        return Map.of();
    }

    /** Needed for the seller of each order. */
    default Permission permission() {
        return Permission.EDIT_ORDERS;
    }

    /** What a person wrote stands under {@link BatchService#WORDS}, because it may name a buyer. */
    static Optional<Deed> of(String kind, Map<String, String> parameters) {
        String words = parameters.getOrDefault(BatchService.WORDS, "");
        return Optional.ofNullable(
                switch (kind) {
                    case Hold.KIND -> new Hold(words);
                    case Release.KIND -> new Release();
                    case Tag.KIND -> new Tag(words);
                    case Untag.KIND -> new Untag(words);
                    case Note.KIND -> new Note(words);
                    case Assign.KIND ->
                        new Assign(parameters.getOrDefault("carrier", ""), parameters.getOrDefault("product", ""));
                    case ByRules.KIND -> new ByRules();
                    default -> null;
                });
    }

    /** Stops them, and says why. */
    record Hold(String reason) implements Deed {
        static final String KIND = "hold-orders";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Map<String, String> parameters() {
            return Map.of(BatchService.WORDS, reason);
        }
    }

    record Release() implements Deed {
        static final String KIND = "release-orders";

        @Override
        public String kind() {
            return KIND;
        }
    }

    record Tag(String tag) implements Deed {
        static final String KIND = "tag-orders";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Map<String, String> parameters() {
            return Map.of(BatchService.WORDS, tag);
        }
    }

    record Untag(String tag) implements Deed {
        static final String KIND = "untag-orders";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Map<String, String> parameters() {
            return Map.of(BatchService.WORDS, tag);
        }
    }

    record Note(String text) implements Deed {
        static final String KIND = "note-orders";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Map<String, String> parameters() {
            return Map.of(BatchService.WORDS, text);
        }
    }

    /**
     * Says who brings them, above every rule. By the names of carrier and product, because each seller has a contract of their own.
     *
     * @param product the carrier's id of it
     */
    record Assign(String carrier, String product) implements Deed {
        static final String KIND = "assign-carrier";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Map<String, String> parameters() {
            return Map.of("carrier", carrier, "product", product);
        }

        @Override
        public Permission permission() {
            return Permission.SHIP;
        }
    }

    /** Lets the rules choose again. */
    record ByRules() implements Deed {
        static final String KIND = "carrier-by-rules";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Permission permission() {
            return Permission.SHIP;
        }
    }
}
