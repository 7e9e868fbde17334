package org.safecontact.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.NotYours;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.Role;
import org.safecontact.engine.Authors;
import org.safecontact.engine.ToDoDone;
import org.safecontact.incident.store.ActionRepository;
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

    private final ActionRepository repository;
    private final Incidents incidents;
    private final AskedOutside outside;
    private final CaseAccess access;
    private final CaseRecord record;
    private final Authors authors;
    private final Agency agency;
    private final HumanTime times;

    ActionLog(
            ActionRepository repository,
            Incidents incidents,
            AskedOutside outside,
            CaseAccess access,
            CaseRecord record,
            Authors authors,
            Agency agency,
            HumanTime times) {
        this.repository = repository;
        this.incidents = incidents;
        this.outside = outside;
        this.access = access;
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

    /** @param outside how far it is with each who was asked to act, a sentence each */
    public record Log(List<Action> done, List<String> outside) {}

    private record At(Instant when, Action action) {}

    /** In the transaction of its form; what is in no report has no log. */
    @EventListener
    void on(ToDoDone done) {
        if (incidents.find(done.reference()).isPresent()) {
            repository.add(done);
        }
    }

    /**
     * The reading is kept, as that of the record is.
     *
     * @return what was done, the oldest first
     * @throws NotYours when the case is not this person's to read in full: carers read what their own home wrote, in the record
     */
    public Log read(String reference, String personId) {
        access.requireRead(personId, reference);
        incidents.find(reference).orElseThrow(NotYours::new);
        if (agency.is(personId, Role.CARER)) {
            throw new NotYours();
        }
        List<ToDoDone> done = repository.of(reference);
        Set<String> forms = done.stream().map(ToDoDone::heading).collect(Collectors.toSet());
        Stream<At> besides = record.readPart(reference, authors.of(personId)).stream()
                .filter(entry ->
                        entry.kind() == EntryKind.ACTION && !entry.author().equals(Author.SYSTEM))
                .filter(entry -> !forms.contains(entry.title()))
                .map(this::besides);
        return new Log(
                Stream.concat(done.stream().map(this::toDo), besides)
                        .sorted(Comparator.comparing(At::when))
                        .map(At::action)
                        .toList(),
                outside.lines(reference));
    }

    /** How many to-dos were done, for whoever closes it. */
    @Transactional(readOnly = true)
    public int howMany(String reference) {
        return repository.of(reference).size();
    }

    private At toDo(ToDoDone done) {
        boolean carer = agency.is(done.by(), Role.CARER);
        String byWhen = done.dueAt()
                .filter(due -> !done.key().equals(ToDos.REPORT_CONTACT))
                .map(due -> "by " + times.full(due) + (carer ? "" : late(due, done.at())))
                .orElse("");
        return new At(done.at(), new Action(done.name(), who(done.by()), byWhen, times.full(done.at())));
    }

    private At besides(Entry entry) {
        return new At(
                entry.writtenAt(),
                new Action(entry.title(), who(entry.author().personId()), "", times.full(entry.writtenAt())));
    }

    private String who(String personId) {
        return Optional.of(personId)
                .filter(id -> !id.equals(Author.SYSTEM.personId()))
                .map(agency::roleAndNameOf)
                .orElse("by itself");
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
