package org.packhaus.database;

import org.springframework.stereotype.Component;

/** Whether this process is the only portal on its database, so that whatever a dead one left behind is ours at once. */
@Component
public class DatabaseOwnership {
    private final boolean alone;

    DatabaseOwnership(DatabaseServer server) {
        this.alone = server instanceof EmbeddedMariaDb;
    }

    /** True for the embedded server: its folder is locked by this process. */
    public boolean isAlone() {
        return alone;
    }
}
