package org.safecontact.agency;

import java.text.Normalizer;
import java.util.Locale;

/** What is left of a name or a sentence however it is typed, to see whether two say the same. */
public final class PlainWords {

    private PlainWords() {}

    /** Letters and digits only, lower case, in one form of Unicode: other apostrophes, spaces and full stops make nobody somebody else. */
    public static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.UK)
                .replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
