package org.safecontact.incident.carer;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Noted;
import org.safecontact.incident.RiskDecision;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.WrittenTogether;
import org.safecontact.incident.store.LevelRepository;
import org.safecontact.incident.store.NoteRepository;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** What a worker who decided wrote for the carer to read: what is decided, what they do, what the child is told (practice, section 3). */
@NamedInterface("carer")
@Component
public class ForTheCarer {

    /** The question of the forms, as it stands in the record. */
    static final String QUESTION = "For the carer: what is decided, what they do, what the child is told";

    /** Heading of an assessment, of which a carer reads once it is signed. */
    public static final String ASSESSMENT = "Assessment";

    /** Heading of a review. */
    public static final String REVIEW = "Review of this contact";

    /** How what was said of the police begins. */
    static final String THE_POLICE = "The police ";

    private static final String NO_MORE = "You wrote that this is everything. Nobody asks you to write more.";
    private static final String IN_FULL =
            "You wrote that this is everything. Because of what it is about we still need it in full: \"Write down"
                    + " what happened\" is on your list, with what you sent.";

    private static final String POLICE = "The police";
    private static final String POLICE_HOW = "Who rings by when, or why is it not needed?";

    /** Answered in the words of whoever does it. */
    private static final String WHAT_NEXT = "What happens next, and who does it?";

    /** What whoever answers writes of the talk with the carer, for the carer to read again; as it stands in the record. */
    public static final Set<String> AGREED = Set.of(
            "What did you agree for tonight or today? Doors, phone, school, who rings when",
            POLICE,
            POLICE_HOW,
            WHAT_NEXT);

    private static final String OVERTAKEN =
            " (This was before the Safer Care Plan was signed. Where the two differ, go by the plan.)";

    /** Heading of an answer. */
    public static final String ANSWERED = "Answered";

    /** The heading of a call that was made, or tried, as it was agreed with the carer. */
    public static final String RUNG_AS_AGREED = "Rung as agreed";

    /** What the carer reads of such a call; as it stands in the record. */
    static final String AGREED_NEXT = "What is agreed next?";

    private final CaseRecord record;
    private final NoteRepository notes;
    private final LevelRepository levels;
    private final SaferCarePlanAtHome plan;
    private final Agency agency;
    private final HumanTime times;

    ForTheCarer(
            CaseRecord record,
            NoteRepository notes,
            LevelRepository levels,
            SaferCarePlanAtHome plan,
            Agency agency,
            HumanTime times) {
        this.plan = plan;
        this.record = record;
        this.notes = notes;
        this.levels = levels;
        this.agency = agency;
        this.times = times;
    }

    /**
     * The newest such words since that moment, as far as they stand: an assessment that a second person signed, or a review of what is not
     * urgent. What somebody wrote too late decides nothing.
     */
    Optional<String> words(Incident incident, Instant since) {
        return decided(incident, since)
                .flatMap(entry -> wordsOf(entry).map(words -> words + overtaken(incident, entry)))
                .reduce((earlier, later) -> later);
    }

    /** When those words were decided: an assessment with its second signature. */
    Optional<Instant> decidedAt(Incident incident, Instant since) {
        return decided(incident, since)
                .filter(entry -> wordsOf(entry).findAny().isPresent())
                .reduce((earlier, later) -> later)
                .map(entry -> Optional.of(entry.title())
                        .filter(ASSESSMENT::equals)
                        .flatMap(signed -> notes.newestAt(incident.reference(), Noted.SECOND_SIGNATURE))
                        .orElse(entry.writtenAt()));
    }

    private Stream<Entry> decided(Incident incident, Instant since) {
        boolean signed = signed(incident.reference());
        return record.entries(incident.reference()).stream()
                .filter(entry -> !entry.writtenAt().isBefore(since))
                .filter(entry -> entry.title().equals(ASSESSMENT)
                        ? signed
                        : entry.title().equals(REVIEW) && !incident.urgent());
    }

    private static Stream<String> wordsOf(Entry entry) {
        return entry.statements().stream()
                .filter(statement -> statement.question().equals(QUESTION))
                .map(statement -> statement.answer().strip())
                .filter(words -> !words.isEmpty());
    }

    private String overtaken(Incident incident, Entry decided) {
        return plan.of(incident.reference())
                .filter(signed -> signed.signedAt().isAfter(decided.writtenAt()))
                .map(signed -> OVERTAKEN)
                .orElse("");
    }

    /** Whether it was assessed since that moment, and a second person has still to read it. */
    boolean waitForSignature(Incident incident, Instant since) {
        return assessedAt(incident.reference())
                        .filter(at -> !at.isBefore(since))
                        .isPresent()
                && !decidedBySecond(incident.reference());
    }

    private boolean signed(String reference) {
        return decidedBySecond(reference)
                && notes.newest(reference, Noted.SECOND_SIGNATURE).equals(Optional.of("sign"));
    }

    /** Whether the second person has read the newest assessment, not only one before it. */
    private boolean decidedBySecond(String reference) {
        Instant assessed = assessedAt(reference).orElse(Instant.EPOCH);
        return notes.newestAt(reference, Noted.SECOND_SIGNATURE)
                .filter(at -> !at.isBefore(assessed))
                .isPresent();
    }

    private Optional<Instant> assessedAt(String reference) {
        return notes.newestAt(reference, Noted.REFERRALS);
    }

    /** What follows for whoever said that their report is everything: only where it was never more than LOW it is the full record (practice, section 3). */
    Optional<String> inFull(Incident incident) {
        String reference = incident.reference();
        if (notes.newest(reference, Noted.EVERYTHING).isEmpty()
                || notes.newest(reference, Noted.FULL_RECORD).isPresent()) {
            return Optional.empty();
        }
        boolean low = levels.all(reference).stream().map(RiskDecision::level).allMatch(RiskLevel.LOW::equals);
        return Optional.of(low ? NO_MORE : IN_FULL);
    }

    /** What was agreed in the newest answer since that moment, and in a call that was promised in it, a sentence each. */
    List<String> agreed(Incident incident, Instant since) {
        return newestAgreed(record.entries(incident.reference())).stream()
                .flatMap(List::stream)
                .filter(entry -> !entry.writtenAt().isBefore(since))
                .flatMap(entry -> entry.statements().stream()
                        .filter(said -> AGREED.contains(said.question())
                                        && !said.question().equals(POLICE_HOW)
                                || AGREED_NEXT.equals(said.question()))
                        .map(said -> by(entry, said.question()) + said.answer().strip() + how(entry, said.question())))
                .toList();
    }

    /** Who says <i>I</i>: others may have it, or have had it, too. What was said on another day says so: it may speak of tomorrow. */
    private String by(Entry entry, String question) {
        if (question.equals(WHAT_NEXT)) {
            return agency.nameOf(entry.author().personId()) + dated(entry.writtenAt()) + ": ";
        }
        return question.equals(POLICE) ? THE_POLICE : "Agreed" + dated(entry.writtenAt()) + ": ";
    }

    /** Of the police also who says so: what one of them said is asked of that one. */
    private String how(Entry entry, String question) {
        if (!question.equals(POLICE)) {
            return "";
        }
        String how = entry.statements().stream()
                .filter(said -> said.question().equals(POLICE_HOW))
                .map(said -> ": " + said.answer().strip())
                .findFirst()
                .orElse("");
        return how + " (" + agency.nameOf(entry.author().personId()) + dated(entry.writtenAt()) + ")";
    }

    /** When it was said, where that was not today. */
    String dated(Instant at) {
        String when = times.at(at);
        return when.startsWith("today") ? "" : " " + when;
    }

    /**
     * What earlier answers agreed since that moment, each with its time: it stands until somebody says that it does not. Of the police the newest answer
     * says all.
     */
    List<String> agreedEarlier(Incident incident, Instant since) {
        List<Entry> entries = record.entries(incident.reference());
        List<List<Entry>> newest = newestAgreed(entries);
        return Stream.concat(WrittenTogether.of(entries, ANSWERED).stream(), callsThatAgreed(entries))
                .filter(said -> !newest.contains(said))
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Entry::number))
                .filter(entry -> !entry.writtenAt().isBefore(since))
                .flatMap(this::agreedBefore)
                .toList();
    }

    /** What was agreed in the newest answer before that moment, with its time: it was not looked at again since. */
    List<String> agreedBefore(Incident incident, Instant since) {
        List<Entry> before = record.entries(incident.reference()).stream()
                .filter(entry -> entry.writtenAt().isBefore(since))
                .toList();
        return newestAgreed(before).stream()
                .flatMap(List::stream)
                .flatMap(this::agreedBefore)
                .toList();
    }

    /** The newest answer, and the newest call after it in which something was agreed. */
    public static List<List<Entry>> newestAgreed(List<Entry> entries) {
        List<Entry> answer = newestAnswer(entries);
        Stream<List<Entry>> call = callsThatAgreed(entries)
                .filter(rung -> answer.stream()
                        .noneMatch(said -> said.number() > rung.get(0).number()))
                .reduce((earlier, later) -> later)
                .stream();
        return Stream.concat(Stream.of(answer), call).toList();
    }

    /** Whether that is where something agreed with a carer stands. */
    public static boolean isAgreed(String question) {
        return AGREED.contains(question) || AGREED_NEXT.equals(question);
    }

    /** Whether that says what is done about the police: it is overtaken once they know. */
    public static boolean isOfThePolice(String question) {
        return question.equals(POLICE) || question.equals(POLICE_HOW);
    }

    private static Stream<List<Entry>> callsThatAgreed(List<Entry> entries) {
        return WrittenTogether.of(entries, RUNG_AS_AGREED).stream()
                .filter(rung -> rung.stream()
                        .flatMap(entry -> entry.statements().stream())
                        .anyMatch(said -> said.question().equals(AGREED_NEXT)));
    }

    private Stream<String> agreedBefore(Entry entry) {
        return entry.statements().stream()
                .filter(said -> AGREED_NEXT.equals(said.question())
                        || AGREED.contains(said.question())
                                && !Set.of(POLICE, POLICE_HOW).contains(said.question()))
                .map(said -> (said.question().equals(WHAT_NEXT)
                                ? agency.nameOf(entry.author().personId()) + ", "
                                : "Agreed before, ")
                        + times.at(entry.writtenAt()) + ": " + said.answer().strip());
    }

    /** The entries of the newest answer. */
    public static List<Entry> newestAnswer(List<Entry> entries) {
        return newest(entries, ANSWERED);
    }

    /** The entries that were written last, in one go, under that heading. */
    public static List<Entry> newest(List<Entry> entries, String heading) {
        List<List<Entry>> written = WrittenTogether.of(entries, heading);
        return written.isEmpty() ? List.of() : written.get(written.size() - 1);
    }
}
