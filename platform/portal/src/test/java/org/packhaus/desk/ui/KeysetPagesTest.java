package org.packhaus.desk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeysetPagesTest {

    private final List<@Nullable Integer> asked = new ArrayList<>();
    private int rows = 237;
    private final KeysetPages<Integer, Integer> pages = new KeysetPages<>(this::read, 50);

    /** Rows are the numbers from 0; a cursor is the last number seen. */
    private KeysetPages.Page<Integer, Integer> read(@Nullable Integer after, int limit) {
        asked.add(after);
        int from = after == null ? 0 : after + 1;
        var page = IntStream.range(from, Math.min(rows, from + limit)).boxed().toList();
        return new KeysetPages.Page<>(page, from + limit < rows ? page.getLast() : null);
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    @Test
    void everyWindowShowsTheRowsItAskedFor() {
        assertThat(pages.rows(0, 50)).isEqualTo(numbers(0, 50));
        assertThat(pages.rows(30, 90)).isEqualTo(numbers(30, 120));
        assertThat(pages.rows(200, 50)).isEqualTo(numbers(200, 237));
    }

    @Test
    void aPageSeenBeforeIsReadWithoutWalking() {
        pages.rows(150, 50);
        asked.clear();
        pages.rows(100, 50);
        assertThat(asked).containsExactly(99);
    }

    @Test
    void behindTheEndThereIsNothing() {
        assertThat(pages.rows(250, 50)).isEmpty();
        assertThat(pages.rows(1000, 50)).isEmpty();
    }

    @Test
    void anEmptyListStaysEmpty() {
        rows = 0;
        assertThat(pages.rows(0, 50)).isEmpty();
    }

    @Test
    void whatWasForgottenIsReadFromTheTop() {
        pages.rows(100, 50);
        pages.forget();
        asked.clear();
        rows = 60;
        assertThat(pages.rows(50, 50)).isEqualTo(numbers(50, 60));
        assertThat(asked).containsExactly(null, 49);
    }

    @Test
    void aLeapReadsNoRowsOnItsWay() {
        List<Integer> leaps = new ArrayList<>();
        var leaping = new KeysetPages<Integer, Integer>(
                this::read,
                (after, wanted, size) -> {
                    leaps.add(wanted);
                    int from = after == null ? -1 : after;
                    return IntStream.rangeClosed(1, wanted)
                            .map(page -> from + page * size)
                            .filter(last -> last < rows)
                            .boxed()
                            .toList();
                },
                50);
        assertThat(leaping.rows(200, 50)).isEqualTo(numbers(200, 237));
        assertThat(leaping.rows(250, 50)).isEmpty();
        assertThat(leaps).containsExactly(4, 1);
        assertThat(asked).containsExactly(199);
    }
}
