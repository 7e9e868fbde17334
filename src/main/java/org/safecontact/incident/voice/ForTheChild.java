package org.safecontact.incident.voice;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.CaseTask;
import org.safecontact.access.NotYours;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.London;
import org.safecontact.agency.Role;
import org.safecontact.engine.Authors;
import org.safecontact.incident.AuthorityTold;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.LimitsInCase;
import org.safecontact.incident.Police;
import org.safecontact.incident.RiskQuestions;
import org.safecontact.incident.SaferCarePlans;
import org.safecontact.incident.WhoWasTold;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.safecontact.record.EntryKind;
import org.safecontact.record.Statement;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A case as the child may read it: what was chosen from lists, dates, and the child's own words. No name of anybody, no word that an adult
 * wrote about it, no level, and nothing of who is kept away. FSR 2011, regulation 11; policy, sections 4 and 10; practice, section 5.
 */
@Service
@Transactional
public class ForTheChild {

    /** Who answers for the case at the agency and may hand it to the child: nobody reads it because of a turn on duty alone. House default. */
    private static final Set<String> ANSWER_FOR_IT = Stream.of(
                    Role.SUPERVISING_SOCIAL_WORKER, Role.TEAM_MANAGER, Role.REGISTERED_MANAGER)
            .map(Role::groupId)
            .collect(Collectors.toUnmodifiableSet());

    static final Map<String, String> WHAT = Map.of(
            "unexpected", "There was a call or a message that nobody had planned.",
            "secretAccount", "We heard about an account that we did not know before.",
            "hiddenApp", "We heard about an app that we did not know before.",
            "unknownRequest", "Somebody that we do not know asked to be in touch with you.",
            "sharedInformation", "Something private about you got out.");

    private static final String SOMETHING = "Something happened online or on a phone that nobody had planned.";

    static final Map<String, String> HOW = Map.of(
            "phone", "It was a phone call.",
            "video", "It was a video call.",
            "text", "It was in text messages.",
            "social", "It was on social media.",
            "gaming", "It was in a game.",
            "email", "It was by e-mail.",
            "photo", "It was about photos.");

    /** The one question of other forms whose answer is what the child said, as it said it; elsewhere adults tell of it in words of their own. */
    static final String IN_THEIR_OWN_WORDS = "In their own words";

    private static final Set<String> CHILDS_OWN = Set.of(ChildSays.WORDS, IN_THEIR_OWN_WORDS);

    private final Incidents incidents;
    private final Police police;
    private final AuthorityTold authority;
    private final SaferCarePlans plans;
    private final ObjectProvider<LimitsInCase> limits;
    private final ObjectProvider<WhoWasTold> telling;
    private final CaseAccess access;
    private final CaseRecord record;
    private final Agency agency;
    private final Authors authors;
    private final HumanTime time;
    private final Clock clock;

    ForTheChild(
            Incidents incidents,
            Police police,
            AuthorityTold authority,
            SaferCarePlans plans,
            ObjectProvider<LimitsInCase> limits,
            ObjectProvider<WhoWasTold> telling,
            CaseAccess access,
            CaseRecord record,
            Agency agency,
            Authors authors,
            HumanTime time,
            Clock clock) {
        this.incidents = incidents;
        this.police = police;
        this.authority = authority;
        this.plans = plans;
        this.limits = limits;
        this.telling = telling;
        this.access = access;
        this.record = record;
        this.agency = agency;
        this.authors = authors;
        this.time = time;
        this.clock = clock;
    }

    /**
     * The page in its parts, each of them sentences to the child.
     *
     * @param happened what happened
     * @param done what was done
     * @param phone what holds for phone and apps, until when
     * @param said what the child said, each as it said it
     * @param over whether the case is closed
     * @param today the day on which it reads so
     */
    public record Words(
            List<String> happened,
            List<String> done,
            List<String> phone,
            List<String> said,
            boolean over,
            String today) {}

    /** Whether this person may open the page: who reads the case and answers for it, once it was reported. */
    @Transactional(readOnly = true)
    public boolean mayOpen(String reference, String personId) {
        CaseTask answering = new CaseTask(reference, Optional.empty(), Set.of(), ANSWER_FOR_IT, Optional.empty());
        Optional<Incident> told = incidents.find(reference).filter(ForTheChild::isTold);
        return told.isPresent()
                && access.mayRead(personId, reference)
                && (isTheirs(told.get(), personId) || access.mayWork(personId, answering));
    }

    /** The child's own social worker, who has nothing to do on a case that was not given to them by name. */
    private boolean isTheirs(Incident incident, String personId) {
        return agency.childrenOfChildsSocialWorker(personId).stream()
                .anyMatch(child -> incident.childId().filter(child.id()::equals).isPresent());
    }

    private static boolean isTold(Incident incident) {
        return incident.sent()
                && (incident.state() == Incident.State.OPEN || incident.state() == Incident.State.CLOSED);
    }

    /**
     * The case for the child; that this person opened it, to print it or to read it with the child, is kept as a reading of its record.
     *
     * @throws NotYours when this person does not answer for it
     */
    public Words open(String reference, String personId) {
        if (!mayOpen(reference, personId)) {
            throw new NotYours();
        }
        List<Entry> entries = record.readPart(reference, authors.of(personId));
        Incident incident = incidents.get(reference);
        return new Words(
                happened(reference),
                done(incident),
                phone(reference, personId),
                said(entries),
                incident.state() == Incident.State.CLOSED,
                HumanTime.date(clock.instant().atZone(London.ZONE).toLocalDate()));
    }

    private List<String> happened(String reference) {
        Map<String, Object> answers = incidents.answers(reference);
        List<String> happened = new ArrayList<>();
        happened.add(of(WHAT, answers.get(RiskQuestions.CONTACT_KIND)).orElse(SOMETHING));
        of(HOW, answers.get(RiskQuestions.CHANNEL)).ifPresent(happened::add);
        return happened;
    }

    private static Optional<String> of(Map<String, String> words, Object answer) {
        return Optional.ofNullable(answer).map(Object::toString).map(words::get);
    }

    private List<String> done(Incident incident) {
        String reference = incident.reference();
        List<String> done = new ArrayList<>();
        incident.reportedAt()
                .ifPresent(at -> done.add("We were told on " + time.full(at)
                        + (lookedAt(incident) ? ", and somebody looked at it." : ".")));
        if (authority.onRecord(reference) && childsSocialWorkerReads(incident)) {
            done.add("Your social worker was told.");
        }
        if (police.everTold(reference)) {
            done.add("The police know about it, so that they can help to keep you safe.");
        }
        plans.signedOffAt(reference)
                .ifPresent(
                        at -> done.add(
                                "On " + time.full(at)
                                        + " we finished looking again at the plan that helps to keep you safe. You can ask to see what it says."));
        return done;
    }

    private boolean lookedAt(Incident incident) {
        return incident.state() == Incident.State.CLOSED
                || telling.stream()
                        .flatMap(each -> each.taken(incident.reference()).stream())
                        .anyMatch(WhoWasTold.Taken::answered);
    }

    /** Where the worker is kept away, somebody else of the authority was told. */
    private boolean childsSocialWorkerReads(Incident incident) {
        return incident.childId()
                .flatMap(agency::child)
                .filter(child -> access.mayRead(child.childsSocialWorkerId(), incident.reference()))
                .isPresent();
    }

    private List<String> phone(String reference, String personId) {
        List<LimitsInCase.Limit> all =
                limits.stream().flatMap(room -> room.ofCase(reference).stream()).toList();
        return all.isEmpty()
                ? List.of("Nothing on your phone or apps is limited because of this.")
                : all.stream()
                        .filter(limit -> access.mayRead(personId, limit.reference()))
                        .map(this::inWords)
                        .toList();
    }

    private String inWords(LimitsInCase.Limit limit) {
        return limit.toTheChild() + "."
                + limit.until()
                        .map(end -> " It ends on " + time.full(end) + " at the latest. It is not a punishment.")
                        .orElse("")
                + limit.nextLook()
                        .map(look -> look.isAfter(clock.instant())
                                ? " We look at it again with you before that, on " + time.full(look) + "."
                                : " We should have looked at it again with you. Please ask when.")
                        .orElse("");
    }

    private static List<String> said(List<Entry> entries) {
        List<Entry> own = entries.stream()
                .filter(entry -> entry.kind() == EntryKind.CHILDS_WORDS)
                .filter(entry -> ownWords(entry).findAny().isPresent())
                .toList();
        // Nothing but other words of the child takes its words off its page.
        Set<Integer> putRight =
                own.stream().map(Entry::supersedes).filter(Objects::nonNull).collect(Collectors.toSet());
        return own.stream()
                .filter(entry -> !putRight.contains(entry.number()))
                .flatMap(ForTheChild::ownWords)
                .map(Statement::answer)
                .distinct()
                .toList();
    }

    private static Stream<Statement> ownWords(Entry entry) {
        return entry.statements().stream().filter(statement -> CHILDS_OWN.contains(statement.question()));
    }
}
