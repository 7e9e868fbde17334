package org.safecontact.inform.process;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.engine.Answers;
import org.safecontact.engine.ClosedTask;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.SomebodyWasFaster;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.incident.AuthorityTold;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.WhoWasTold;
import org.safecontact.inform.AuthorityOffice;
import org.safecontact.inform.CallTimes;
import org.safecontact.inform.Calls;
import org.safecontact.inform.Purpose;
import org.springframework.stereotype.Component;

/** A call to the child's authority: the number, what to say, who answered, when, and what was said. */
@Component
class TellByTelephoneWork implements UserTaskWork {

    /** Whoever was reached there knows for the child's social worker; the emergency team out of hours does not. */
    private static final Set<String> AUTHORITY = Set.of("childsSocialWorker", "colleague");

    private static final String NOBODY = "nobody";

    private static final String COUNTS = SomebodyWasFaster.KEPT
            + ", and whom you reached counts as told: you need not write it again. In danger: 999.";

    private final Calls calls;
    private final AuthorityOffice authority;
    private final AuthorityTold authorityTold;
    private final Incidents incidents;
    private final Agency agency;
    private final HumanTime time;
    private final CallTimes times;
    private final AskMoreToRing askMore;
    private final OpenCalls open;
    private final Clock clock;

    TellByTelephoneWork(
            Calls calls,
            AuthorityOffice authority,
            AuthorityTold authorityTold,
            Incidents incidents,
            Agency agency,
            HumanTime time,
            CallTimes times,
            AskMoreToRing askMore,
            OpenCalls open,
            Clock clock) {
        this.calls = calls;
        this.authority = authority;
        this.authorityTold = authorityTold;
        this.incidents = incidents;
        this.agency = agency;
        this.time = time;
        this.times = times;
        this.askMore = askMore;
        this.open = open;
        this.clock = clock;
    }

    @Override
    public String taskKey() {
        return ToDos.TELL_BY_TELEPHONE;
    }

    @Override
    public String recordedAs() {
        return WhoWasTold.AUTHORITY_BY_TELEPHONE;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        AuthorityOffice.NumberToRing number = authority.number(task.reference(), office(task));
        Map<String, Object> shown = new HashMap<>();
        shown.put("reference", task.reference());
        shown.put("who", number.who());
        String duty = agency.dutyTelephone(clock.instant());
        boolean known = !number.telephone().isEmpty();
        shown.put(
                "name",
                known
                        ? number.name().map(name -> "Ask for " + name + ".").orElse("")
                        : "No number of theirs is known here: this is duty, who may have one.");
        shown.put("telephone", known ? number.telephone() : duty);
        shown.put("agency", agency.name());
        shown.put("aboutPhone", purpose(task) == Purpose.PHONE_TAKEN);
        shown.put("levelWords", levelWords(task));
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        Optional<String> reached = reached(answers);
        requireAfterIt(task, answers);
        if (reached.isPresent()) {
            calls.reached(task.reference(), ladder(task), reached.get(), task.by(), answers.instant("when"));
            told(task.reference(), reached.get(), task.by(), answers);
            return Map.of(InformNames.REACHED, true);
        }
        calls.notReached(task.reference(), ladder(task), office(task), task.by());
        return Map.of(
                InformNames.REACHED,
                false,
                InformNames.OFFICE,
                authority.office(ladder(task), purpose(task), office(task)),
                InformNames.ASKED_MORE,
                askedMore(task));
    }

    @Override
    public Optional<String> tooLate(ClosedTask task, Answers answers) {
        return Optional.of(reachedInTime(task, answers).isPresent() ? COUNTS : SomebodyWasFaster.KEPT_TO_READ);
    }

    /** Whoever was reached knows, though somebody else had said "nobody yet" a moment before: then nobody need ring any more. */
    @Override
    public void saidToo(ClosedTask task, Answers answers) {
        reachedInTime(task, answers).ifPresent(whom -> {
            calls.reachedToo(task.reference(), task.overAt(), whom, task.person(), answers.instant("when"));
            told(task.reference(), whom, task.person(), answers);
            open.end(task.reference(), task.processInstanceId());
        });
    }

    private void requireAfterIt(OpenTask task, Answers answers) {
        beganLater(task.processInstanceId(), answers).ifPresent(began -> {
            throw new FormRefused(
                    "when",
                    "That is before it was taken or limited (" + time.full(began)
                            + "). When did you ring? If the time of the limit is wrong, please add that to the record.");
        });
    }

    /** The limit that the call is about, where that began only after somebody says to have rung. */
    private Optional<Instant> beganLater(String call, Answers answers) {
        Optional<Instant> rung = answers.instant("when");
        return open.limitBegan(call)
                .map(began -> began.truncatedTo(ChronoUnit.MINUTES))
                .filter(began -> rung.filter(began::isAfter).isPresent());
    }

    /** Whom somebody reached who is too late; a call of before the limit is no call about it, and counts for nothing. */
    private Optional<String> reachedInTime(ClosedTask task, Answers answers) {
        return beganLater(task.processInstanceId(), answers).isPresent() ? Optional.empty() : reached(answers);
    }

    private static Optional<String> reached(Answers answers) {
        return answers.one("reachedWhom").filter(whom -> !whom.equals(NOBODY));
    }

    private void told(String reference, String whom, String by, Answers answers) {
        // A limit that was made in no case has no report to say it of.
        if (AUTHORITY.contains(whom) && incidents.find(reference).isPresent()) {
            authorityTold.told(reference, "telephone", by, answers.instant("when"));
        }
    }

    /** The timer of a to-do that is replaced asks nobody any more: whoever should have been asked by now is asked here. */
    private int askedMore(OpenTask task) {
        int asked = (Integer) task.variables().get(InformNames.ASKED_MORE);
        Instant dueAt = task.dueAt().orElseThrow();
        return times.moreAreDue(dueAt, purpose(task), asked)
                ? askMore.ask(task.processInstanceId(), task.variables(), dueAt)
                : asked;
    }

    private String levelWords(OpenTask task) {
        String when =
                task.dueAt().filter(clock.instant()::isBefore).map(time::by).orElse("now");
        if (purpose(task) == Purpose.PHONE_TAKEN) {
            return "A phone was taken, or an app limited. Ring " + when + ".";
        }
        RiskLevel level = incidents.get(task.reference()).level().orElse(RiskLevel.HIGH);
        if (!level.urgent()) {
            return "It is less serious than feared: the Record tab says why. If you rang them already, write down here what came of it.";
        }
        return level == RiskLevel.IMMEDIATE
                ? "Somebody may be in danger now: ring at once."
                : "This is serious: ring " + when + ".";
    }

    private static Purpose purpose(OpenTask task) {
        return Purpose.of(task.variables().get(CaseNames.PURPOSE));
    }

    private static String ladder(OpenTask task) {
        return (String) task.variables().get(InformNames.LADDER);
    }

    private static String office(OpenTask task) {
        return (String) task.variables().get(InformNames.OFFICE);
    }
}
