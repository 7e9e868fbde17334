package org.safecontact.record;

/** Text as the record can keep it for good. */
final class Words {

    private Words() {}

    /**
     * Replaces what has no place in a text (the character zero, halves of a character) by the replacement character,
     * so that every text has exactly one form in bytes.
     *
     * @throws IllegalArgumentException when the text is missing or too long; the message never holds the text
     */
    static String clean(String text, int longest) {
        if (text == null) {
            throw new IllegalArgumentException("A text for the record is missing");
        }
        if (text.length() > longest) {
            throw new IllegalArgumentException("A text for the record is longer than " + longest + " characters");
        }
        StringBuilder clean = null;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            boolean whole = Character.isHighSurrogate(character)
                    && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1));
            if (whole) {
                at++;
            } else if (character == 0 || Character.isSurrogate(character)) {
                clean = clean == null ? new StringBuilder(text) : clean;
                clean.setCharAt(at, '\uFFFD');
            }
        }
        return clean == null ? text : clean.toString();
    }
}
