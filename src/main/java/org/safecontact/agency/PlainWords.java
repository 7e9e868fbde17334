package org.safecontact.agency;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What is left of a name or a sentence however it is typed, to see whether two say the same. */
public final class PlainWords {

    /** Small letters that look like, or in capitals look like, those of the same place below: Cyrillic, Greek, and an i without its dot. */
    private static final String LOOK_ALIKE = "авекмнорстухіјѕһԁԛԝ" + "αβεζηικμνορτυχ" + "ı";

    private static final String LATIN = "abekmhopctyxijshdqw" + "abezhikmnoptyx" + "i";

    /** Where a name and role end and somebody goes on to say what they did. */
    private static final Pattern AFTER_THE_NAME = Pattern.compile("(?iU)[,;:(/]|\\b(told|said|to|via|through|by)\\b");

    /** What somebody is, written before the name. */
    private static final Pattern BEFORE_THE_NAME = Pattern.compile(
            "(?iU)^\\W*((the|our|my|his|her|their|child's|supervising|social|team|registered|foster|fostering|duty|worker|manager|carer|officer|name)\\b[\\s.]*)+[,:(-]\\s*");

    private static final Pattern NOBODY = Pattern.compile("(?iU)^\\W*(i|we|me|us|myself|ourselves)\\b(?!\\.).*");

    private PlainWords() {}

    /**
     * Whether a name and role, as somebody typed it, is that of this person: <i>Kit Placer, told to Alex</i> is Kit Placer, and not Alex.
     *
     * @param typed who did or said something
     * @param name of the person
     */
    public static boolean isAbout(String typed, String name) {
        String named = BEFORE_THE_NAME.matcher(typed.strip()).replaceFirst("");
        return of(AFTER_THE_NAME.split(named, 2)[0]).contains(of(name));
    }

    /** Whether it says <i>I</i> or <i>we</i> instead of a name. */
    public static boolean namesNobody(String typed) {
        return NOBODY.matcher(typed).matches();
    }

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
