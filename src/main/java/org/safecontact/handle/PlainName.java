package org.safecontact.handle;

import java.text.Normalizer;
import java.util.Locale;

/** What was written, as it is compared. */
final class PlainName {

    private PlainName() {}

    /** Compatibility forms and digits of other scripts as usual ones, nothing that cannot be seen, each line by itself. */
    static String plain(String written) {
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(written, Normalizer.Form.NFKC)
                .replaceAll("\\R", ";")
                .codePoints()
                .filter(sign -> Character.getType(sign) != Character.FORMAT && !(sign >= 0xfe00 && sign <= 0xfe0f))
                .filter(sign -> !Character.isISOControl(sign) || Character.isWhitespace(sign))
                .map(sign -> Character.isDigit(sign) ? '0' + Character.digit(sign, 10) : sign)
                .map(sign -> Character.isWhitespace(sign) || Character.isSpaceChar(sign) ? ' ' : sign)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** Small letters without spaces. */
    static String folded(String plain) {
        String small = plain.replace(" ", "").toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(small, Normalizer.Form.NFKC);
    }

    /** No longer than that, and no sign of it halved. */
    static String bounded(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }
}
