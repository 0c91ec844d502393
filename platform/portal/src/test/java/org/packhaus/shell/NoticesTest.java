package org.packhaus.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.security.NewUser;
import org.packhaus.security.UserService;
import org.packhaus.security.UserSettings;
import org.packhaus.shell.NavigationEntry.Mood;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;

/** What wants to be noticed: the order it stands in, and what each user has seen of it. */
@DatabaseTest
class NoticesTest {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final Formats FORMATS =
            new Formats(Locale.ENGLISH, ZoneOffset.UTC, Clock.fixed(NOON, ZoneOffset.UTC));

    @Autowired
    UserSettings settings;

    @Autowired
    UserService users;

    @Autowired
    UserDetailsService accounts;

    private final List<Notice> matters = new ArrayList<>();
    private Notices notices;

    @BeforeEach
    void signIn() {
        notices = new Notices(List.of(formats -> List.copyOf(matters)), settings);
        signIn("notice" + System.nanoTime() + "@example.org");
    }

    private void signIn(String email) {
        users.create(new NewUser(email, "李静", "correct horse battery", "zh", false));
        var account = accounts.loadUserByUsername(email);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities()));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private static Notice notice(String key, Mood mood, int minutesAgo) {
        return new Notice(key, mood, key, "", "orders", NOON.minusSeconds(60L * minutesAgo));
    }

    @Test
    void whatNeedsAPersonIsFirstThenTheNewest() {
        matters.add(notice("old", Mood.CALM, 50));
        matters.add(notice("late", Mood.BAD, 40));
        matters.add(notice("new", Mood.CALM, 1));
        matters.add(new Notice("ever", Mood.BAD, "", "", "jobs", null));
        assertThat(notices.now(FORMATS)).extracting(Notice::key).containsExactly("late", "ever", "new", "old");
    }

    @Test
    void whatWasSeenIsNewAgainOnceItWentAndCame() {
        matters.add(notice("pools.1", Mood.BAD, 5));
        notices.saw(notices.now(FORMATS));
        assertThat(notices.seen()).containsExactly("pools.1");
        matters.clear();
        matters.add(notice("batch.7", Mood.CALM, 5));
        notices.saw(notices.now(FORMATS));
        assertThat(notices.seen()).containsExactly("batch.7");
    }

    @Test
    void eachUserHasSeenWhatTheyHaveSeen() {
        matters.add(notice("jobs.2", Mood.BAD, 5));
        notices.saw(notices.now(FORMATS));
        signIn("other" + System.nanoTime() + "@example.org");
        assertThat(notices.seen()).isEmpty();
    }

    @Test
    void manyMattersFitIntoTheAccount() {
        IntStream.range(0, 200).forEach(i -> matters.add(notice("batch.%054d".formatted(i), Mood.CALM, i)));
        matters.add(notice("k".repeat(61), Mood.BAD, 0));
        List<Notice> shown = notices.now(FORMATS);
        assertThat(shown).hasSize(Notices.MOST).first().extracting(Notice::key).isEqualTo("batch.%054d".formatted(0));
        notices.saw(shown);
        assertThat(notices.seen()).hasSize(Notices.MOST);
    }
}
