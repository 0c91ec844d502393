package org.packhaus.aftersales;

import java.util.Locale;

/** What the list of returns shows. */
public enum ReturnTab {
    TO_DECIDE,
    DUE_SOON,
    ON_THE_WAY,
    ANNOUNCED,
    MISDIRECTED,
    DECIDED,
    ALL;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @return the one that people begin with, if there is none of this name */
    public static ReturnTab of(String word) {
        for (ReturnTab tab : values()) {
            if (tab.word().equals(word)) {
                return tab;
            }
        }
        return TO_DECIDE;
    }

    /** What is done is read from the newest back, what is to do from the most urgent on. */
    boolean newestFirst() {
        return this == DECIDED || this == ALL;
    }
}
