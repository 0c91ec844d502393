package org.packhaus.order;

import java.util.Optional;

/** The tabs above the list. */
public enum OrderTab {
    ANNOUNCED(Stage.ANNOUNCED),
    TO_SHIP(Stage.TO_SHIP),
    LABEL_PRINTED(Stage.LABEL_PRINTED),
    PACKED(Stage.PACKED),
    SENT(Stage.SENT),
    CANCELLED(Stage.CANCELLED),
    /** Orders with a problem, in whatever stage. */
    PROBLEM(null),
    ALL(null);

    @org.jspecify.annotations.Nullable
    private final Stage stage;

    OrderTab(@org.jspecify.annotations.Nullable Stage stage) {
        this.stage = stage;
    }

    /** The stage this tab shows, if it shows one. */
    public Optional<Stage> stage() {
        return Optional.ofNullable(stage);
    }

    /** What is done is read from the newest back; what is to do, the most urgent first. */
    boolean newestFirst() {
        return this == SENT || this == CANCELLED || this == ALL;
    }
}
