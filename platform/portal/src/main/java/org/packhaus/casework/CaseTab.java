package org.packhaus.casework;

import java.util.Locale;

/** The parts of the inbox. */
public enum CaseTab {
    MINE,
    UNASSIGNED,
    OPEN,
    WAITING,
    SOLVED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The open ones if it is none. */
    public static CaseTab of(String word) {
        for (CaseTab tab : values()) {
            if (tab.word().equals(word)) {
                return tab;
            }
        }
        return OPEN;
    }

    /** Whether the longest waiting stands first; otherwise the newest does. */
    boolean isByClock() {
        return this == MINE || this == UNASSIGNED || this == OPEN;
    }
}
