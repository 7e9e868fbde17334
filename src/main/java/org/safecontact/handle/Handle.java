package org.safecontact.handle;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An account, a number or a gamer tag as it is compared. It is text and never a link.
 *
 * @param name as compared: small letters without spaces, a telephone number as it is dialled from abroad
 * @param app in which app, as compared; empty where nobody said, and for what is the same in all: a telephone number, an e-mail address
 */
record Handle(String name, String app) {

    private static final int LONGEST = 300;
    private static final int LONGEST_APP = 100;
    /** Nobody writes more into one field. */
    private static final int MOST = 10;

    private static final Pattern EMAIL =
            Pattern.compile("[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,5}");
    private static final Pattern TELEPHONE =
            Pattern.compile("(?<![\\p{L}\\p{N}_.@+-])(?:\\+ ?)?\\(?\\d[\\d ()./-]{6,24}\\d(?![\\p{L}\\p{N}_@])");
    private static final Pattern LINK =
            Pattern.compile("(?:https?://)?(?:[\\p{L}\\p{N}-]+\\.)*([\\p{L}\\p{N}-]+)\\.\\p{L}{2,10}/(.+)");
    /** What is left of a link to a number that was taken out. */
    private static final Pattern LINK_TO_IT = Pattern.compile("[\\p{L}\\p{N}:/.-]+/;");

    private static final Pattern PAGE_NUMBER = Pattern.compile("[?&](?:id|user_?id)=([\\p{L}\\p{N}_]+)");

    /** In a sentence only what begins as a name and has a sign in it that words do not have. */
    private static final Pattern AMONG_WORDS = Pattern.compile(
            "(?<![\\p{L}\\p{N}_@])(?:@[\\p{L}\\p{N}_.-]{2,}|[\\p{L}_][\\p{L}\\p{N}_.#-]*[\\p{N}_][\\p{L}\\p{N}_.#-]*)");

    /** What says that nobody knows the account, or how somebody stands in the child's phone: it names no account. */
    private static final Set<String> NAMES_NOBODY = Set.of(
            "no",
            "na",
            "none",
            "nothing",
            "noname",
            "nonumber",
            "unknown",
            "notknown",
            "unknownnumber",
            "dontknow",
            "donotknow",
            "idontknow",
            "idonotknow",
            "notsure",
            "notsaid",
            "hidden",
            "itwashidden",
            "hiddennumber",
            "withheld",
            "numberwithheld",
            "private",
            "privatenumber",
            "blocked",
            "nocallerid",
            "anonymous",
            "guest",
            "mum",
            "mam",
            "mom",
            "mummy",
            "mommy",
            "mymum",
            "birthmum",
            "mother",
            "dad",
            "daddy",
            "mydad",
            "birthdad",
            "father",
            "nan",
            "nana",
            "nanny",
            "gran",
            "granny",
            "grandma",
            "grandad",
            "granddad",
            "grandpa",
            "brother",
            "bro",
            "sister",
            "sis",
            "aunt",
            "auntie",
            "aunty",
            "uncle",
            "cousin",
            "friend",
            "stranger",
            "him",
            "her",
            "them",
            "same",
            "asabove",
            "unknowncaller",
            "unknownuser",
            "deletedaccount",
            "deleteduser",
            "instagramuser",
            "facebookuser",
            "cantremember",
            "restricted");

    /** Words that name nobody either, alone or beside each other: <i>deleted account</i>, <i>Mum's old phone</i>, <i>can't remember yet</i>. */
    private static final Set<String> WORDS_FOR_NOBODY =
            Set.of(("a account an app as call caller can cannot cant contact"
                            + " could couldnt deactivated deleted did didnt do does doesnt dont for forgot forgotten from her his i id in is"
                            + " it its know known mobile my name new not number of old on or person phone profile recall remember removed"
                            + " said saved say says shown somebody someone still sure suspended tablet telephone that the their they this"
                            + " to unavailable user username was with yet")
                    .split(" "));

    /** Apps that go by several names. */
    private static final Map<String, String> APPS = Map.ofEntries(
            Map.entry("snap", "snapchat"),
            Map.entry("snapchat", "snapchat"),
            Map.entry("insta", "instagram"),
            Map.entry("instagram", "instagram"),
            Map.entry("ig", "instagram"),
            Map.entry("facebook", "facebook"),
            Map.entry("fb", "facebook"),
            Map.entry("messenger", "facebook"),
            Map.entry("whatsapp", "whatsapp"),
            Map.entry("tiktok", "tiktok"),
            Map.entry("discord", "discord"),
            Map.entry("roblox", "roblox"),
            Map.entry("fortnite", "fortnite"),
            Map.entry("minecraft", "minecraft"),
            Map.entry("telegram", "telegram"),
            Map.entry("youtube", "youtube"),
            Map.entry("yt", "youtube"),
            Map.entry("twitter", "twitter"),
            Map.entry("xbox", "xbox"),
            Map.entry("playstation", "playstation"),
            Map.entry("psn", "playstation"),
            Map.entry("twitch", "twitch"),
            Map.entry("reddit", "reddit"));

    /** Whether it may be the same account: the same name in the same app, or in one that nobody said. */
    boolean same(Handle other) {
        return name.equals(other.name) && (app.equals(other.app) || app.isEmpty() || other.app.isEmpty());
    }

    /**
     * The accounts in a field that asks for one.
     *
     * @param app in which app, as written; empty where nobody said
     */
    static List<Handle> in(String app, String written) {
        List<Handle> found = new ArrayList<>();
        String rest = everywhere(written, found);
        Stream.of(rest.split("[,;|]")).map(part -> named(app, part)).forEach(found::addAll);
        return bounded(found);
    }

    /** The accounts that stand among other words: numbers, e-mail addresses, and what looks like no word. */
    static List<Handle> amongWords(String written) {
        List<Handle> found = new ArrayList<>();
        String rest = everywhere(written, found);
        AMONG_WORDS
                .matcher(rest)
                .results()
                .map(MatchResult::group)
                .map(part -> named("", part))
                .forEach(found::addAll);
        return bounded(found);
    }

    private static List<Handle> bounded(List<Handle> found) {
        return found.stream().distinct().limit(MOST).toList();
    }

    /** Takes out what is the same in all apps. @return what is left of the text */
    private static String everywhere(String written, List<Handle> found) {
        String rest = take(EMAIL, plain(written), found, Handle::folded);
        return LINK_TO_IT.matcher(take(TELEPHONE, rest, found, Handle::dialled)).replaceAll(";");
    }

    private static String take(Pattern pattern, String text, List<Handle> found, Function<String, String> name) {
        return pattern.matcher(text).replaceAll(match -> {
            String dialled = name.apply(match.group());
            if (dialled.isEmpty()) {
                return Matcher.quoteReplacement(match.group());
            }
            found.add(new Handle(bounded(dialled, LONGEST), ""));
            return ";";
        });
    }

    /** As it is dialled from abroad: <i>+447700900123</i>. Empty where it is no number that can be rung, or nobody can tell in which country. */
    private static String dialled(String written) {
        boolean abroad = written.startsWith("+");
        String digits = written.replace("(0)", "").replaceAll("\\D", "");
        if (!abroad && digits.startsWith("00")) {
            abroad = true;
            digits = digits.substring(2);
        }
        if (!abroad && digits.startsWith("0") && (digits.length() == 10 || digits.length() == 11)) {
            return "+44" + digits.substring(1);
        }
        if (abroad || digits.startsWith("44") && digits.length() == 12) {
            String number = digits.startsWith("440") ? "44" + digits.substring(3) : digits;
            return number.length() >= 8 && number.length() <= 15 ? "+" + number : "";
        }
        return "";
    }

    private static List<Handle> named(String app, String part) {
        String name = folded(part);
        String in = appOf(app);
        Matcher link = LINK.matcher(name);
        if (link.matches()) {
            in = in.isEmpty() ? APPS.getOrDefault(link.group(1), "") : in;
            name = ofLink(link.group(2));
        }
        name = name.replaceAll("^[^\\p{L}\\p{N}\\p{So}_]+|[^\\p{L}\\p{N}\\p{So}_]+$", "");
        return name.codePointCount(0, name.length()) < 2 || namesNobody(part) || namesNobody(name)
                ? List.of()
                : List.of(new Handle(bounded(name, LONGEST), bounded(in, LONGEST_APP)));
    }

    /** Whether it is nothing but words of which no account is called; one that is written with its <i>@</i> is. */
    private static boolean namesNobody(String written) {
        String small = plain(written).toLowerCase(Locale.ROOT);
        return NAMES_NOBODY.contains(small.replaceAll("[^\\p{L}\\p{N}]", ""))
                || !small.contains("@")
                        && Stream.of(small.replaceAll("['\u2019](s\\b)?", "").split("[\\s/()\"-]+"))
                                .filter(word -> !word.isEmpty())
                                .allMatch(word -> WORDS_FOR_NOBODY.contains(word)
                                        || NAMES_NOBODY.contains(word)
                                        || APPS.containsKey(word));
    }

    /** Whose page it is: its number where the address has one, else the last step of the way. */
    private static String ofLink(String path) {
        Matcher number = PAGE_NUMBER.matcher(path);
        if (number.find()) {
            return number.group(1);
        }
        String last = "";
        for (String step : path.replaceAll("[?#].*", "").split("/")) {
            last = step.isEmpty() ? last : step;
        }
        return last;
    }

    /** The app as compared: empty where nobody said, or said more than one. */
    private static String appOf(String written) {
        String[] words = plain(written).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
        Set<String> known = new LinkedHashSet<>();
        for (int at = 0; at < words.length; at++) {
            known.add(APPS.get(words[at]));
            known.add(at == 0 ? null : APPS.get(words[at - 1] + words[at]));
        }
        known.remove(null);
        String letters = folded(String.join("", words));
        if (known.size() == 1) {
            return known.iterator().next();
        }
        return known.size() > 1 || namesNobody(written) ? "" : letters;
    }

    /** Compatibility forms and digits of other scripts as usual ones, nothing that cannot be seen, each line by itself. */
    private static String plain(String written) {
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
    private static String folded(String plain) {
        String small = plain.replace(" ", "").toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(small, Normalizer.Form.NFKC);
    }

    /** No longer than that, and no sign of it halved. */
    private static String bounded(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }

    /** Keeps it out of logs. */
    @Override
    public String toString() {
        return "Handle";
    }
}
