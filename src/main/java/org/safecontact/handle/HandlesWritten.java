package org.safecontact.handle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The accounts, numbers and gamer tags in what somebody wrote. */
final class HandlesWritten {

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

    /** The shortest name in a story: what is shorter is a child's label, a year or a game box. */
    private static final int SHORTEST_IN_STORY = 4;
    /** What nobody writes but as a name: with its <i>@</i>, with a line between, or letters with at least two digits after them. */
    private static final Pattern NAME_IN_STORY =
            Pattern.compile("@.+|[\\p{L}\\p{N}.]*_.*|\\p{L}[\\p{L}.]{2,}\\d[\\p{L}.]*\\d[\\p{L}\\p{N}.]*");

    private HandlesWritten() {}

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

    /** The accounts in a story, which asks for none: numbers, e-mail addresses, and what is certainly a name. */
    static List<Handle> inStory(String written) {
        List<Handle> found = new ArrayList<>();
        String rest = everywhere(NoNameInStory.withoutTimes(written), found);
        found.removeIf(NoNameInStory::isPublic);
        AMONG_WORDS
                .matcher(rest)
                .results()
                .map(MatchResult::group)
                .map(part -> part.replaceAll("[.#-]+$", ""))
                .filter(part -> part.length() >= SHORTEST_IN_STORY)
                .filter(part -> NAME_IN_STORY.matcher(part).matches() && !NoNameInStory.says(part))
                .map(part -> named("", part))
                .forEach(found::addAll);
        return bounded(found);
    }

    private static List<Handle> bounded(List<Handle> found) {
        return found.stream().distinct().limit(MOST).toList();
    }

    /** Takes out what is the same in all apps. @return what is left of the text */
    private static String everywhere(String written, List<Handle> found) {
        String rest = take(EMAIL, PlainName.plain(written), found, PlainName::folded);
        return LINK_TO_IT
                .matcher(take(TELEPHONE, rest, found, HandlesWritten::dialled))
                .replaceAll(";");
    }

    private static String take(Pattern pattern, String text, List<Handle> found, Function<String, String> name) {
        return pattern.matcher(text).replaceAll(match -> {
            String dialled = name.apply(match.group());
            if (dialled.isEmpty()) {
                return Matcher.quoteReplacement(match.group());
            }
            found.add(new Handle(PlainName.bounded(dialled, LONGEST), ""));
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
        String name = PlainName.folded(part);
        String in = Apps.of(app);
        Matcher link = LINK.matcher(name);
        if (link.matches()) {
            in = in.isEmpty() ? Apps.named(link.group(1)) : in;
            name = ofLink(link.group(2));
        }
        name = name.replaceAll("^[^\\p{L}\\p{N}\\p{So}_]+|[^\\p{L}\\p{N}\\p{So}_]+$", "");
        return name.codePointCount(0, name.length()) < 2 || NamesNobody.says(part) || NamesNobody.says(name)
                ? List.of()
                : List.of(new Handle(PlainName.bounded(name, LONGEST), PlainName.bounded(in, LONGEST_APP)));
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
}
