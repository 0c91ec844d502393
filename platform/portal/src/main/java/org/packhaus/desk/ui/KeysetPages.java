package org.packhaus.desk.ui;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets a list that asks "rows 150 to 200" read from a source that only knows "the rows after this one". It remembers the cursor at the
 * end of every page it has seen, so a jump back costs one page and a jump far ahead walks once.
 */
final class KeysetPages<R, C> {

    /** One page of the source. */
    record Page<R, C>(List<R> rows, @Nullable C next) {}

    /** Reads up to {@code limit} rows after the cursor, from the top when there is none. */
    @FunctionalInterface
    interface Source<R, C> {
        Page<R, C> read(@Nullable C after, int limit);
    }

    private final Source<R, C> source;
    private final int size;

    /** {@code starts.get(n)} is where page n begins; the first begins at the top. */
    private final List<@Nullable C> starts = new ArrayList<>();

    KeysetPages(Source<R, C> source, int size) {
        this.source = source;
        this.size = size;
        forget();
    }

    /** The rows have changed under us: what page 7 begins with is no longer known. */
    void forget() {
        starts.clear();
        starts.add(null);
    }

    List<R> rows(int offset, int limit) {
        var rows = new ArrayList<R>(limit);
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
        while (starts.size() <= page) {
            int known = starts.size() - 1;
            if (read(known).size() < size || starts.size() == known + 1) {
                return false;
            }
        }
        return true;
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
