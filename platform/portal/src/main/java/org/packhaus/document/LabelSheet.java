package org.packhaus.document;

import java.util.Map;
import java.util.Optional;

/**
 * A sheet of paper that holds labels in equal places, counted from the upper left one in rows. On a sheet that was used in part the first
 * labels go where the last ones ended.
 *
 * @param paper the whole sheet
 * @param across places beside each other
 * @param down places below each other
 * @param start the first free place of the first sheet, from 1
 */
public record LabelSheet(Paper paper, int across, int down, int start) {
    /** One label on each A4. */
    public static final LabelSheet A4 = of(Paper.A4);

    /** Two labels of half a sheet: A5 when the sheet is cut. */
    public static final LabelSheet A4_2 = new LabelSheet(new Paper(297, 210), 2, 1, 1);

    /** Four A6 labels. */
    public static final LabelSheet A4_4 = new LabelSheet(Paper.A4, 2, 2, 1);

    public LabelSheet {
        if (across < 1 || down < 1 || across * down > 40) {
            throw new IllegalArgumentException("No sheet of labels: " + across + " × " + down);
        }
        if (start < 1 || start > across * down) {
            throw new IllegalArgumentException("A sheet of %d labels has no place %d".formatted(across * down, start));
        }
    }

    private static final Map<String, LabelSheet> NAMED = Map.of(
            "a4", A4,
            "a4-2", A4_2,
            "a4-4", A4_4,
            "a5", of(Paper.A5),
            "a6", of(Paper.A6),
            "100x150", of(new Paper(100, 150)),
            "103x199", of(Paper.ROLL_103_X_199));

    /**
     * A sheet by its name: {@code a4}, {@code a4-2}, {@code a4-4}, {@code a5}, {@code a6}, {@code 100x150}, {@code 103x199}.
     *
     * @return empty for any other name
     */
    public static Optional<LabelSheet> named(String name) {
        return Optional.ofNullable(NAMED.get(name));
    }

    /** One label a sheet. */
    public static LabelSheet of(Paper paper) {
        return new LabelSheet(paper, 1, 1, 1);
    }

    /** The same, begun at another place. */
    public LabelSheet startingAt(int place) {
        return new LabelSheet(paper, across, down, place);
    }

    /** How many labels it takes. */
    public int places() {
        return across * down;
    }

    double placeWidthMm() {
        return paper.widthMm() / across;
    }

    double placeHeightMm() {
        return paper.heightMm() / down;
    }

    @Override
    public String toString() {
        return places() == 1
                ? paper.toString()
                : "a place of %s × %s mm on a sheet of %s"
                        .formatted(Mm.text(placeWidthMm()), Mm.text(placeHeightMm()), paper);
    }
}
