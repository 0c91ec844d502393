package org.packhaus.seller;

/**
 * The tile by which a seller is recognised in lists.
 *
 * @param letter one or two letters
 * @param tone 1 to 8, the eight seller tones of the design tokens
 */
public record Mark(String letter, int tone) {
    public static final int TONES = 8;

    public Mark {
        if (letter.isBlank() || letter.length() > 2) {
            throw new IllegalArgumentException("a mark has one or two letters: '" + letter + "'");
        }
        if (tone < 1 || tone > TONES) {
            throw new IllegalArgumentException("a mark's tone is 1 to " + TONES + ": " + tone);
        }
    }
}
