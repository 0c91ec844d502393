package org.packhaus.document;

import java.util.Map;
import java.util.Optional;
import org.packhaus.seller.SellerId;

/**
 * How a seller wants their papers.
 *
 * @param version as read; saving an older one is refused. 0 before anything was saved
 * @param tongue what slips speak
 * @param articleNumbers whether the channel's numbers stand on slips
 * @param eans whether EANs do
 * @param returnLabels whether a return label is printed and enclosed, where the carrier gave one. OTTO forbids it
 * @param words the seller's own, by language; none for a language that is missing
 * @param logo a PNG as {@link Logo#of} made it; without one the seller's name stands in its place
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by the view only, which never changes the bytes.
public record PaperDesign(
        SellerId seller,
        int version,
        SlipTongue tongue,
        boolean articleNumbers,
        boolean eans,
        boolean returnLabels,
        Map<SlipLanguage, SlipWords> words,
        Optional<byte[]> logo) {
    public PaperDesign {
        words = Map.copyOf(words);
    }

    /** Before the seller has said anything. */
    static PaperDesign first(SellerId seller) {
        return new PaperDesign(seller, 0, SlipTongue.SELLER, true, true, false, Map.of(), Optional.empty());
    }

    public SlipWords wordsIn(SlipLanguage language) {
        return words.getOrDefault(language, SlipWords.NONE);
    }
}
