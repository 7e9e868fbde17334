package org.safecontact.incident;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safecontact.access.CaseAccess;
import org.safecontact.engine.Authors;
import org.safecontact.engine.FormRefused;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.safecontact.record.EntryKind;
import org.safecontact.record.HiddenFile;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.safecontact.record.TypedText;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** <i>Add to this</i>: everybody on a case may add to its record while it is open, for good. House default. */
@Service
public class Additions {

    /** What a person may say their words are; the other kinds are the product's own. */
    public static final Set<EntryKind> KINDS =
            EnumSet.of(EntryKind.FACT, EntryKind.CHILDS_WORDS, EntryKind.OPINION, EntryKind.THIRD_PARTY);

    private static final String ADDED = "Added";
    private static final String PUT_RIGHT = "Put right";

    /** The heading of what a manager who decided about more than this case tells everybody on it. */
    public static final String TO_EVERYBODY = "To everybody on this case";

    /** Headings of what was added. */
    public static final Set<String> TITLES = Set.of(ADDED, PUT_RIGHT, TO_EVERYBODY);

    /** Characters that fit. */
    public static final int LONGEST = 4_000;

    /** The same of a reference. */
    private static final int LONGEST_LINE = 60;

    /** Of one person to one case within {@link CaseRecord#LATELY}. House default. */
    private static final int MOST_AT_ONCE = 10;

    private static final String TOO_FAST = "You have added " + MOST_AT_ONCE + " things in the last minute. Please wait"
            + " a minute, then send this: what you typed stays here. If it cannot wait: I'm more worried now, or ring"
            + " duty. In danger: 999.";

    private static final String POLICE_REFERENCE = "Police reference";

    private final CaseRecord record;
    private final Authors authors;
    private final Incidents incidents;
    private final Police police;
    private final CaseAccess access;
    private final WhoHasIt whoHasIt;
    private final ApplicationEventPublisher events;

    Additions(
            CaseRecord record,
            Authors authors,
            Incidents incidents,
            Police police,
            CaseAccess access,
            WhoHasIt whoHasIt,
            ApplicationEventPublisher events) {
        this.record = record;
        this.authors = authors;
        this.incidents = incidents;
        this.police = police;
        this.access = access;
        this.whoHasIt = whoHasIt;
        this.events = events;
    }

    /**
     * Adds what somebody typed; whoever has the case hears of it, unless it is the one who adds. Sent twice within {@link CaseRecord#LATELY} it
     * is answered as the first time, and nothing else happens.
     *
     * @param kind one of {@link #KINDS}; null when not chosen
     * @param text what the person wants to add
     * @param corrects number of the person's own entry that this puts right; null when it puts nothing right
     * @throws FormRefused when the words cannot be taken as they stand, or this person adds faster than anybody can read
     * @throws NotAllowed when the case is over: nobody would read it
     * @throws org.safecontact.access.NotYours when the person is not on the case
     */
    @Transactional
    public Entry add(String reference, String by, EntryKind kind, String text, Integer corrects) {
        access.requireRead(by, reference);
        String words = TypedText.clean(text);
        check(reference, by, kind, words, corrects);
        return take(
                reference,
                "text",
                new NewEntry(
                        kind,
                        corrects == null ? ADDED : PUT_RIGHT,
                        List.of(new Statement(kind.words(), words)),
                        null,
                        null,
                        authors.of(by),
                        corrects));
    }

    /**
     * Adds the reference that the police gave, once somebody confirmed that they know (practice, section 1: a reference may follow). A second
     * one stands beside the first; the same sent twice is one, as in {@link #add}.
     *
     * @throws FormRefused when the words cannot be taken as they stand, or this person adds faster than anybody can read
     * @throws NotAllowed when the case is over, or nobody has confirmed yet that the police were told
     * @throws org.safecontact.access.NotYours when the person is not on the case
     */
    @Transactional
    public Entry policeReference(String reference, String by, String typed) {
        access.requireRead(by, reference);
        if (!police.everTold(reference)) {
            throw new NotAllowed("Nobody has confirmed yet that the police were told.");
        }
        String words = TypedText.clean(typed);
        if (TypedText.isNothing(words) || words.length() > LONGEST_LINE || HiddenFile.in(words)) {
            throw new FormRefused(
                    "policeReference",
                    "Please write the reference as the police gave it, at most " + LONGEST_LINE + " characters.");
        }
        return take(
                reference,
                "policeReference",
                NewEntry.now(
                        EntryKind.ACTION,
                        "The police",
                        List.of(new Statement(POLICE_REFERENCE, words)),
                        authors.of(by)));
    }

    /**
     * Tells everybody on a case, its carers too, what to know and do because of something that was decided elsewhere; whoever has the case hears of it.
     *
     * @throws NotAllowed when the case is over
     * @throws org.safecontact.access.NotYours when the person may not read the case
     */
    @Transactional
    public void toEverybody(String reference, String by, String words) {
        access.requireRead(by, reference);
        take(
                reference,
                "words",
                NewEntry.now(
                        EntryKind.DECISION,
                        TO_EVERYBODY,
                        List.of(new Statement("What to know and do", TypedText.clean(words))),
                        authors.of(by)));
    }

    /** Nobody closes it before the caller's transaction has ended. */
    private Entry take(String reference, String field, NewEntry entry) {
        String by = entry.author().personId();
        List<Entry> lately = record.lately(reference, by).stream()
                .filter(Additions::wasAdded)
                .toList();
        if (!lately.isEmpty() && lately.get(lately.size() - 1).says(entry)) {
            return lately.get(lately.size() - 1);
        }
        incidents.requireOpen(reference);
        if (lately.size() >= MOST_AT_ONCE) {
            throw new FormRefused(field, TOO_FAST);
        }
        Entry added = record.append(reference, entry);
        hears(whoHasIt.of(reference), reference, by, added.number());
        return added;
    }

    private static boolean wasAdded(Entry entry) {
        return TITLES.contains(entry.title())
                || entry.statements().stream()
                        .anyMatch(statement -> statement.question().equals(POLICE_REFERENCE));
    }

    /**
     * The rest of a report came after somebody had answered what was known of it: whoever that is hears of it, also where it is no more serious.
     *
     * @param by who sent it
     */
    @Transactional
    public void restIsKnown(String reference, String by) {
        hears(whoHasIt.taken(reference), reference, by, record.length(reference));
    }

    /**
     * Whoever has the case is to read what was just written, from which nothing follows by itself: the child was worse at a look (house default), or
     * whoever keeps the evidence wants to ask before anybody is blocked (practice, section 4).
     */
    @Transactional
    public void toBeRead(String reference, String by) {
        hears(whoHasIt.of(reference), reference, by, record.length(reference));
    }

    private void hears(Set<String> hold, String reference, String by, int number) {
        if (!hold.isEmpty() && !hold.contains(by)) {
            events.publishEvent(new AddedTo(reference, number, hold));
        }
    }

    private void check(String reference, String by, EntryKind kind, String words, Integer corrects) {
        Map<String, String> refused = new LinkedHashMap<>();
        if (kind == null || !KINDS.contains(kind)) {
            refused.put("kind", "Please say what it is: what happened, the child's words, or what you think.");
        }
        if (TypedText.isNothing(words)) {
            refused.put("text", "Please write what you want to add.");
        } else if (words.length() > LONGEST) {
            refused.put("text", "That is too long. Please use at most " + LONGEST + " characters.");
        } else if (HiddenFile.in(words)) {
            refused.put("text", "Please take the picture or file out. Pictures never go in here.");
        }
        if (corrects != null && !isOwn(reference, by, corrects)) {
            refused.put("corrects", "You can put right what you wrote yourself. Anything else: add what you know.");
        }
        if (!refused.isEmpty()) {
            throw new FormRefused(refused);
        }
    }

    private boolean isOwn(String reference, String by, int number) {
        return record.writtenBy(by).stream()
                .anyMatch(entry -> entry.reference().equals(reference) && entry.number() == number);
    }
}
