package org.safecontact.incident.carer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.LastResort;
import org.safecontact.access.NotYours;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Authority;
import org.safecontact.agency.Person;
import org.safecontact.incident.AuthorityTold;
import org.safecontact.incident.Incident;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.WhoWasTold;
import org.safecontact.incident.store.IncidentRepository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The last screen of whoever reported: who has it, when they ring, what to do until then. Never the level (practice, section 5). */
@NamedInterface("carer")
@Service
@Transactional(readOnly = true)
public class ThankYou {

    private static final String RING_999 = "Ring 999 now, we are with you.";
    private static final String RING_NOW = "Thank you. " + RING_999;
    private static final String WAITS =
            "What happens next is written down, and a second person reads it first: then you"
                    + " read it here. Until then, what you agreed with us stands. If you need to know more for tonight, ring duty.";
    private static final List<String> TOOK_THE_CALL = List.of(
            "Whoever has to know is being told now. You have answered already: you spoke with the caller.",
            "Whoever rang finds it under My reports, and can add to it.");

    private final IncidentRepository repository;
    private final CaseFiles files;
    private final CaseAccess access;
    private final Agency agency;
    private final FirstWords first;
    private final WhomToRing toRing;
    private final LastResort lastResort;
    private final WhereItStands stands;
    private final ForTheCarer forTheCarer;
    private final AuthorityTold authority;
    private final ObjectProvider<AlsoForTheCarer> also;
    private final WithTheChild withTheChild;
    private final HowItEnded ended;

    ThankYou(
            IncidentRepository repository,
            CaseFiles files,
            CaseAccess access,
            Agency agency,
            FirstWords first,
            WhomToRing toRing,
            LastResort lastResort,
            WhereItStands stands,
            ForTheCarer forTheCarer,
            AuthorityTold authority,
            ObjectProvider<AlsoForTheCarer> also,
            WithTheChild withTheChild,
            HowItEnded ended) {
        this.repository = repository;
        this.files = files;
        this.access = access;
        this.agency = agency;
        this.first = first;
        this.toRing = toRing;
        this.lastResort = lastResort;
        this.stands = stands;
        this.forTheCarer = forTheCarer;
        this.authority = authority;
        this.also = also;
        this.withTheChild = withTheChild;
        this.ended = ended;
    }

    /**
     * @param title the first line
     * @param lines what to know and do, one sentence or two each
     * @param dutyFirst whether ringing duty comes before everything else
     * @param whom whom to ring: duty, or the registered manager where whoever is on duty is told nothing
     * @param telephone their number at this moment
     * @param whoHasIt the line of them that says who has it and when they ring; empty where none does
     * @param withTheChild what a carer could say to the child, of what the report is about
     */
    @NamedInterface("carer")
    public record Words(
            String title,
            List<String> lines,
            boolean dutyFirst,
            String whom,
            String telephone,
            String whoHasIt,
            List<WithTheChild.Words> withTheChild) {

        private Words(String title, List<String> lines, boolean dutyFirst, WhomToRing.Whom toRing) {
            this(title, lines, dutyFirst, toRing, "", List.of());
        }

        private Words(
                String title,
                List<String> lines,
                boolean dutyFirst,
                WhomToRing.Whom toRing,
                String whoHasIt,
                List<WithTheChild.Words> withTheChild) {
            this(
                    title,
                    lines.stream()
                            .map(line -> line.replace("ring duty", "ring " + toRing.words())
                                    .replace("then duty", "then " + toRing.words()))
                            .toList(),
                    dutyFirst,
                    toRing.words(),
                    toRing.telephone(),
                    whoHasIt,
                    withTheChild);
        }

        /** Whom to ring now, before everything else, a sentence each. */
        public List<String> ringNow() {
            return Stream.of(
                            title.endsWith(RING_999) ? RING_999 : "",
                            dutyFirst ? "Please ring " + whom + " now: " + telephone : "")
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    /**
     * @param personId who reads it: who wrote the report, also when excluded since or where the child lives elsewhere now (then it says
     *     nothing of what followed), or another carer of the home who may read the case
     * @throws NotYours for everybody else
     */
    public Words words(String reference, String personId) {
        Incident incident = repository.find(reference).orElseThrow(NotYours::new);
        boolean wrote = repository.startedBy(reference).equals(personId)
                || incident.reporterId().equals(personId);
        if (!wrote && !forHome(incident, personId)) {
            throw new NotYours();
        }
        WhomToRing.Whom duty = toRing.about(reference, personId);
        boolean quiet = files.walled(reference) || files.excluded(reference).contains(personId);
        List<String> lines = new ArrayList<>();
        if (!incident.sent() && incident.level().isEmpty()) {
            return notSent(incident, duty);
        }
        if (lastResort.isAsked(reference) && !files.excluded(reference).contains(personId)) {
            return nobodyHere(incident);
        }
        RiskLevel level = incident.level().orElse(RiskLevel.LOW);
        if (incident.takenBy().filter(personId::equals).isPresent()) {
            return new Words("Thank you. It is on record.", TOOK_THE_CALL, false, duty);
        }
        if (quiet && onlyNamedElsewhere(reference, personId)) {
            lines.addAll(first.unanswered(incident, level));
            return new Words(wroteTitle(level, level == RiskLevel.IMMEDIATE), lines, level.urgent(), duty);
        }
        if (quiet) {
            if (level == RiskLevel.IMMEDIATE) {
                lines.add(FirstWords.RING_FIRST);
            }
            lines.add("Nobody is in trouble. A registered manager looks at this now.");
            if (level.urgent()) {
                lines.addAll(first.quietly(incident));
            }
            lines.add("What you wrote stays yours to read. In danger now: 999.");
            return new Words(
                    level == RiskLevel.IMMEDIATE ? RING_NOW : "Thank you for telling us.", lines, level.urgent(), duty);
        }
        if (incident.state() == Incident.State.WITHDRAWN) {
            return takenBack(duty);
        }
        if (!access.mayRead(personId, reference)) {
            return new Words(
                    wroteTitle(level, false),
                    List.of("What you wrote is on record, and stays yours to read. In danger now: 999."),
                    false,
                    duty);
        }
        if (incident.state().isOver()) {
            return closed(incident, duty);
        }
        Optional<WhoWasTold.Taken> taken = stands.taken(incident);
        String whoHasIt = first.whoHasIt(incident, level, taken)
                + stands.ringsToo(incident, taken, duty.words() + ": " + duty.telephone())
                        .map(" "::concat)
                        .orElse("");
        boolean onDuty = toRing.isOnDuty(personId);
        lines.addAll(
                onDuty
                        ? first.onDuty(incident, level, taken, whoHasIt)
                        : first.words(incident, level, taken, whoHasIt));
        // What was agreed before it got worse stands only as that, and until somebody answers; what was decided then no
        // longer does.
        Instant since = stands.askedSince(incident);
        if (WhereItStands.answered(taken)) {
            Optional<String> police = stands.policeWereTold(incident);
            forTheCarer.agreed(incident, since).stream()
                    .filter(line -> police.isEmpty() || !line.startsWith(ForTheCarer.THE_POLICE))
                    .forEach(lines::add);
            lines.addAll(forTheCarer.agreedEarlier(incident, stands.worseSince(incident)));
            police.ifPresent(lines::add);
            lines.addAll(stands.told(incident));
        } else {
            lines.addAll(forTheCarer.agreedBefore(incident, since));
        }
        also.stream().flatMap(area -> area.lines(reference).stream()).forEach(lines::add);
        authority
                .byUsAt(reference)
                .map(told -> stands.authority(incident, told))
                .ifPresent(lines::add);
        decided(incident, since).ifPresent(lines::add);
        if (forTheCarer.waitForSignature(incident, since)) {
            lines.add(WAITS);
        }
        if (incident.reporterId().equals(personId)) {
            forTheCarer.inFull(incident).ifPresent(lines::add);
        }
        boolean ringNow = level == RiskLevel.IMMEDIATE && !stands.policeSettled(incident);
        String title = wrote ? wroteTitle(level, ringNow) : ringNow ? RING_999 : "Where this stands";
        boolean dutyFirst = level.urgent() && !onDuty && !WhereItStands.answered(taken);
        return new Words(title, lines, dutyFirst, duty, whoHasIt, withTheChild.of(reference, personId));
    }

    /** The same, where a line of it says who has it and when they ring; empty where none does, and for whoever it is not for. */
    public Optional<Words> standing(String reference, String personId) {
        return repository
                .find(reference)
                .filter(incident -> incident.reporterId().equals(personId) || forHome(incident, personId))
                .map(incident -> words(reference, personId))
                .filter(words -> !words.whoHasIt().isEmpty());
    }

    /** That line alone. */
    public Optional<String> whoHasIt(String reference, String personId) {
        return standing(reference, personId).map(Words::whoHasIt);
    }

    private static String wroteTitle(RiskLevel level, boolean ringNow) {
        return ringNow ? RING_NOW : level.urgent() ? "Thank you." : "Thank you for telling us.";
    }

    /** Whether nothing in this report itself keeps them away: they must not learn from it that another one names them (contract, 5.6). */
    private boolean onlyNamedElsewhere(String reference, String personId) {
        return !files.walled(reference) && !files.excludedHere(reference).contains(personId);
    }

    /** Who has it and when they ring is for every carer of the home that told it (practice, section 3: always on screen). */
    public boolean forHome(Incident incident, String personId) {
        return incident.sent()
                && access.mayRead(personId, incident.reference())
                && repository
                        .find(incident.reference())
                        .flatMap(Incident::householdId)
                        .map(agency::carersOf)
                        .orElse(List.of())
                        .stream()
                        .map(Person::id)
                        .anyMatch(personId::equals);
    }

    private static Words notSent(Incident incident, WhomToRing.Whom duty) {
        return incident.state().isOver()
                ? new Words(
                        "You closed this without sending it.",
                        List.of("Nobody has read it. If there is something after all, start again or ring duty."),
                        false,
                        duty)
                : new Words(
                        "This is not sent yet.",
                        List.of("Nobody has read it. Send it when you are ready, or ring duty and tell us."),
                        false,
                        duty);
    }

    /** Nothing that was to be done while it ran is to be done now; what was decided then stands only as that, once somebody wrote how it ended. */
    private Words closed(Incident incident, WhomToRing.Whom duty) {
        List<String> lines = new ArrayList<>();
        Instant since = stands.askedSince(incident);
        Optional<String> howItEnded = ended.words(incident.reference());
        howItEnded.ifPresent(lines::add);
        (howItEnded.isPresent() ? decidedBefore(incident, since) : decided(incident, since)).ifPresent(lines::add);
        lines.addAll(stands.told(incident));
        lines.add("Something new: press Report contact. In danger: 999.");
        return new Words("This is closed.", lines, false, duty);
    }

    private Optional<String> decided(Incident incident, Instant since) {
        return forTheCarer.words(incident, since).map(words -> "Decided" + decidedOn(incident, since) + ": " + words);
    }

    private Optional<String> decidedBefore(Incident incident, Instant since) {
        return forTheCarer
                .words(incident, since)
                .map(words -> "Decided before" + decidedOn(incident, since).replaceFirst("^ ", ", ") + ": " + words);
    }

    private String decidedOn(Incident incident, Instant since) {
        return forTheCarer.decidedAt(incident, since).map(forTheCarer::dated).orElse("");
    }

    private static Words takenBack(WhomToRing.Whom duty) {
        return new Words(
                "This was closed as started by accident.",
                List.of(
                        "Nothing more is needed because of this one. What you wrote stays on record.",
                        "If there is something after all, start again or ring duty. In danger: 999."),
                false,
                duty);
    }

    /** Nobody here who is not named: whom outside to ring. */
    private Words nobodyHere(Incident incident) {
        String outside = incident.childId()
                .flatMap(agency::authorityOf)
                .map((Authority authority) -> "the emergency duty team of " + authority.name() + ": "
                        + authority.emergencyDutyTeamTelephone() + ".")
                .orElse("the emergency duty team of the child's authority.");
        return new Words(
                "Thank you. Please ring somebody outside now.",
                List.of(
                        "Everybody here whom we could tell is named. Nobody else here may be told by us.",
                        "In danger: ring 999. Else ring " + outside,
                        "What you wrote is kept."),
                false,
                new WhomToRing.Whom("duty", ""));
    }
}
