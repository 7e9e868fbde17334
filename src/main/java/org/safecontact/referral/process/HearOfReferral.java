package org.safecontact.referral.process;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.Role;
import org.safecontact.engine.Answers;
import org.safecontact.engine.FormOptions;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.incident.Incidents;
import org.safecontact.referral.Referral;
import org.safecontact.referral.Referrals;
import org.springframework.stereotype.Component;

/** What a body outside answered; while it has not, it is asked again, and this comes back. */
@Component
class HearOfReferral implements UserTaskWork {

    private static final String ANSWERED = "answered";
    private static final String NOT_NEEDED = "notNeeded";

    private final Referrals referrals;
    private final ReferralWords words;
    private final Incidents incidents;
    private final Agency agency;
    private final HumanTime time;

    HearOfReferral(Referrals referrals, ReferralWords words, Incidents incidents, Agency agency, HumanTime time) {
        this.referrals = referrals;
        this.words = words;
        this.incidents = incidents;
        this.agency = agency;
        this.time = time;
    }

    @Override
    public String taskKey() {
        return ExternalReferral.HEAR_OF_REFERRAL;
    }

    @Override
    public String recordedAs() {
        return "Somebody outside was asked to act: the answer";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Referral referral = referral(task);
        String who = ReferralWords.body(referral.body());
        Map<String, Object> shown = words.about(referral);
        shown.put("who", who);
        shown.put("askedAt", time.full(askedAt(task)));
        shown.put("until", task.dueAt().map(time::byOrLate).orElse(""));
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put(ANSWERED, who + " has answered");
        answers.put("notYet", who + " has not answered, and was asked again");
        if (task.person().filter(this::answersForService).isPresent()) {
            answers.put(NOT_NEEDED, who + " does not answer, and need not any more");
        }
        shown.put("answers", FormOptions.of(answers));
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        long id = referral(task).id();
        if (answers.one("answer").filter(NOT_NEEDED::equals).isPresent()) {
            referrals.needNotAnswer(id, task.by());
            return Map.of(ExternalReferral.ANSWERED, true);
        }
        Instant at = answers.instant("at").orElseThrow();
        if (at.isBefore(notBefore(task).truncatedTo(ChronoUnit.MINUTES))) {
            throw new FormRefused("at", "That is before they were asked. Please look at the day and the time.");
        }
        boolean answered = answers.one("answer").filter(ANSWERED::equals).isPresent();
        Map<String, Object> known = new HashMap<>();
        known.put(ExternalReferral.ANSWERED, answered);
        if (answered) {
            referrals.answered(id, task.by(), at);
        } else {
            referrals.askedAgain(id, task.by(), at);
            known.put(ExternalReferral.ASKED_AT, Date.from(at));
        }
        return known;
    }

    private boolean answersForService(String personId) {
        return agency.is(personId, Role.REGISTERED_MANAGER) || agency.is(personId, Role.RESPONSIBLE_INDIVIDUAL);
    }

    /** Who was asked before it was assessed may have answered before, too: nobody wrote down when they were asked. */
    private Instant notBefore(OpenTask task) {
        Instant asked = askedAt(task);
        boolean beforeItWasAssessed =
                referral(task).owedAt().truncatedTo(ChronoUnit.MILLIS).equals(asked);
        return beforeItWasAssessed ? incidents.get(task.reference()).knownAt() : asked;
    }

    private static Instant askedAt(OpenTask task) {
        return ((Date) task.variables().get(ExternalReferral.ASKED_AT)).toInstant();
    }

    private Referral referral(OpenTask task) {
        return referrals.get((Long) task.variables().get(ExternalReferral.REFERRAL));
    }
}
