package org.packhaus.sdk;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The letters a carrier's fields take. What lies outside is written in others where the trade has a usual way (ł as l, Жуков as Zhukov);
 * what has none cannot be written at all, and a person has to say how.
 */
public enum Letters {
    /** A to Z and the signs of ASCII. */
    ASCII(0x7e),
    /** ISO 8859-1: western Europe, umlauts included. */
    LATIN_1(0xff),
    /** Latin with the extensions A and B: all of Europe that writes Latin. */
    LATIN_EXTENDED(0x24f),
    /** Everything. */
    ANY(Character.MAX_CODE_POINT);

    private static final Map<String, String> OTHERS = others();

    private final int last;

    Letters(int last) {
        this.last = last;
    }

    /**
     * The text in these letters, the same if it is written in them already.
     *
     * @return empty if there is a letter without a usual way to write it, a Chinese one for instance
     */
    public Optional<String> write(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        if (composed.codePoints().allMatch(this::has)) {
            return Optional.of(composed);
        }
        StringBuilder written = new StringBuilder();
        for (int letter : composed.codePoints().toArray()) {
            Optional<String> one = has(letter) ? Optional.of(Character.toString(letter)) : substitute(letter);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            written.append(one.get());
        }
        return Optional.of(written.toString());
    }

    private boolean has(int letter) {
        return this == ANY || letter >= ' ' && letter <= last && (letter < 0x7f || letter >= 0xa0);
    }

    private Optional<String> substitute(int letter) {
        if (Character.getType(letter) == Character.CONTROL || Character.isWhitespace(letter)) {
            return Optional.of(" ");
        }
        if (Character.getType(letter) == Character.FORMAT) {
            return Optional.of("");
        }
        String known = OTHERS.get(Character.toString(Character.toLowerCase(letter)));
        if (known != null) {
            return Optional.of(Character.isUpperCase(letter) ? capital(known) : known)
                    .filter(text -> text.codePoints().allMatch(this::has));
        }
        String plain = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "");
        if (plain.isEmpty() || plain.codePoints().anyMatch(c -> c == letter)) {
            return Optional.empty();
        }
        return write(plain);
    }

    private static String capital(String text) {
        return text.substring(0, Math.min(1, text.length())).toUpperCase(Locale.ROOT)
                + text.substring(Math.min(1, text.length()));
    }

    /** German habit for umlauts; ISO 843 and 9 in their simple everyday forms for Greek and Cyrillic. */
    private static Map<String, String> others() {
        String table = "ä ae ö oe ü ue ß ss æ ae ø o å a œ oe ð d þ th đ d ł l ħ h ı i ŋ n ŧ t ə e ƒ f"
                + " “ \" ” \" „ \" « \" » \" ‘ ' ’ ' ‚ ' – - — - ‐ - ‑ - − - … ... € EUR № No ′ ' ″ \""
                + " α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o"
                + " ά a έ e ή i ί i ό o ύ y ώ o ϊ i ϋ y ΐ i ΰ y"
                + " а a б b в v г g д d е e ё e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts"
                + " ч ch ш sh щ shch ы y э e ю yu я ya і i ї i є ie ґ g ђ dj ј j љ lj њ nj ћ c џ dz ѓ gj ќ kj ў u";
        String[] words = table.split(" ");
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i + 1 < words.length; i += 2) {
            map.put(words[i], words[i + 1]);
        }
        // Signs that only change the sound of their neighbour.
        map.put("ъ", "");
        map.put("ь", "");
        return Map.copyOf(map);
    }
}
