package org.safecontact.handle;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Words that stand where an account is asked for and are none. */
final class NamesNobody {

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

    private NamesNobody() {}

    /** Whether it is nothing but words of which no account is called; one that is written with its <i>@</i> is. */
    static boolean says(String written) {
        String small = PlainName.plain(written).toLowerCase(Locale.ROOT);
        return NAMES_NOBODY.contains(small.replaceAll("[^\\p{L}\\p{N}]", ""))
                || !small.contains("@")
                        && Stream.of(small.replaceAll("['\u2019](s\\b)?", "").split("[\\s/()\"-]+"))
                                .filter(word -> !word.isEmpty())
                                .allMatch(word -> WORDS_FOR_NOBODY.contains(word)
                                        || NAMES_NOBODY.contains(word)
                                        || Apps.isOne(word));
    }
}
