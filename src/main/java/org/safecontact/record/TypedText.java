package org.safecontact.record;

/** What a person typed, as it may be kept. Every text of a person passes here once, whichever page it came from. */
public final class TypedText {

    private TypedText() {}

    /**
     * @param typed as it arrived; null when nothing did
     * @return without what cannot be printed (the database cannot even keep some of it) and without signs that turn the
     *     direction of reading round, so that what is read is what was typed; line breaks and tabs stay, spaces around
     *     it go
     */
    public static String clean(String typed) {
        if (typed == null) {
            return "";
        }
        StringBuilder text = new StringBuilder(typed.length());
        typed.codePoints().filter(TypedText::stays).forEach(text::appendCodePoint);
        return text.toString().strip();
    }

    /** Whether nobody could read anything of it: spaces, and signs that only join or part others. */
    public static boolean isNothing(String clean) {
        return clean.codePoints()
                .allMatch(character -> Character.isWhitespace(character)
                        || Character.isSpaceChar(character)
                        || Character.getType(character) == Character.FORMAT);
    }

    private static boolean stays(int character) {
        boolean turnsReadingRound =
                character >= 0x202a && character <= 0x202e || character >= 0x2066 && character <= 0x2069;
        boolean halfASign = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return character == '\n'
                || character == '\t'
                || !Character.isISOControl(character) && !turnsReadingRound && !halfASign;
    }
}
