package org.packhaus.sandbox.fault;

import java.util.Arrays;
import java.util.Optional;

/** What can go wrong with a call. */
public enum FaultKind {
    NONE("none"),
    /** The answer comes late. */
    SLOW("slow"),
    /** 429 before anything happened. */
    TOO_MANY("429"),
    /** 424 before anything happened: a service behind the service was away. */
    DOWNSTREAM("424"),
    /** 500 before anything happened. */
    ERROR("500"),
    /** 500 although everything happened. */
    ERROR_AFTER("500after"),
    /** The connection is cut before anything happened. */
    REFUSED("refused"),
    /** Everything happened, then the connection is cut. */
    ANSWER_LOST("answerLost"),
    /** Everything happened, half of the answer arrives. */
    TRUNCATED("truncated"),
    /** The request takes effect twice, as if something on the way had repeated it. */
    DUPLICATE("duplicate");

    private final String word;

    FaultKind(String word) {
        this.word = word;
    }

    /** The name in the control API. */
    public String word() {
        return word;
    }

    public static Optional<FaultKind> of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind != NONE && kind.word.equals(word))
                .findFirst();
    }
}
