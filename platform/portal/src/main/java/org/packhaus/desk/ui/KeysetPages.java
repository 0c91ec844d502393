package org.packhaus.desk.ui;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets a list that asks "rows 150 to 200" read from a source that only knows "the rows after this one". It remembers the cursor at the
 * end of every page it has seen, so a jump back costs one page, and a jump far ahead one glance over the keys between.
 */
final class KeysetPages<R, C> {

    /** One page of the source. */
    record Page<R, C>(List<R> rows, @Nullable C next) {}

    /** Reads up to {@code limit} rows after the cursor, from the top when there is none. */
    @FunctionalInterface
    interface Source<R, C> {
        Page<R, C> read(@Nullable C after, int limit);
    }

    /** Tells where pages end without reading their rows. */
    @FunctionalInterface
    interface Leap<C> {
        /** The cursors at the end of up to so many pages after this one; fewer when the list ends before. */
        List<C> ends(@Nullable C after, int pages, int size);
    }

    private final Source<R, C> source;
    private final Leap<C> leap;
    private final int size;

    /** {@code starts.get(n)} is where page n begins; the first begins at the top. */
    private final List<@Nullable C> starts = new ArrayList<>();

    /** For a source that can only be walked. */
    KeysetPages(Source<R, C> source, int size) {
        this(source, (after, pages, each) -> walk(source, after, pages, each), size);
    }

    private static <R, C> List<C> walk(Source<R, C> source, @Nullable C after, int pages, int size) {
        List<C> ends = new ArrayList<>();
        @Nullable C at = after;
        while (ends.size() < pages) {
            at = source.read(at, size).next();
            if (at == null) {
                break;
            }
            ends.add(at);
        }
        return ends;
    }

    KeysetPages(Source<R, C> source, Leap<C> leap, int size) {
        this.source = source;
        this.leap = leap;
        this.size = size;
        forget();
    }

    /** The rows have changed under us: what page 7 begins with is no longer known. */
    void forget() {
        starts.clear();
        starts.add(null);
    }

    List<R> rows(int offset, int limit) {
        var rows = new ArrayList<R>();
        int page = offset / size;
        int skip = offset % size;
        while (rows.size() < limit && walkTo(page)) {
            var read = read(page);
            read.stream().skip(skip).limit(limit - rows.size()).forEach(rows::add);
            if (read.size() < size) {
                break;
            }
            skip = 0;
            page++;
        }
        return rows;
    }

    /** True when the page exists. */
    private boolean walkTo(int page) {
        int unknown = page - (starts.size() - 1);
        if (unknown > 0) {
            starts.addAll(leap.ends(starts.getLast(), unknown, size));
        }
        return starts.size() > page;
    }

    private List<R> read(int page) {
        var read = source.read(starts.get(page), size);
        if (read.next() != null) {
            if (starts.size() == page + 1) {
                starts.add(read.next());
            } else {
                starts.set(page + 1, read.next());
            }
        }
        return read.rows();
    }
}
