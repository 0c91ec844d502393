package org.packhaus.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.packhaus.security.CurrentUser;
import org.packhaus.shell.NavigationEntry.Mood;

/** How many matters the user has not seen yet, and which; what is new while the page is open also says so in passing. */
class NoticeBell extends NativeButton {
    /** Clicks follow each other faster than matters do. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Notices notices;
    private final CurrentUser user;
    private final Runnable news;
    private final Span count = new Span();
    private final Div list = new Div();
    private final Popover popover = new Popover();
    /** Those this page has said in passing, or found when it was opened. */
    private final Set<String> said = new HashSet<>();

    private List<Notice> current = List.of();
    private Instant looked = Instant.MIN;

    /** @param news run when there may be something new: the drawer counts it, too */
    NoticeBell(Notices notices, CurrentUser user, Runnable news) {
        this.notices = notices;
        this.user = user;
        this.news = news;
        addClassName("bell");
        getElement().setAttribute("type", "button");
        count.addClassName("n");
        count.getElement().setAttribute("aria-hidden", "true");
        add(Icon.BELL.create(), count);
        list.addClassNames("pop", "notices");
        popover.setTarget(this);
        popover.setPosition(PopoverPosition.TOP_START);
        popover.setAriaLabel(getTranslation("notices.title"));
        popover.add(list);
        popover.addOpenedChangeListener(changed -> {
            if (changed.isOpened()) {
                open();
            }
        });
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        if (attached.isInitialAttach()) {
            read();
            current.forEach(notice -> said.add(notice.key()));
            notices.sources().forEach(source -> source.watch(this, this::news));
        }
    }

    /** Asks again, unless it has just been asked. */
    void refresh() {
        if (looked.isBefore(Instant.now().minus(FRESH))) {
            read();
        }
    }

    private void read() {
        var formats = Formats.current();
        current = user.inScope(() -> notices.now(formats));
        looked = Instant.now();
        var seen = notices.seen();
        var unseen =
                current.stream().filter(notice -> !seen.contains(notice.key())).toList();
        count(unseen.size(), unseen.stream().anyMatch(notice -> notice.mood() == Mood.BAD));
    }

    private void count(int unseen, boolean bad) {
        count.setText(unseen == 0 ? "" : String.valueOf(unseen));
        count.setClassName("bad", bad);
        var words = getTranslation("notices.bell", unseen);
        getElement().setAttribute("aria-label", words);
        getElement().setAttribute("title", words);
    }

    private void news() {
        read();
        news.run();
        var here = getUI().map(ui -> ui.getActiveViewLocation().getPath()).orElse("");
        for (Notice notice : current) {
            if (said.add(notice.key()) && !notice.address().equals(here)) {
                say(notice);
            }
        }
    }

    private void say(Notice notice) {
        var link = new Anchor(notice.address(), getTranslation("notices.look"));
        if (notice.mood() == Mood.BAD) {
            Toast.failure(notice.title() + ". " + notice.words(), link);
        } else {
            Toast.done(notice.title() + ". " + notice.words(), link);
        }
    }

    private void open() {
        read();
        var seen = notices.seen();
        list.removeAll();
        var head = new Div(getTranslation("notices.title"));
        head.addClassName("head");
        list.add(head);
        if (current.isEmpty()) {
            var none = new Div(getTranslation("notices.none"));
            none.addClassNames("two", "none");
            list.add(none);
        } else {
            var lines = new UnorderedList();
            current.forEach(notice -> lines.add(line(notice, !seen.contains(notice.key()))));
            list.add(lines);
        }
        notices.saw(current);
        count(0, false);
    }

    private ListItem line(Notice notice, boolean fresh) {
        var formats = Formats.current();
        var icon = notice.mood() == Mood.BAD ? Icon.ALERT : Icon.INFO;
        var title = new Span(notice.title());
        title.addClassName("b");
        var words = new Div(title, new Span(notice.words()));
        words.addClassName("grow");
        if (notice.at() != null) {
            var when = new Span(formats.when(notice.at()));
            when.addClassNames("xs", "two");
            words.add(when);
        }
        var link = new Anchor(notice.address());
        link.add(icon.create(), words);
        link.addClassNames("notice", notice.mood() == Mood.BAD ? "bad" : "calm");
        if (fresh) {
            var mark = new Span(getTranslation("notices.new"));
            mark.addClassName("new");
            link.add(mark);
        }
        link.getElement().addEventListener("click", click -> popover.close());
        return new ListItem(link);
    }
}
