package org.safecontact.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.NotYours;
import org.safecontact.access.Sights;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.Role;
import org.safecontact.engine.Authors;
import org.safecontact.engine.ToDoDone;
import org.safecontact.incident.store.ActionRepository;
import org.safecontact.incident.store.ActionRepository.Kept;
import org.safecontact.record.Author;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.safecontact.record.EntryKind;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who did what on a report, by when it was to be done, and when it was (domain brief, section 9, 9.5): every to-do as it was done, and what else
 * somebody did that stands in the record. For workers who may read the case; a carer is shown nothing as late (practice, section 3).
 */
@Service
@Transactional
public class ActionLog {

    /** That somebody looked at something is no action. */
    private static final Pattern LOOK =
            Pattern.compile("Looked at .*|.* (was|were) read( on duty)?|File \\d+: opened the file");

    private static final Set<String> NEVER_LATE = Set.of(Role.CARER.groupId(), Role.CHILDS_SOCIAL_WORKER.groupId());

    /** The entries of a form are written in its transaction, a moment before it is done. */
    private static final Duration ONE_MOMENT = Duration.ofMinutes(1);

    private final ActionRepository repository;
    private final Incidents incidents;
    private final AskedOutside outside;
    private final CaseAccess access;
    private final Sights sights;
    private final CaseRecord record;
    private final Authors authors;
    private final Agency agency;
    private final HumanTime times;

    ActionLog(
            ActionRepository repository,
            Incidents incidents,
            AskedOutside outside,
            CaseAccess access,
            Sights sights,
            CaseRecord record,
            Authors authors,
            Agency agency,
            HumanTime times) {
        this.repository = repository;
        this.incidents = incidents;
        this.outside = outside;
        this.access = access;
        this.sights = sights;
        this.record = record;
        this.authors = authors;
        this.agency = agency;
        this.times = times;
    }

    /**
     * @param who with their role
     * @param byWhen by when it was to be done, and whether it was later than that; empty where it had no time
     * @param done when, in full
     */
    public record Action(String what, String who, String byWhen, String done) {}

    /**
     * @param outside how far it is with each who was asked to act, a sentence each
     * @param before where it is older than what is kept here: since when it is kept, and where the rest stands; else empty
     */
    public record Log(List<Action> done, List<String> outside, String before) {}

    private record At(Instant when, Action action) {}

    /** In the transaction of its form; what is in no report has no log. */
    @EventListener
    void on(ToDoDone done) {
        if (incidents.find(done.reference()).isPresent()) {
            repository.add(done, authors.of(done.by()).role());
        }
    }

    /**
     * Whether this person reads it: whoever works on the case in full; nobody to whom only what is meant for them is shown, as carers, children's
     * social workers of an authority and its duty team are.
     */
    @Transactional(readOnly = true)
    public boolean mayRead(String reference, String personId) {
        return access.mayRead(personId, reference)
                && incidents.find(reference).isPresent()
                && !agency.is(personId, Role.CARER)
                && !sights.of(personId).onlyMeant();
    }

    /**
     * The reading is kept, as that of the record is.
     *
     * @return what was done, the oldest first
     * @throws NotYours see {@link #mayRead}
     */
    public Log read(String reference, String personId) {
        if (!mayRead(reference, personId)) {
            throw new NotYours();
        }
        List<Kept> done = repository.of(reference);
        Stream<At> besides = record.readPart(reference, authors.of(personId)).stream()
                .filter(entry ->
                        entry.kind() == EntryKind.ACTION && !entry.author().equals(Author.SYSTEM))
                .filter(entry -> !LOOK.matcher(entry.title()).matches())
                .filter(entry -> done.stream().noneMatch(kept -> left(kept.toDo(), entry)))
                .map(this::besides);
        return new Log(
                Stream.concat(done.stream().map(this::toDo), besides)
                        .sorted(Comparator.comparing(At::when))
                        .map(At::action)
                        .toList(),
                outside.lines(reference),
                isWhole(reference, done) ? "" : before(done));
    }

    /** How many to-dos were done, for whoever closes it; empty where it is older than what is kept here. */
    @Transactional(readOnly = true)
    public OptionalInt howMany(String reference) {
        List<Kept> done = repository.of(reference);
        return isWhole(reference, done) ? OptionalInt.of(done.size()) : OptionalInt.empty();
    }

    /** Whether nothing was done on it before this was kept: its report is there, or it was begun since. */
    private boolean isWhole(String reference, List<Kept> done) {
        Instant begun = incidents.get(reference).startedAt();
        return done.stream().anyMatch(kept -> kept.toDo().key().equals(ToDos.REPORT_CONTACT))
                || repository.since().filter(since -> !begun.isBefore(since)).isPresent();
    }

    private String before(List<Kept> done) {
        return done.stream()
                .findFirst()
                .map(first ->
                        "Kept since " + times.full(first.toDo().at()) + "; what was done before stands in the record.")
                .orElse("Nothing of this one is kept here yet; what was done stands in the record.");
    }

    private static boolean left(ToDoDone done, Entry entry) {
        return entry.title().equals(done.heading())
                && entry.author().personId().equals(done.by())
                && Duration.between(entry.writtenAt(), done.at()).abs().compareTo(ONE_MOMENT) <= 0;
    }

    private At toDo(Kept kept) {
        ToDoDone done = kept.toDo();
        boolean inTime = !ToDos.OF_CARERS.contains(done.key()) && !NEVER_LATE.contains(kept.role());
        String byWhen = done.dueAt()
                .filter(due -> !done.key().equals(ToDos.REPORT_CONTACT))
                .map(due -> "by " + times.full(due) + (inTime ? late(due, done.at()) : ""))
                .orElse("");
        return new At(done.at(), new Action(done.name(), who(kept.role(), done.by()), byWhen, times.full(done.at())));
    }

    private At besides(Entry entry) {
        return new At(
                entry.writtenAt(),
                new Action(
                        entry.title(),
                        who(entry.author().role(), entry.author().personId()),
                        "",
                        times.full(entry.writtenAt())));
    }

    /** In the role of that time, whatever they are now. */
    private String who(String role, String personId) {
        return Role.ofGroup(role).map(known -> known.words() + " ").orElse("") + agency.nameOf(personId);
    }

    private static String late(Instant due, Instant done) {
        Duration late = Duration.between(due, done);
        if (late.toMinutes() < 1) {
            return ", in time";
        }
        if (late.toHours() < 1) {
            return ", " + many(late.toMinutes(), "minute") + " late";
        }
        return ", " + (late.toDays() < 1 ? many(late.toHours(), "hour") : many(late.toDays(), "day")) + " late";
    }

    private static String many(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
