package org.safecontact.incident.voice;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.NotYours;
import org.safecontact.agency.London;
import org.safecontact.engine.Authors;
import org.safecontact.engine.FormRefused;
import org.safecontact.incident.Additions;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.safecontact.record.EntryKind;
import org.safecontact.record.HiddenFile;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.safecontact.record.TypedText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the child says about an entry of its record: an entry of its own, in the child's words, that stands under the other one for good and
 * never in its place; what was written down wrongly there is put right by another one. Also once the case is closed: a child may answer later. FSR 2011, regulation 11; house default.
 */
@Service
@Transactional
public class ChildSays {

    /** Heading of such an entry. */
    public static final String TITLE = "What the child says about an entry";

    /** The question that the child's words answer. */
    public static final String WORDS = "In the child's own words";

    /** The question that its number answers; where it stands under that entry, nobody has to read it. */
    public static final String ABOUT = "About entry";

    private static final String TO_WHOM = "Said to";
    private static final String HOW = "How it came here";

    /** Characters that fit. */
    public static final int LONGEST = Additions.LONGEST;

    /** Characters that fit where it is asked to whom the child said it. */
    public static final int LONGEST_LINE = 100;

    /** Longer ago is a slip of the finger. House default. */
    private static final Period LONGEST_AGO = Period.ofYears(1);

    /** Of one person to one case within {@link CaseRecord#LATELY}. House default. */
    private static final int MOST_AT_ONCE = 10;

    private static final String TOO_FAST =
            "You have added " + MOST_AT_ONCE + " of these in the last minute. Please wait"
                    + " a minute, then send this: what you typed stays here. If it cannot wait, ring duty. In danger: 999.";

    /** How the child's words came to be written down. */
    public enum How {
        SAID("The child said it to somebody"),
        DICTATED("The child wrote it, or said each word to be written down");

        private final String words;

        How(String words) {
            this.words = words;
        }

        /** As people read it. */
        public String words() {
            return words;
        }
    }

    /**
     * What somebody sends.
     *
     * @param how null when not chosen
     * @param words what the child says, as it was typed
     * @param toWhom to whom the child said it; needed where the child said it to somebody
     * @param saidAt when, as a clock here shows it; needed there too, else null means now
     * @param corrects number of what this person wrote down wrongly under the same entry; null when it puts nothing right
     */
    public record Said(How how, String words, String toWhom, LocalDateTime saidAt, Integer corrects) {}

    private final CaseRecord record;
    private final EntriesInSight sight;
    private final Additions additions;
    private final Incidents incidents;
    private final CaseAccess access;
    private final Authors authors;
    private final Clock clock;

    ChildSays(
            CaseRecord record,
            EntriesInSight sight,
            Additions additions,
            Incidents incidents,
            CaseAccess access,
            Authors authors,
            Clock clock) {
        this.record = record;
        this.sight = sight;
        this.additions = additions;
        this.incidents = incidents;
        this.access = access;
        this.authors = authors;
        this.clock = clock;
    }

    /** Whether an entry is what the child says about another. */
    public static boolean isOne(Entry entry) {
        return entry.title().equals(TITLE);
    }

    /** The number of the entry that it is about; empty where it is none of these. */
    public static Optional<Integer> about(Entry entry) {
        return Optional.of(entry)
                .filter(ChildSays::isOne)
                .flatMap(one -> one.statements().stream()
                        .filter(said -> said.question().equals(ABOUT))
                        .findFirst())
                .map(said -> Integer.valueOf(said.answer()));
    }

    /** Whether this person may write down what the child says about an entry of this case: whoever may act on it, as for {@link Additions}. */
    @Transactional(readOnly = true)
    public boolean mayWrite(String reference, String personId) {
        return access.mayRead(personId, reference)
                && incidents
                        .find(reference)
                        .filter(incident -> incident.state() == Incident.State.WITHDRAWN)
                        .isEmpty();
    }

    /**
     * Writes down what the child says about an entry; whoever has the case hears of it, unless it is the one who writes. Sent twice within
     * {@link CaseRecord#LATELY} it is answered as the first time, and nothing else happens.
     *
     * @param number of the entry that it is about
     * @throws FormRefused when the words cannot be taken as they stand, or this person adds faster than anybody can read
     * @throws org.safecontact.incident.NotAllowed when the case was taken back as started by accident
     * @throws NotYours when this person is not on the case, does not read that entry, or there is none: each looks like the others
     */
    public Entry write(String reference, int number, String by, Said said) {
        access.requireRead(by, reference);
        List<Entry> entries = record.entries(reference);
        requireInSight(reference, number, by, entries);
        String words = TypedText.clean(said.words());
        String toWhom = TypedText.clean(said.toWhom());
        boolean putsRight = said.corrects() == null
                || entries.stream().anyMatch(entry -> isOwn(entry, by, number) && entry.number() == said.corrects());
        Optional<Instant> at = check(said, words, toWhom, putsRight);
        List<Statement> statements = new ArrayList<>();
        statements.add(new Statement(WORDS, words));
        statements.add(new Statement(HOW, said.how().words()));
        if (!toWhom.isEmpty()) {
            statements.add(new Statement(TO_WHOM, toWhom));
        }
        statements.add(new Statement(ABOUT, String.valueOf(number)));
        return take(
                reference,
                new NewEntry(
                        EntryKind.CHILDS_WORDS,
                        TITLE,
                        statements,
                        at.orElse(null),
                        null,
                        authors.of(by),
                        said.corrects()));
    }

    private static boolean isOwn(Entry entry, String by, int number) {
        return entry.author().personId().equals(by)
                && about(entry).filter(about -> about == number).isPresent();
    }

    private void requireInSight(String reference, int number, String by, List<Entry> entries) {
        boolean theirs =
                sight.of(reference, by, entries).stream().anyMatch(entry -> entry.number() == number && !isOne(entry));
        if (!theirs) {
            throw new NotYours();
        }
    }

    private Entry take(String reference, NewEntry entry) {
        String by = entry.author().personId();
        List<Entry> lately =
                record.lately(reference, by).stream().filter(ChildSays::isOne).toList();
        if (!lately.isEmpty() && isTheSame(lately.get(lately.size() - 1), entry)) {
            return lately.get(lately.size() - 1);
        }
        incidents.requireNotTakenBack(reference);
        if (lately.size() >= MOST_AT_ONCE) {
            throw new FormRefused("words", TOO_FAST);
        }
        Entry added = record.append(reference, entry);
        additions.toBeRead(reference, by);
        return added;
    }

    /** The same words at another time are said once more. */
    private static boolean isTheSame(Entry last, NewEntry entry) {
        Instant said = entry.happenedAt() == null ? last.writtenAt() : entry.happenedAt();
        return last.says(entry) && last.happenedAt().equals(said);
    }

    private Optional<Instant> check(Said said, String words, String toWhom, boolean putsRight) {
        Map<String, String> refused = new LinkedHashMap<>();
        if (said.how() == null) {
            refused.put("how", "Please say how you have the child's words.");
        }
        text(words, LONGEST).ifPresent(message -> refused.put("words", message));
        boolean toSomebody = said.how() == How.SAID;
        if (toSomebody || !toWhom.isEmpty()) {
            text(toWhom, LONGEST_LINE).ifPresent(message -> refused.put("toWhom", message));
        }
        Optional<Instant> at = Optional.empty();
        if (said.saidAt() != null) {
            at = moment(said.saidAt());
            if (at.isEmpty()) {
                refused.put("saidAt", "Please look at the day and the time again: it is a moment of the last year.");
            }
        } else if (toSomebody) {
            refused.put("saidAt", "Please say when the child said it.");
        }
        if (!putsRight) {
            refused.put("corrects", "You can put right what you wrote down under this entry yourself.");
        }
        if (!refused.isEmpty()) {
            throw new FormRefused(refused);
        }
        return at;
    }

    private static Optional<String> text(String typed, int longest) {
        if (TypedText.isNothing(typed)) {
            return Optional.of("Please write it here.");
        }
        if (typed.length() > longest) {
            return Optional.of("That is too long. Please use at most " + longest + " characters.");
        }
        return HiddenFile.in(typed)
                ? Optional.of("Please take the picture or file out. Pictures never go in here.")
                : Optional.empty();
    }

    /** Empty for a moment that is still to come, was not there when the clocks went forward, or is long ago. */
    private Optional<Instant> moment(LocalDateTime typed) {
        LocalDateTime now = clock.instant().atZone(London.ZONE).toLocalDateTime();
        if (typed.isBefore(now.minus(LONGEST_AGO)) || typed.isAfter(now)) {
            return Optional.empty();
        }
        try {
            return Optional.of(London.at(typed));
        } catch (DateTimeException skipped) {
            return Optional.empty();
        }
    }
}
