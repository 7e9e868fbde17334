package org.safecontact.record;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds a file that was pasted into a text: a picture in letters is a picture (domain brief, section 4, prohibition 3).
 * It stops what somebody pastes, not what somebody hides on purpose; words, links, names and numbers pass.
 */
public final class HiddenFile {

    private static final Pattern ADDRESS =
            Pattern.compile("data:\\s{0,5}(?:image/|[\\w.+-]{1,60}/[\\w.+-]{1,80}[;,])", Pattern.CASE_INSENSITIVE);

    /** A run without a space as no language has. */
    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9+/_=-]{200,}");

    /** Lines of full length as mail programs wrote a file before there was base64. */
    private static final Pattern UUENCODED = Pattern.compile("(?m)(?:^M[ -`]{60}\\r?\\n){3}");

    /** Bytes in hexadecimal digits, in groups of up to four, whatever stands between the groups. */
    private static final Pattern HEXADECIMAL =
            Pattern.compile("(?:(?:0x|\\\\x|%)?+(?:[0-9A-Fa-f]{2}){1,4}+(?![0-9A-Za-z])[\\s,:;.-]{0,3}+){60,}+");

    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern LETTERS_OF_FILES = Pattern.compile("[A-Za-z0-9+/_=-]{8,}");
    /** Letters and digits in one word, or a capital after a small letter: seldom twice in a row in what people write. */
    private static final Pattern MIXED = Pattern.compile("[a-z][A-Z0-9]|[0-9][A-Za-z]|[A-Z][0-9]|[+/]");

    private static final int LONG_WORD = 40;
    private static final int ENOUGH = 200;
    private static final int A_WORD_SPEAKS_AGAINST_IT = 3;

    private HiddenFile() {}

    /** Whether the text holds a data address, or letters in a row as only a file in letters has them. */
    public static boolean in(String text) {
        return addressIn(text)
                || RUN.matcher(text).find()
                || UUENCODED.matcher(text).find()
                || hexadecimalIn(text)
                || brokenIntoWords(text);
    }

    /** Whether the text, such as the source of a page, holds an address that is a file itself. */
    public static boolean addressIn(String text) {
        return ADDRESS.matcher(text).find();
    }

    /** Telephone numbers are groups of digits too, but without letters. */
    private static boolean hexadecimalIn(String text) {
        Matcher groups = HEXADECIMAL.matcher(text);
        while (groups.find()) {
            long digits = groups.group().chars().filter(Character::isDigit).count();
            long letters = groups.group().chars().filter(Character::isLetter).count();
            if (letters * 10 > digits) {
                return true;
            }
        }
        return false;
    }

    /** A file in lines or blocks: what looks like one adds up, an ordinary word takes away again. */
    private static boolean brokenIntoWords(String text) {
        int score = 0;
        Matcher words = WORD.matcher(text);
        while (words.find() && score < ENOUGH) {
            String word = words.group();
            if (!LETTERS_OF_FILES.matcher(word).matches()) {
                score = Math.max(0, score - A_WORD_SPEAKS_AGAINST_IT * word.length());
            } else if (word.length() >= LONG_WORD) {
                score += word.length();
            } else if (MIXED.matcher(word).find()) {
                score += word.length() / 2;
            } else {
                score = Math.max(0, score - A_WORD_SPEAKS_AGAINST_IT * word.length());
            }
        }
        return score >= ENOUGH;
    }
}
