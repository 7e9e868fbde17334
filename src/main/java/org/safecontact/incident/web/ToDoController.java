package org.safecontact.incident.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.CaseFile;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.NotYours;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.Role;
import org.safecontact.engine.Draft;
import org.safecontact.engine.Drafts;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.ServedTogether;
import org.safecontact.incident.process.ToDosInSight;
import org.safecontact.incident.report.WhatIsNew;
import org.safecontact.record.CaseRecord;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What lists show of to-dos beside their names: several that are called the same are not about the same child. */
@RestController
class ToDoController {

    /** Tasklist shows fifteen at a time. */
    private static final int MOST = 50;

    /** Somebody waits for these while the minutes run. */
    private static final Set<String> MINUTES_COUNT =
            Set.of(ToDos.ACKNOWLEDGE, ToDos.RING_CARER, ToDos.CALL_POLICE, ToDos.TELL_BY_TELEPHONE);

    record Asked(List<String> ids) {}

    /**
     * @param reference of the case, and of the others that it serves too
     * @param child the agency's label of the child; empty until the report says which
     * @param level how serious it is, {@code level} for looks and {@code levelWords} to read; empty for carers (practice, section 5)
     * @param due by when, in words, and how late it is where a worker should have done it; empty for a carer when it is past: nobody shows a
     *     carer as late (practice, section 3)
     * @param minutesTo the moment to which minutes are counted on the screen; null where they are not
     * @param yours whether this person has it
     * @param holder name of whoever else has it, {@code since} when in words; empty when nobody else does
     * @param mayTake whether this person may take it now
     * @param asked who is asked to do it where this person is not, and nobody has it; empty for carers
     * @param entries how much is on record, for whoever reads the whole of it; 0 for carers
     * @param news what others changed since this person read it last, see {@link WhatIsNew}; empty for carers, and where they know it
     * @param typedAt when this person typed into it last, on whatever screen, and has not sent it; null where nothing is kept
     */
    record Shown(
            String id,
            String reference,
            String child,
            String level,
            String levelWords,
            String due,
            Instant minutesTo,
            boolean yours,
            String holder,
            String since,
            boolean mayTake,
            String asked,
            int entries,
            String news,
            Instant typedAt) {}

    private final ToDosInSight inSight;
    private final WhatWaits waits;
    private final ObjectProvider<ServedTogether> together;
    private final CaseAccess access;
    private final Incidents incidents;
    private final CaseFiles files;
    private final CaseRecord record;
    private final WhatIsNew news;
    private final Drafts drafts;
    private final Agency agency;
    private final HumanTime times;
    private final CurrentPerson person;
    private final Clock clock;

    ToDoController(
            ToDosInSight inSight,
            WhatWaits waits,
            ObjectProvider<ServedTogether> together,
            CaseAccess access,
            Incidents incidents,
            CaseFiles files,
            CaseRecord record,
            WhatIsNew news,
            Drafts drafts,
            Agency agency,
            HumanTime times,
            CurrentPerson person,
            Clock clock) {
        this.inSight = inSight;
        this.waits = waits;
        this.together = together;
        this.access = access;
        this.incidents = incidents;
        this.files = files;
        this.record = record;
        this.news = news;
        this.drafts = drafts;
        this.agency = agency;
        this.times = times;
        this.person = person;
        this.clock = clock;
    }

    /** Those of the asked to-dos that the person may see; the others are left out. */
    @PostMapping("/safe-contact/api/todos")
    ResponseEntity<List<Shown>> todos(@RequestBody Asked asked) {
        String me = person.required();
        List<String> ids = asked.ids() == null ? List.of() : asked.ids();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(ids.stream()
                        .limit(MOST)
                        .map(id -> shown(id, me))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private Optional<Shown> shown(String id, String me) {
        ToDosInSight.Waiting waiting;
        try {
            waiting = inSight.one(id, me);
        } catch (NotYours gone) {
            return Optional.empty();
        }
        ToDosInSight.Listed todo = waiting.listed();
        boolean carer = agency.is(me, Role.CARER);
        Optional<Incident> incident = incidents.find(todo.reference());
        List<Incident> also = also(todo, me);
        Optional<RiskLevel> level = Stream.concat(
                        incident.filter(it -> also.isEmpty() || !it.state().isOver()).stream(), also.stream())
                .filter(it -> !carer)
                .flatMap(it -> it.level().stream())
                .max(Comparator.naturalOrder());
        // A report says by itself how much time there is for it; a clock above it would only press.
        Optional<Instant> due = todo.due()
                .filter(moment -> !todo.key().equals(ToDos.REPORT_CONTACT))
                .filter(moment -> !carer || moment.isAfter(clock.instant()));
        boolean yours = todo.holder().filter(me::equals).isPresent();
        Optional<String> holder = todo.holder().filter(has -> !yours);
        return Optional.of(new Shown(
                id,
                Stream.concat(Stream.of(todo.reference()), also.stream().map(Incident::reference))
                        .collect(Collectors.joining(", also ")),
                incident.flatMap(Incident::childId)
                        .or(() -> files.find(todo.reference()).flatMap(CaseFile::childId))
                        .flatMap(agency::child)
                        .map(Child::label)
                        .orElse(""),
                level.map(Enum::name).orElse(""),
                level.map(RiskLevel::words).orElse(""),
                due.map(ToDos.isOfWorkers(agency, todo.key(), todo.holder(), Set.of()) ? times::byOrLate : times::by)
                        .orElse(""),
                due.filter(moment -> MINUTES_COUNT.contains(todo.key())).orElse(null),
                yours,
                holder.map(agency::nameOf).orElse(""),
                holder.flatMap(has -> todo.since()).map(times::at).orElse(""),
                todo.mayTake(),
                carer || todo.mayTake() || todo.holder().isPresent() ? "" : waits.asked(waiting, me),
                carer ? 0 : record.length(todo.reference()),
                carer ? "" : news.to(todo.reference(), me).orElse(""),
                yours ? drafts.of(id, me).map(Draft::keptAt).orElse(null) : null));
    }

    /** Open reports that this serves too and the person may see. */
    private List<Incident> also(ToDosInSight.Listed todo, String me) {
        return together.stream()
                .flatMap(each -> each.also(todo.reference(), todo.key()).stream())
                .filter(reference -> access.mayRead(me, reference))
                .flatMap(reference -> incidents.find(reference).stream())
                .toList();
    }
}
