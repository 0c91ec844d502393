package org.packhaus.shell;

import java.util.List;

/** Where it is shown what buyers wrote about a thing. Whoever shows the thing asks; the room that keeps the messages answers. */
public interface Conversations {

    /** What can be written about besides an order. */
    enum About {
        RETURN,
        CLAIM
    }

    /**
     * What somebody said and was answered.
     *
     * @param name what people call it
     * @param address of its page
     */
    record Conversation(String name, String address) {}

    /** Those that whoever looks may see, the one that moved last first. */
    List<Conversation> about(About what, long id);
}
