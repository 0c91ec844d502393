package org.packhaus.shell;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.packhaus.security.UserSettings;

/** What wants to be noticed, and what the signed-in user has seen of it: kept with the account, as long as the matter is there. */
record Notices(List<NoticeSource> sources, UserSettings settings) {
    static final int MOST = 30;
    private static final String SEEN = "shell.notices";
    private static final int LONGEST_KEY = 60;

    /** What needs a person first, then the newest. */
    List<Notice> now(Formats formats) {
        return sources.stream()
                .flatMap(source -> source.notices(formats).stream())
                .filter(notice -> notice.key().length() <= LONGEST_KEY)
                .sorted(Comparator.comparing(Notice::mood)
                        .reversed()
                        .thenComparing(Notice::at, Comparator.nullsLast(Comparator.<Instant>reverseOrder())))
                .limit(MOST)
                .toList();
    }

    Set<String> seen() {
        return settings.mine(SEEN).stream().flatMap(String::lines).collect(Collectors.toUnmodifiableSet());
    }

    /** Only what is there: a matter that went and comes again is new again. */
    void saw(Collection<Notice> shown) {
        Set<String> before = seen();
        Set<String> keys = shown.stream().map(Notice::key).collect(Collectors.toUnmodifiableSet());
        if (!keys.equals(before)) {
            settings.keep(SEEN, keys.stream().sorted().collect(Collectors.joining("\n")));
        }
    }
}
