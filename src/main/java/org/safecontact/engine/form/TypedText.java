package org.safecontact.engine.form;

import java.util.regex.Pattern;

/** What may stand in a text that a person typed. */
final class TypedText {

    /** A file pasted as text: a data address, or a long run without a space as no language has. */
    private static final Pattern FILE =
            Pattern.compile("data:[\\w.+-]{1,60}/[\\w.+-]{1,80}[;,]|[A-Za-z0-9+/_=-]{200,}", Pattern.CASE_INSENSITIVE);

    private TypedText() {}

    /** Without what cannot be printed; line breaks and tabs stay. Spaces around it go. */
    static String clean(String typed) {
        StringBuilder text = new StringBuilder(typed.length());
        for (int at = 0; at < typed.length(); at++) {
            char character = typed.charAt(at);
            if (character >= ' ' && character != 0x7f || character == '\n' || character == '\t') {
                text.append(character);
            }
        }
        return text.toString().strip();
    }

    static boolean holdsAFile(String text) {
        return FILE.matcher(text).find();
    }
}
