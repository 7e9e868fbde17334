package org.safecontact.agency;

import java.text.Normalizer;
import java.util.Locale;

/** What is left of a name or a sentence however it is typed, to see whether two say the same. */
public final class PlainWords {

    /** Small letters that look like, or in capitals look like, those of the same place below: Cyrillic, Greek, and an i without its dot. */
    private static final String LOOK_ALIKE = "авекмнорстухіјѕһԁԛԝ" + "αβεζηικμνορτυχ" + "ı";

    private static final String LATIN = "abekmhopctyxijshdqw" + "abezhikmnoptyx" + "i";

    private PlainWords() {}

    /**
     * Letters and digits only, lower case, in one form of Unicode, letters of other alphabets as the Latin ones that they look like: other
     * apostrophes, spaces, full stops and keyboards make nobody somebody else. What has signs only is those signs.
     */
    public static String of(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.UK);
        String plain = lower.replaceAll("[^\\p{L}\\p{N}]+", "")
                .codePoints()
                .map(PlainWords::latin)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return plain.isEmpty() ? lower.strip() : plain;
    }

    private static int latin(int letter) {
        int at = LOOK_ALIKE.indexOf(letter);
        return at < 0 ? letter : LATIN.charAt(at);
    }
}
