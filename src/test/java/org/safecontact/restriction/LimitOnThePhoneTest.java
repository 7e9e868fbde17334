package org.safecontact.restriction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safecontact.restriction.Limits.agreed;
import static org.safecontact.restriction.Limits.asking;
import static org.safecontact.restriction.Limits.keep;
import static org.safecontact.restriction.Limits.lift;
import static org.safecontact.restriction.Limits.made;
import static org.safecontact.restriction.Limits.over;
import static org.safecontact.restriction.Limits.stands;
import static org.safecontact.restriction.Limits.stillTaken;
import static org.safecontact.restriction.Limits.undone;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safecontact.Coverage;
import org.safecontact.Jobs;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.MovedChildren;
import org.safecontact.agency.Agency;
import org.safecontact.agency.NextFolder;
import org.safecontact.demo.MailSink;
import org.safecontact.incident.RiskLevel;
import org.safecontact.journey.Visitor;
import org.safecontact.record.Author;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.safecontact.restriction.Restriction.State;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every way through {@code device-restriction}, as people go it. */
@SafeContactTest
class LimitOnThePhoneTest {

    private static final String TUESDAY = "2027-01-12T10:00";

    @LocalServerPort
    private int port;

    @Autowired
    private Limits limits;

    @Autowired
    private Restrictions restrictions;

    @Autowired
    private CaseFiles files;

    @Autowired
    private Agency agency;

    @Autowired
    private CaseRecord record;

    @Autowired
    private MailSink mails;

    @Autowired
    private NextFolder folder;

    @Autowired
    private MovedChildren moved;

    @Autowired
    private Jobs jobs;

    @Autowired
    private TestClock clock;

    private Visitor carer;
    private Visitor worker;
    private Visitor manager;

    @BeforeAll
    static void watch(@Autowired Coverage coverage) {
        coverage.begin(LimitOnThePhoneTest.class);
    }

    @AfterAll
    static void everythingWasGoneThrough(@Autowired Coverage coverage) {
        coverage.requireAll("device-restriction");
    }

    @BeforeEach
    void aTuesday() {
        clock.setLondon(TUESDAY);
        carer = Visitor.loggedIn(port, "carer1");
        worker = Visitor.loggedIn(port, "ssw1");
        manager = Visitor.loggedIn(port, "manager1");
    }

    /** A whole life: made because of danger, told, looked at, lighter, kept for new reasons, over by itself, undone. */
    @Test
    void whatWasMadeBecauseOfDangerIsToldRatifiedLookedAtAgainAndEndsByItself() {
        String reference = limits.written(carer, "C1", made("2027-01-12T09:30", "2027-01-14T20:00"));

        assertThat(reference).matches("RES-2027-\\d{6}");
        assertThat(restrictions.get(reference).state()).isEqualTo(State.RUNS);
        Task call = limits.one(reference, "tellByTelephone");
        assertThat(call.getDueDate()).isEqualTo("2027-01-13T09:30:00.000Z");
        Task ratify = limits.one(reference, "ratifyRestriction");
        assertThat(ratify.getDueDate()).isEqualTo("2027-01-13T09:30:00.000Z");
        assertThat(ratify.getPriority()).as("among what is urgent").isEqualTo(2);
        jobs.runDue();
        assertThat(mails.letters().toString())
                .contains(reference + ": something waits for you to decide")
                .doesNotContain("Kingfisher", "nine at night");
        assertThat(limits.open(reference, "readRestriction"))
                .extracting(Task::getAssignee)
                .containsExactlyInAnyOrder("carer1", "carer3");
        assertThat(manager.todosOn("Urgent"))
                .as("without what only a carer can read")
                .anyMatch(todo -> todo.id().equals(ratify.getId()))
                .noneMatch(todo -> todo.key().equals("readRestriction"));
        String read = carer.todo("readRestriction").id();
        assertThat(limits.shown(carer, read, "standing"))
                .isEqualTo("The phone or device is kept: the phone, from nine at night,"
                        + " until Thursday 14 January 2027, 20:00 at the latest.");
        assertThat(limits.shown(carer, read, "needs"))
                .contains("Explain to the child why, for how long, and who can lift it.");
        assertThat(limits.shown(carer, read, "toTheChild"))
                .startsWith("To say to the child: Your phone is kept safe for you. It is not a punishment. It ends"
                        + " Thursday 14 January 2027, 20:00 at the latest, and we look at it again together"
                        + " Wednesday 13 January 2027, 09:30.");

        // Two managers at once: whoever took it decides.
        String todo = limits.taken(manager, reference, "ratifyRestriction");
        assertThat(Visitor.loggedIn(port, "manager2").claim(Limits.todo(todo)).accepted())
                .isFalse();
        assertThat(limits.shown(manager, todo, "danger"))
                .isEqualTo("- What was about to happen: He was about to send somebody their address.\n"
                        + "- Was somebody about to be hurt, something about to be badly damaged, or a crime about to happen? Yes.\n"
                        + "- Did it take force, or would it? No.\n"
                        + "- May there be something on it that the police need? No.");
        assertThat(limits.shown(manager, todo, "details"))
                .contains(
                        "Tried before: a talk, privacy settings", "What the child says: It is all right for a while.");
        assertThat(limits.refused(manager, todo, stands("2027-01-20T09:30"))
                        .path("until")
                        .asText())
                .isEqualTo(
                        "For longer, the authority agrees first. Please choose Tuesday 19 January 2027, 09:30, at the latest.");
        Map<String, Object> nobodyAsked = new HashMap<>(stands("2027-01-18T20:00"));
        nobodyAsked.keySet().removeAll(List.of("views", "viewsSaid"));
        assertThat(limits.refused(manager, todo, nobodyAsked).has("views"))
                .as("the child is asked, or it is said why not")
                .isTrue();
        limits.send(manager, todo, stands("2027-01-18T20:00"));
        assertThat(restrictions.get(reference).terms().orElseThrow().views())
                .as("whoever decides next reads what the child says now")
                .isEqualTo("A week is long, but he scares me.");
        assertThat(record.entries(reference))
                .anyMatch(entry -> entry.title().equals(LimitDecisions.RATIFIED)
                        && entry.kind() == EntryKind.CHILDS_WORDS
                        && entry.statements()
                                .equals(List.of(
                                        new Statement("In their own words", "A week is long, but he scares me."))));
        assertThat(carer.submit(Limits.todo(read), Map.of("read", "2"))
                        .body()
                        .path("fields")
                        .path("read")
                        .asText())
                .as("it has changed since it was opened")
                .isEqualTo("This page has changed since you opened it. Please open it again.");
        limits.read(reference, carer, Visitor.loggedIn(port, "carer3"));

        clock.setLondon("2027-01-13T10:00");
        limits.timer(reference, "boundaryEvent_reviewDue");
        assertThat(limits.one(reference, "reviewRestriction").getDueDate()).isEqualTo("2027-01-14T17:00:00.000Z");
        Map<String, Object> less = lift();
        less.remove("why");
        less.putAll(Map.of(
                "decision", "lighter",
                "lighterKind", "limit",
                "lessOfIt", "games after nine",
                "until", "2027-01-18T20:00",
                "reviewOn", "2027-01-17"));
        String first = limits.taken(worker, reference, "reviewRestriction");
        Map<String, Object> later = new HashMap<>(less);
        later.put("until", "2027-02-01T20:00");
        assertThat(limits.refused(worker, first, later).path("until").asText())
                .as("less of it is not for longer")
                .isEqualTo(
                        "Less of it ends no later than it would now. Please choose Monday 18 January 2027, 20:00, at the latest.");
        limits.send(worker, first, less);
        LimitTerms lighter = restrictions.get(reference).terms().orElseThrow();
        assertThat(lighter.kind()).isEqualTo(Kind.LIMIT);
        assertThat(lighter.nextLook()).contains(java.time.Instant.parse("2027-01-17T09:00:00Z"));

        // Somebody wants to look before its day; who comes second gets the same to-do.
        clock.setLondon("2027-01-15T10:00");
        String look = limits.post(worker, "C1/" + reference + "/look")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(limits.post(manager, "C1/" + reference + "/look").headers().firstValue("Location"))
                .contains(look);
        assertThat(limits.post(manager, "C2/" + reference + "/look").statusCode())
                .as("it is about another child")
                .isEqualTo(404);
        String review = look.replaceFirst(".*task=", "");
        Map<String, Object> heavier = new HashMap<>(less);
        heavier.put("lighterKind", "removal");
        heavier.remove("reviewOn");
        assertThat(limits.refused(worker, review, heavier).has("lighterKind"))
                .as("the phone instead of games after nine is not less")
                .isTrue();
        assertThat(limits.refused(
                                worker,
                                review,
                                keep("nobody reaches them, while they sleep", "2027-01-15T09:00", "2027-02-10T20:00"))
                        .path("newReasons")
                        .asText())
                .as("what was a reason last time")
                .startsWith("These are the reasons of an earlier time. What is new?");
        assertThat(limits.refused(worker, review, keep("A new number wrote.", "2027-01-15T09:00", "2027-04-20T20:00"))
                        .path("until")
                        .asText())
                .startsWith("Nothing is limited for longer without new reasons.");
        limits.send(worker, review, keep("A new number wrote.", "2027-01-15T09:00", "2027-02-10T20:00"));
        LimitTerms kept = restrictions.get(reference).terms().orElseThrow();
        assertThat(kept.authorised()).isEqualTo("Kit Placer, Northshire, Friday 15 January 2027, 09:00, by e-mail");
        assertThat(kept.nextLook())
                .as("28 days at the most, and not after its end")
                .isEmpty();

        clock.setLondon("2027-02-10T20:00");
        limits.timer(reference, "boundaryEvent_over");
        assertThat(restrictions.get(reference).state()).isEqualTo(State.LAPSED);
        assertThat(titles(reference)).contains(LimitDecisions.LAPSED);
        String back = limits.taken(worker, reference, "confirmReturned");
        Map<String, Object> notYet = undone("2027-02-10T19:00");
        notYet.put("returned", "notYet");
        notYet.remove("returnedAt");
        assertThat(limits.refused(worker, back, notYet).path("returned").asText())
                .startsWith("Please see to it that it is given back or undone");
        limits.send(worker, back, undone("2027-02-10T19:00"));
        assertThat(limits.isOver(reference))
                .as("not before the home has read that it is over")
                .isFalse();
        limits.read(reference, carer, Visitor.loggedIn(port, "carer3"));
        assertThat(limits.isOver(reference)).isTrue();
        assertThat(titles(reference))
                .contains("The limit is undone, and somebody talked with the child", "What may be limited now");
    }

    /** Routine waits for a carer between 21:00 and 08:00, and the four hours to read it begin then; what nobody has decided makes nobody late. */
    @Test
    void whatIsDecidedInTheNightIsReadInTheMorning() {
        clock.setLondon("2027-01-12T22:30");
        String reference = limits.written(worker, "C1", asking("limit", "time", "2027-04-01T20:00"));

        assertThat(limits.open(reference, "readRestriction")).isNotEmpty().allSatisfy(read -> {
            assertThat(read.getFollowUpDate()).isEqualTo("2027-01-13T08:00:00.000Z");
            assertThat(read.getDueDate()).as("its own end").isEqualTo("2027-04-01T19:00:00.000Z");
        });
        clock.setLondon("2027-01-14T22:40");
        Map<String, Object> agreed = agreed("2027-04-01T20:00");
        agreed.put("authorityAt", "2027-01-14T22:35");
        limits.complete(manager, reference, "authoriseRestriction", agreed);
        assertThat(limits.open(reference, "readRestriction")).hasSize(3).allSatisfy(read -> {
            assertThat(read.getFollowUpDate()).isEqualTo("2027-01-15T08:00:00.000Z");
            assertThat(read.getDueDate()).isEqualTo("2027-01-15T12:00:00.000Z");
        });
        clock.setLondon("2027-04-01T20:00");
        limits.timer(reference, "boundaryEvent_over");
        assertThat(limits.open(reference, "readRestriction"))
                .as("nobody is late with what has only just ended")
                .hasSize(3)
                .allSatisfy(read -> assertThat(read.getDueDate()).isEqualTo("2027-04-02T07:00:00.000Z"));
        limits.complete(worker, reference, "confirmReturned", undone("2027-04-01T19:30"));
        limits.read(reference, carer, Visitor.loggedIn(port, "carer3"), worker);
        assertThat(limits.isOver(reference)).isTrue();
    }

    @Test
    void whatNeedsTheAuthorityWaitsForItAndIsLiftedByTheCarerWhoMay() {
        String reference = limits.written(worker, "C1", asking("limit", "time", "2027-02-12T20:00"));

        assertThat(restrictions.get(reference).state()).isEqualTo(State.WAITS_FOR_OTHERS);
        assertThat(limits.open(reference, "tellByTelephone"))
                .as("it is asked anyway")
                .isEmpty();
        String todo = limits.one(reference, "authoriseRestriction").getId();
        assertThat(worker.claim(Limits.todo(todo)).accepted())
                .as("nobody agrees to what they asked for")
                .isFalse();
        assertThat(manager.claim(Limits.todo(todo)).accepted()).isTrue();
        for (String login : List.of("ssw1", "manager1")) {
            Map<String, Object> named = agreed("2027-02-12T20:00");
            named.put("authorityWho", "Worker " + agency.nameOf(login).toUpperCase() + ", who said yes");
            assertThat(limits.refused(manager, todo, named).path("authorityWho").asText())
                    .as("neither who asked for it nor who writes it down is the authority: " + login)
                    .startsWith("Please begin with the name of who said so at the authority");
        }
        Map<String, Object> before = agreed("2027-02-12T20:00");
        before.put("authorityAt", "2027-01-12T09:59");
        assertThat(limits.refused(manager, todo, before).path("authorityAt").asText())
                .startsWith(
                        "That is before anybody asked for this, or looked at it last (Tuesday 12 January 2027, 10:00).");
        limits.openAgain(todo);
        Visitor authority = Visitor.loggedIn(port, "childsw1");
        assertThat(authority.has("authoriseRestriction")).as("offered by name").isTrue();
        assertThat(authority.claim(Limits.todo(todo)).accepted()).isTrue();
        Map<String, Object> own = agreed("2027-02-12T20:00");
        List.of("authorityWho", "authorityAt", "authorityHow").forEach(own::remove);
        Map<String, Object> past = new HashMap<>(own);
        past.put("reviewOn", "2027-02-11");
        assertThat(limits.refused(authority, todo, past).path("reviewOn").asText())
                .isEqualTo(
                        "Please choose a day before Tuesday 9 February 2027, 10:00, or leave it empty for that moment.");
        limits.send(authority, todo, own);
        assertThat(restrictions.get(reference).terms().orElseThrow().authorised())
                .startsWith("Kit Placer, Tuesday 12 January 2027");
        limits.read(reference, carer, Visitor.loggedIn(port, "carer3"), worker);

        String look = limits.post(carer, "C1/" + reference + "/look")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String review = look.replaceFirst(".*task=", "");
        assertThat(carer.formData(Limits.todo(review)).path("choices").toString())
                .contains("lift")
                .doesNotContain("keep");
        assertThat(limits.refused(carer, review, keep("Something new.", "2027-01-12T09:00", "2027-02-10T20:00"))
                        .has("decision"))
                .as("a carer lifts, and no more")
                .isTrue();
        limits.send(carer, review, lift());
        assertThat(restrictions.get(reference).state()).isEqualTo(State.LIFTED);
        limits.read(reference, Visitor.loggedIn(port, "carer3"), worker);
        limits.complete(worker, reference, "confirmReturned", undone(TUESDAY));
        assertThat(limits.isOver(reference)).isTrue();
    }

    @Test
    void underSection20TheParentsAgreeTooAndARefusalIsTold() {
        String reference = limits.written(carer, "C2", asking("blockPerson", "messaging", "2027-02-01T20:00"));
        String todo = limits.taken(worker, reference, "authoriseRestriction");
        Map<String, Object> without = agreed("2027-02-01T20:00");
        without.put("parents", "notAsked");
        assertThat(limits.refused(worker, todo, without).path("parents").asText())
                .startsWith("As this child is looked after now, the parents have to agree too.");
        Map<String, Object> no = agreed("");
        no.remove("until");
        no.put("decision", "notAgreed");
        limits.send(worker, todo, no);
        assertThat(restrictions.get(reference).state()).isEqualTo(State.REFUSED);
        String read = limits.open(reference, "readRestriction").stream()
                .filter(task -> task.getAssignee().equals("carer1"))
                .findFirst()
                .orElseThrow()
                .getId();
        assertThat(limits.shown(carer, read, "standing")).isEqualTo("No. Nothing is limited.");
        limits.read(reference, carer, Visitor.loggedIn(port, "carer3"));
        assertThat(limits.isOver(reference)).isTrue();
    }

    @Test
    void aPunishmentIsRefusedInThePolicysWords() {
        Map<String, Object> punishment = new HashMap<>(Map.of(
                "begun", "asking",
                "kind", "removal",
                "subject", "phone",
                "what", "the phone for a week",
                "purpose", "punishment",
                "force", "no",
                "danger", "no",
                "evidence", "no"));
        String reference = limits.written(carer, "C1", punishment);
        assertThat(restrictions.get(reference).state()).isEqualTo(State.REFUSED);
        String read = limits.one(reference, "readRestriction").getId();
        assertThat(limits.shown(carer, read, "standing")).isEqualTo("No. Nothing is limited.");
        assertThat(limits.shown(carer, read, "needs"))
                .contains(
                        "Not as a punishment.",
                        "avoid confiscating devices without discussion unless there is immediate risk",
                        "avoid overly restrictive approaches unless risk requires it");
        assertThat(limits.open(reference, "tellByTelephone")).isEmpty();
        limits.read(reference, carer);
        assertThat(limits.isOver(reference)).isTrue();
    }

    @Test
    void whatNobodyDecidedBeforeItsEndLapsesAndTheHomeReadsSo() {
        String reference = limits.written(worker, "C1", asking("limit", "time", "2027-01-17T20:00"));
        assertThat(restrictions.get(reference).state()).isEqualTo(State.WAITS_FOR_OTHERS);
        clock.setLondon("2027-01-17T20:00");
        String late = limits.taken(manager, reference, "authoriseRestriction");
        Map<String, Object> yes = agreed("2027-02-12T20:00");
        yes.put("authorityAt", "2027-01-17T19:59");
        assertThat(manager.submit(Limits.todo(late), yes).text())
                .contains("The time for which this was asked is over, and nothing was limited.");
        limits.timer(reference, "boundaryEvent_notDecided");

        assertThat(limits.open(reference, "authoriseRestriction")).isEmpty();
        assertThat(entries(reference, "Nobody decided about the limit before its end: nothing is limited"))
                .hasSize(1);
        String read = limits.open(reference, "readRestriction").stream()
                .filter(task -> task.getAssignee().equals("carer1"))
                .findFirst()
                .orElseThrow()
                .getId();
        assertThat(limits.shown(carer, read, "standing"))
                .startsWith("Nothing is limited: nobody decided before the end that was asked for.");
        assertThat(limits.shown(carer, read, "details")).doesNotContain("can lift it");
        assertThat(carer.get("/safe-contact/l/C1").text())
                .contains("Nobody decided before its end (Sunday 17 January 2027, 20:00)");
        limits.readAll(port, reference);
        assertThat(limits.isOver(reference)).isTrue();
        assertThat(files.find(reference).orElseThrow().closedAt()).isPresent();
    }

    @Test
    void whatTookForceIsUndoneAtOnceAndTheManagerOnCallReadsIt() {
        Map<String, Object> forced = new HashMap<>(Map.of(
                "begun", "made",
                "madeAt", "2027-01-12T09:30",
                "kind", "removal",
                "subject", "phone",
                "what", "the phone",
                "purpose", "safety",
                "force", "yes",
                "danger", "yes",
                "evidence", "no"));
        forced = new HashMap<>(forced);
        forced.put("still", "yes");
        String reference = limits.written(carer, "C1", forced);

        assertThat(restrictions.get(reference).state()).isEqualTo(State.REFUSED);
        assertThat(limits.open(reference, "readRestriction"))
                .extracting(Task::getAssignee)
                .containsExactlyInAnyOrder("carer1", "carer3", "manager1");
        String read = limits.open(reference, "readRestriction").stream()
                .filter(task -> task.getAssignee().equals("carer1"))
                .findFirst()
                .orElseThrow()
                .getId();
        assertThat(limits.shown(carer, read, "standing"))
                .isEqualTo("No. Please undo it now, and talk with the child about it.");
        assertThat(limits.shown(carer, read, "needs")).contains("Never by force: leave it, and ring duty.");
        assertThat(limits.open(reference, "tellByTelephone"))
                .as("it happened, so it is told")
                .hasSize(1);
        assertThat(limits.shown(carer, read, "details")).doesNotContain("can lift it");
        limits.complete(worker, reference, "confirmReturned", undone(TUESDAY));
        assertThat(limits.shown(carer, read, "standing"))
                .isEqualTo("It is over, and somebody talked with the child about it:"
                        + " the phone or device is kept: the phone.");
        limits.read(reference, carer, Visitor.loggedIn(port, "carer3"), manager);
        assertThat(limits.isOver(reference)).isTrue();
    }

    @Test
    void whatTookForceAtNightTheManagerOnCallUndoesWithinTheHour() {
        clock.setLondon("2027-01-16T23:14");
        String inCase = limits.reported("carer1", "C1");
        limits.phoneTaken(inCase, "carer1", "2027-01-16T23:10");
        String reference = limits.ofCase(inCase);
        Task write = limits.one(reference, "proposeRestriction");
        assertThat(write.getDueDate()).as("not at 03:14").isEqualTo("2027-01-17T08:00:00.000Z");
        limits.send(carer, write.getId(), Map.of("taken", "still", "force", "yes"));

        Task undo = limits.one(reference, "confirmReturned");
        assertThat(undo.getDueDate()).isEqualTo("2027-01-17T00:14:00.000Z");
        assertThat(undo.getPriority()).isEqualTo(RiskLevel.HIGH.urgency());
        assertThat(limits.open(reference, "readRestriction"))
                .as("can be read now, and need not be before the morning")
                .allSatisfy(read -> assertThat(read.getDueDate()).isEqualTo("2027-01-17T08:00:00.000Z"))
                .allSatisfy(read -> assertThat(read.getFollowUpDate()).isNull());
        assertThat(entries(inCase, "A limit on phone or apps has to be undone: it took force, or may have"))
                .hasSize(1);
        limits.complete(manager, reference, "confirmReturned", undone("2027-01-16T23:14"));
        assertThat(restrictions.get(reference).returned()).isTrue();

        Visitor duty = Visitor.loggedIn(port, "duty1");
        Map<String, Object> call = new HashMap<>(Map.of(
                "reachedWhom", "emergencyDutyTeam",
                "whoAnswered", "Kit Night, emergency duty team",
                "when", "2027-01-16T10:00:00Z",
                "whatWasSaid", "That the phone was taken, and back."));
        String first = limits.taken(duty, inCase, "tellByTelephone");
        assertThat(limits.refused(duty, first, call).path("when").asText())
                .startsWith("That is before it was taken or limited (Saturday 16 January 2027, 23:10).");
        limits.send(
                duty, first, Map.of("reachedWhom", "nobody", "when", "2027-01-16T23:12:00Z", "tried", "No answer."));
        assertThat(manager.submit(Limits.todo(first), call).text())
                .as("too late, and of before it: kept, and no call about it")
                .contains("Somebody")
                .doesNotContain("counts as told");
        call.put("when", "2027-01-16T23:12:00Z");
        limits.complete(duty, inCase, "tellByTelephone", call);
        limits.readAll(port, reference);
    }

    /** Nobody has said yet which child it is about: the same holds. */
    @Test
    void aCallOfBeforeThePhoneWasTakenIsNoCallAboutIt() {
        String inCase = limits.reportBegun("carer1");
        limits.phoneTaken(inCase, "carer1", "2027-01-12T09:30");
        Map<String, Object> call = new HashMap<>(Map.of(
                "reachedWhom", "childsSocialWorker",
                "whoAnswered", "Kit Placer",
                "when", "2027-01-12T09:29:00Z",
                "whatWasSaid", "That the phone was taken."));
        assertThat(limits.refused(manager, limits.taken(manager, inCase, "tellByTelephone"), call)
                        .path("when")
                        .asText())
                .startsWith("That is before it was taken or limited (Tuesday 12 January 2027, 09:30).");
        call.put("when", "2027-01-12T09:40:00Z");
        limits.complete(manager, inCase, "tellByTelephone", call);
        assertThat(limits.open(inCase, "tellByTelephone")).isEmpty();
    }

    @Test
    void whereTheManagerOnCallIsKeptAwayAnotherManagerUndoesWhatTookForce() {
        clock.setLondon("2027-01-17T22:14");
        String inCase = limits.reported("carer1", "C1");
        limits.phoneTaken(inCase, "carer1", "2027-01-17T22:10");
        String reference = limits.ofCase(inCase);
        files.exclude(reference, "manager1", "named in the worry");
        limits.send(
                carer, limits.one(reference, "proposeRestriction").getId(), Map.of("taken", "still", "force", "yes"));

        limits.complete(Visitor.loggedIn(port, "manager2"), reference, "confirmReturned", undone("2027-01-17T22:14"));
        assertThat(restrictions.get(reference).returned()).isTrue();
        limits.readAll(port, reference);
    }

    @Test
    void onlyAskedForWithForceItIsToldAtOnceAndNothingIsLimited() {
        Map<String, Object> forced = new HashMap<>(Map.of(
                "begun", "asking",
                "kind", "removal",
                "subject", "phone",
                "what", "the phone",
                "purpose", "safety",
                "force", "unsure",
                "danger", "no",
                "evidence", "no"));
        String reference = limits.written(carer, "C1", forced);
        assertThat(limits.one(reference, "tellByTelephone").getDueDate()).isEqualTo("2027-01-12T10:30:00.000Z");
        limits.read(reference, carer, manager);
        assertThat(limits.isOver(reference)).isTrue();
    }

    @Test
    void aPhoneTakenInACaseIsLimitedFromThenOnAndTheRestIsWrittenLater() {
        String inCase = limits.reported("carer1", "C1");
        limits.phoneTaken(inCase, "carer1", "2027-01-12T09:00");
        limits.phoneTaken(inCase, "carer1", "2027-01-12T09:10");

        assertThat(restrictions.ofCase(inCase)).as("said twice it is one").hasSize(1);
        String reference = limits.ofCase(inCase);
        assertThat(limits.open(inCase, "tellByTelephone"))
                .as("told in the case, counted from when it was taken")
                .singleElement()
                .satisfies(call -> assertThat(call.getDueDate()).isEqualTo("2027-01-13T09:00:00.000Z"));
        Task todo = limits.one(reference, "proposeRestriction");
        assertThat(todo.getAssignee()).isEqualTo("carer1");
        assertThat(restrictions.get(reference).state()).isEqualTo(State.RUNS);
        assertThat(restrictions.get(reference).terms().orElseThrow().end())
                .isEqualTo(java.time.Instant.parse("2027-01-15T09:00:00Z"));
        assertThat(limits.shown(carer, todo.getId(), "since")).isEqualTo("Tuesday 12 January 2027, 09:00");

        clock.advance(Duration.ofHours(4));
        limits.timer(reference, "boundaryEvent_notWritten");
        assertThat(worker.claim(Limits.todo(todo.getId())).accepted())
                .as("whoever supervises can write it while they talk")
                .isTrue();
        assertThat(limits.shown(worker, todo.getId(), "rings")).isEqualTo("true");
        assertThat(limits.refused(worker, todo.getId(), stillTaken("2027-01-16T10:00"))
                        .path("until")
                        .asText())
                .isEqualTo("Because of danger now it lasts for the least time; a manager can say more. Please choose"
                        + " Friday 15 January 2027, 09:00, at the latest.");
        limits.send(worker, todo.getId(), stillTaken("2027-01-13T20:00"));
        assertThat(limits.open(reference, "tellByTelephone"))
                .as("nobody is rung twice")
                .isEmpty();
        assertThat(limits.open(inCase, "tellByTelephone")).hasSize(1);
        assertThat(entries(inCase, "A limit on phone or apps has begun")).hasSize(1);

        clock.setLondon("2027-01-13T09:00");
        limits.timer(reference, "boundaryEvent_notRatified");
        jobs.runDue();
        assertThat(mails("director1", reference))
                .as("is asked above and hears of it")
                .hasSize(1);
        Visitor above = Visitor.loggedIn(port, "director1");
        assertThat(limits.groups(limits.one(reference, "ratifyRestriction"))).contains("responsibleIndividual");
        limits.complete(
                above,
                reference,
                "ratifyRestriction",
                Map.of(
                        "views", "notAsked",
                        "viewsWhyNot", "They are asleep; their carer asks at breakfast.",
                        "decision", "lift",
                        "why", "The danger is over.",
                        "help", "They have their phone."));
        String read = carer.todo("readRestriction").id();
        assertThat(limits.shown(carer, read, "standing"))
                .startsWith("There may be something on it that the police need: ring duty before it is given back.")
                .contains("please give the phone or device back now, and tell the child. It was lifted:")
                .doesNotContain("until");
        assertThat(limits.shown(carer, read, "details")).isEqualTo("- Why it was lifted: The danger is over.");
        assertThat(limits.shown(carer, read, "toTheChild"))
                .startsWith("To say to the child: You have your phone back.");
        assertThat(limits.shown(carer, read, "needs"))
                .as("belonged to it while it ran")
                .isEmpty();
        assertThat(carer.get("/safe-contact/l/C1").text()).contains("Why it was lifted: The danger is over.");
        assertThat(carer.get("/safe-contact/api/limits/" + reference).text())
                .contains("give the phone or device back now")
                .doesNotContain("Explain to the child", "until");
        limits.read(reference, carer, Visitor.loggedIn(port, "carer3"), worker);
        limits.complete(worker, reference, "confirmReturned", undone("2027-01-13T08:30"));
        assertThat(limits.isOver(reference)).isTrue();
        assertThat(entries(inCase, "A limit on phone or apps is undone, and somebody talked with the child"))
                .hasSize(1);
    }

    @Test
    void whatNobodyWritesDownEndsByItselfAllTheSame() {
        String inCase = limits.reported("carer1", "C1");
        limits.phoneTaken(inCase, "carer1", "2027-01-12T09:00");
        String reference = limits.ofCase(inCase);
        clock.setLondon("2027-01-15T09:00");
        limits.timer(reference, "boundaryEvent_neverWritten");
        assertThat(restrictions.get(reference).state()).isEqualTo(State.LAPSED);
        limits.complete(worker, reference, "confirmReturned", undone("2027-01-15T08:30"));
        limits.read(reference, carer, Visitor.loggedIn(port, "carer3"));
        assertThat(limits.isOver(reference)).isTrue();
    }

    @Test
    void aPhoneThatTheChildHasBackIsLiftedByThat() {
        String inCase = limits.reported("carer1", "C1");
        limits.phoneTaken(inCase, "carer1", "2027-01-12T09:00");
        String reference = limits.ofCase(inCase);
        record.append(
                reference,
                NewEntry.now(
                        EntryKind.DECISION,
                        LimitDecisions.RATIFIED,
                        List.of(new Statement("Why?", "It is still dangerous.")),
                        Author.SYSTEM));
        limits.send(carer, limits.one(reference, "proposeRestriction").getId(), Map.of("taken", "back"));
        assertThat(restrictions.get(reference).state()).isEqualTo(State.LIFTED);
        assertThat(carer.get("/safe-contact/l/C1").text())
                .as("nobody had to say why")
                .contains("Lifted")
                .doesNotContain("It is still dangerous.");
        limits.complete(worker, reference, "confirmReturned", undone(TUESDAY));
        limits.read(reference, Visitor.loggedIn(port, "carer3"));
        assertThat(limits.isOver(reference)).isTrue();
    }

    @Test
    void whatWasOverBeforeItWasWrittenDownIsKeptAsItWasAndToldToWhoMustKnow() {
        String task = limits.begin(carer, "C1");
        String reference = limits.reference(task);
        assertThat(limits.refused(carer, task, over("2027-01-07T20:00", "2027-01-07T19:00"))
                        .path("endedAt")
                        .asText())
                .isEqualTo("It would have ended before it began. Please look at both times again.");
        assertThat(limits.refused(carer, task, over("2027-01-07T20:00", "2027-01-13T19:00"))
                        .has("endedAt"))
                .as("what is to come has not ended")
                .isTrue();
        limits.send(carer, task, over("2027-01-07T20:00", "2027-01-09T20:00"));
        assertThat(restrictions.get(reference).state()).isEqualTo(State.LAPSED);
        assertThat(restrictions.get(reference).terms().orElseThrow().end())
                .as("the truth, not a date that fits")
                .isEqualTo(java.time.Instant.parse("2027-01-09T20:00:00Z"));
        assertThat(titles(reference)).contains("The limit was written down late", LimitDecisions.LAPSED);
        assertThat(limits.open(reference, "ratifyRestriction")).isEmpty();
        assertThat(limits.one(reference, "tellByTelephone").getDueDate())
                .as("the authority should have known long ago")
                .isEqualTo("2027-01-08T20:00:00.000Z");
        assertThat(limits.open(reference, "readRestriction"))
                .extracting(Task::getAssignee)
                .containsExactlyInAnyOrder("carer1", "carer3", "manager1");
        limits.complete(worker, reference, "confirmReturned", undone(TUESDAY));
        limits.read(reference, carer, Visitor.loggedIn(port, "carer3"), manager);
        assertThat(limits.isOver(reference)).isTrue();
    }

    @Test
    void whatLastedTooLongAlreadyEndsSoonAndAManagerLooksAtItNow() {
        String task = limits.begin(carer, "C1");
        String reference = limits.reference(task);
        assertThat(limits.refused(carer, task, made("2027-01-08T09:00", "2027-01-13T10:01"))
                        .path("until")
                        .asText())
                .endsWith("Please choose Wednesday 13 January 2027, 10:00, at the latest.");
        limits.send(carer, task, made("2027-01-08T09:00", "2027-01-13T09:00"));
        assertThat(restrictions.get(reference).state()).isEqualTo(State.RUNS);
        assertThat(titles(reference)).contains("The limit was written down late");
        String ratify = limits.taken(manager, reference, "ratifyRestriction");
        assertThat(limits.refused(manager, ratify, stands("2027-01-15T09:01"))
                        .path("until")
                        .asText())
                .startsWith("For longer, the authority agrees first.");
        limits.timer(reference, "boundaryEvent_notRatified");
        assertThat(limits.open(reference, "readRestriction"))
                .extracting(Task::getAssignee)
                .contains("manager1");
        clock.setLondon("2027-01-13T09:00");
        limits.timer(reference, "boundaryEvent_over");
        assertThat(restrictions.get(reference).state()).isEqualTo(State.LAPSED);
        limits.readAll(port, reference);
        limits.complete(worker, reference, "confirmReturned", undone("2027-01-13T08:00"));
        assertThat(limits.isOver(reference)).isTrue();

        clock.setLondon("2027-01-19T10:00");
        String inCase = limits.reported("carer1", "C1");
        limits.phoneTaken(inCase, "carer1", "2027-01-11T09:00");
        String ofCase = limits.ofCase(inCase);
        assertThat(restrictions.get(ofCase).terms().orElseThrow().end())
                .as("time to write down how it was")
                .isEqualTo(java.time.Instant.parse("2027-01-20T10:00:00Z"));
        limits.send(carer, limits.one(ofCase, "proposeRestriction").getId(), stillTaken("2027-01-20T09:00"));
        String look = limits.taken(manager, ofCase, "ratifyRestriction");
        assertThat(limits.refused(manager, look, stands("2027-01-20T08:00"))
                        .path("until")
                        .asText())
                .isEqualTo(
                        "It has lasted longer than that already. Please lift it now; what goes on is asked for anew.");
        limits.send(
                manager,
                look,
                Map.of(
                        "views", "notAsked",
                        "viewsWhyNot", "They are asleep; their carer asks at breakfast.",
                        "decision", "lift",
                        "why", "It was long enough.",
                        "help", "They have their phone."));
        limits.readAll(port, ofCase);
        limits.complete(worker, ofCase, "confirmReturned", undone("2027-01-19T09:00"));
        assertThat(limits.isOver(ofCase)).isTrue();
        files.close(inCase);
    }

    @Test
    void whatWasOnlyBegunLimitsNothing() {
        String task = limits.begin(carer, "C1");
        String reference = limits.reference(task);
        assertThat(limits.begin(carer, "C1")).as("goes on with what was begun").isEqualTo(task);
        limits.send(carer, task, Map.of("begun", "nothing"));
        assertThat(limits.isOver(reference)).isTrue();
        assertThat(restrictions.get(reference).state()).isEqualTo(State.NOTHING);

        String forgotten = limits.reference(limits.begin(carer, "C1"));
        clock.advance(Duration.ofDays(7));
        limits.timer(forgotten, "boundaryEvent_neverWritten");
        assertThat(limits.isOver(forgotten)).isTrue();
        assertThat(restrictions.get(forgotten).runs()).isFalse();
    }

    /** Who has to authorise it, look at it again, or see to it that it is undone, hears of it; silence is said again and climbs. */
    @Test
    void aLimitGoesWithTheChildAndSoDoesItsReturn() {
        String reference = limits.written(carer, "C2", made("2027-01-12T09:30", "2027-01-14T20:00"));
        limits.complete(manager, reference, "ratifyRestriction", stands("2027-01-13T20:00"));
        limits.read(reference, carer);
        Visitor worker2 = Visitor.loggedIn(port, "ssw2");
        Visitor carer2 = Visitor.loggedIn(port, "carer2");
        try {
            folder.childMoves("C2", "H2");
            moved.look();
            moved.look();

            assertThat(limits.open(reference, "readRestriction"))
                    .as("the new home reads it, and nobody of the old one any more")
                    .singleElement()
                    .satisfies(read -> {
                        assertThat(read.getAssignee()).isEqualTo("carer2");
                        assertThat(read.getDueDate()).isEqualTo("2027-01-12T14:00:00.000Z");
                    });
            assertThat(limits.shown(
                            carer2, limits.one(reference, "readRestriction").getId(), "standing"))
                    .endsWith("until Wednesday 13 January 2027, 20:00 at the latest.");
            limits.read(reference, carer2);
            for (Visitor before : List.of(carer, worker)) {
                assertThat(before.get(Limits.PAGE + "C2").status()).isEqualTo(404);
            }
            assertThat(carer2.get(Limits.PAGE + "C2").text()).contains(reference);

            clock.setLondon("2027-01-13T20:00");
            limits.timer(reference, "boundaryEvent_over");
            limits.read(reference, carer2);
            String task = limits.one(reference, "confirmReturned").getId();
            assertThat(worker.claim(Limits.todo(task)).accepted()).isFalse();
            limits.taken(worker2, reference, "confirmReturned");
        } finally {
            folder.unchanged();
            moved.look();
        }
        assertThat(limits.open(reference, "readRestriction"))
                .as("nothing is limited any more")
                .isEmpty();
        Task back = limits.one(reference, "confirmReturned");
        assertThat(back.getAssignee())
                .as("the child is back with the first home")
                .isNull();
        assertThat(worker2.submit(Limits.todo(back.getId()), undone("2027-01-13T19:00"))
                        .accepted())
                .isFalse();
        limits.complete(worker, reference, "confirmReturned", undone("2027-01-13T19:00"));
        assertThat(limits.isOver(reference)).isTrue();
    }

    @Test
    void readingEndsUnreadWithWhoeverIsKeptAwayAndNothingWaitsForIt() {
        Visitor worker2 = Visitor.loggedIn(port, "ssw2");
        Visitor carer2 = Visitor.loggedIn(port, "carer2");
        String reference = limits.written(worker2, "C3", made("2027-01-12T09:30", "2027-01-14T20:00"));
        String read = carer2.todo("readRestriction").id();
        assertThat(limits.shown(carer2, read, "standing")).contains("The phone");

        String report = limits.reported(
                "ssw2",
                "C3",
                Map.of("namedPerson", "household", "namedPersons", List.of("carer2"), "concerns", List.of()));

        assertThat(limits.open(reference, "readRestriction"))
                .extracting(Task::getAssignee)
                .as("over with its reader, and nobody reads for somebody else")
                .containsExactly("ssw2");
        assertThat(carer2.submit(Limits.todo(read), Map.of("read", "2")).accepted())
                .isFalse();
        assertThat(titles(reference)).doesNotContain("How the limit stands was read");
        limits.complete(manager, reference, "ratifyRestriction", stands("2027-01-13T20:00"));
        limits.read(reference, worker2);
        clock.setLondon("2027-01-13T20:00");
        limits.timer(reference, "boundaryEvent_over");
        limits.read(reference, worker2);
        limits.complete(worker2, reference, "confirmReturned", undone("2027-01-13T19:00"));
        assertThat(limits.isOver(reference))
                .as("nothing waits for who may not read it")
                .isTrue();
        files.close(report);
    }

    @Test
    void nobodyWhoHasToDecideOrToSeeToItIsLeftWithoutAWordAndSilenceClimbs() {
        String reference = limits.written(worker, "C1", asking("limit", "time", "2027-02-12T20:00"));
        jobs.runDue();
        assertThat(mails("childsw1", reference))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("something waits for you to decide by 17:00 on Wednesday 13 January");
        assertThat(mails("teammanager1", reference)).hasSize(1);
        assertThat(mails("manager1", reference)).hasSize(1);
        assertThat(mails("ssw1", reference)).as("who asked for it").isEmpty();
        morning(reference, "2027-01-13T09:00");
        assertThat(mails("childsw1", reference)).as("still in time").hasSize(1);
        morning(reference, "2027-01-14T09:00");
        assertThat(mails("childsw1", reference)).hasSize(2);
        morning(reference, "2027-01-16T09:00");
        assertThat(mails("childsw1", reference)).as("a Saturday").hasSize(2);
        assertThat(mails("director1", reference)).isEmpty();
        morning(reference, "2027-01-18T09:00");
        assertThat(mails("childsw1", reference)).hasSize(3);
        assertThat(mails("director1", reference)).as("above whoever was asked").hasSize(1);
        Map<String, Object> agreed = agreed("2027-02-12T20:00");
        agreed.put("authorityWho", "Kit Placer, told to " + agency.nameOf("ssw1"));
        limits.complete(manager, reference, "authoriseRestriction", agreed);
        assertThat(restrictions.get(reference).terms().orElseThrow().authorised())
                .as("whoever passed it on is not who said so")
                .startsWith("Kit Placer, told to " + agency.nameOf("ssw1") + ", Tuesday 12 January 2027, 10:00");
        limits.read(reference, carer, Visitor.loggedIn(port, "carer3"), worker);

        clock.setLondon("2027-01-25T10:00");
        limits.timer(reference, "boundaryEvent_reviewDue");
        jobs.runDue();
        assertThat(mails("childsw1", reference)).as("to look at it again").hasSize(4);

        clock.setLondon("2027-02-12T20:00");
        limits.timer(reference, "boundaryEvent_over");
        jobs.runDue();
        assertThat(mails("ssw1", reference))
                .as("somebody has to see to it that it is undone")
                .contains(reference + ": something is to do, please see to it by 17:00 on Monday 15 February");
        assertThat(mails("carer1", reference)).isEmpty();
        limits.read(reference, carer, Visitor.loggedIn(port, "carer3"), worker);
        int before = mails("ssw1", reference).size();
        int above = mails("teammanager1", reference).size();
        morning(reference, "2027-02-16T09:00");
        assertThat(mails("ssw1", reference)).hasSize(before + 1);
        morning(reference, "2027-02-17T09:00");
        assertThat(limits.groups(limits.one(reference, "confirmReturned"))).containsExactly("supervisingSocialWorker");
        assertThat(mails("teammanager1", reference)).hasSize(above);
        morning(reference, "2027-02-18T09:00");
        assertThat(mails("teammanager1", reference)).hasSize(above + 1);
        morning(reference, "2027-02-19T09:00");
        assertThat(limits.groups(limits.one(reference, "confirmReturned")))
                .containsExactlyInAnyOrder("supervisingSocialWorker", "teamManager", "registeredManager");
        assertThat(mails("director1", reference)).as("once, in January").hasSize(1);
        morning(reference, "2027-02-20T09:00");
        morning(reference, "2027-02-21T09:00");
        morning(reference, "2027-02-22T09:00");
        assertThat(mails("director1", reference)).as("highest").hasSize(2);
        morning(reference, "2027-02-23T09:00");
        assertThat(mails("director1", reference)).as("again and again").hasSize(3);
        limits.complete(
                Visitor.loggedIn(port, "teammanager1"), reference, "confirmReturned", undone("2027-02-23T08:30"));
        assertThat(limits.isOver(reference)).isTrue();
    }

    private void morning(String reference, String london) {
        clock.setLondon(london);
        limits.timer(reference, "startEvent_morning");
        jobs.runDue();
    }

    private List<String> mails(String person, String reference) {
        return mails.letters().stream()
                .filter(mail -> mail.to().startsWith(person) && mail.subject().contains(reference))
                .map(mail -> mail.subject())
                .toList();
    }

    private List<String> titles(String reference) {
        return record.entries(reference).stream().map(Entry::title).toList();
    }

    private List<Entry> entries(String reference, String title) {
        return record.entries(reference).stream()
                .filter(entry -> entry.title().equals(title))
                .toList();
    }
}
