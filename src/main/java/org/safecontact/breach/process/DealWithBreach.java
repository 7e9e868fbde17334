package org.safecontact.breach.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Role;
import org.safecontact.breach.PrivateDetails;
import org.safecontact.engine.Answers;
import org.safecontact.engine.ClosedTask;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.SomebodyWasFaster;
import org.safecontact.engine.UserTaskWork;
import org.springframework.stereotype.Component;

/**
 * What a carer posted is a matter of the standards of care and of data protection (domain brief, 5.6), what a worker let out in the same way. Where
 * the LADO is asked, whoever let it out is named in the worry with it.
 */
@Component
class DealWithBreach implements UserTaskWork {

    private final BreachWords words;
    private final PrivateDetails details;
    private final Agency agency;

    DealWithBreach(BreachWords words, PrivateDetails details, Agency agency) {
        this.words = words;
        this.details = details;
        this.agency = agency;
    }

    @Override
    public String taskKey() {
        return ToDos.DEAL_WITH_BREACH;
    }

    @Override
    public String recordedAs() {
        return "One of us let it out: what follows";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = words.about(task.reference());
        shown.put("people", words.whoLetItOut(task.reference()));
        for (String known : List.of(ConfidentialityBreach.HOME, ConfidentialityBreach.WORKER)) {
            shown.put(known, task.variables().get(known));
        }
        return shown;
    }

    @Override
    public Map<String, Object> offersTo(ClosedTask task) {
        return Map.of("people", words.whoLetItOut(task.reference()));
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        List<String> who = answers.many("who");
        if (who.contains(task.person().orElseThrow())) {
            throw new FormRefused("who", "Nobody decides about themselves. Please leave this to another manager.");
        }
        if (!who.isEmpty()) {
            String kind =
                    Boolean.TRUE.equals(task.variables().get(ConfidentialityBreach.HOME)) ? "household" : "worker";
            details.meantToHarm(task.reference(), task.person().orElseThrow(), kind, who);
        }
        return Map.of();
    }

    @Override
    public Optional<String> tooLate(ClosedTask task, Answers answers) {
        return Optional.of(counts(task, answers) ? SomebodyWasFaster.HEARD : SomebodyWasFaster.KEPT_TO_READ);
    }

    /** Whom it names counts, also where another manager saw no harm in it: nobody may think that it was heard. */
    @Override
    public void saidToo(ClosedTask task, Answers answers) {
        if (counts(task, answers)) {
            List<String> who = answers.many("who");
            boolean workers = who.stream()
                    .allMatch(id -> agency.person(id).isPresent()
                            && agency.householdOf(id).isEmpty());
            details.meantToHarm(task.reference(), task.person(), workers ? "worker" : "household", who);
        }
    }

    private boolean counts(ClosedTask task, Answers answers) {
        List<String> who = answers.many("who");
        return agency.is(task.person(), Role.REGISTERED_MANAGER) && !who.isEmpty() && !who.contains(task.person());
    }
}
