package org.safecontact.referral.process;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.Role;
import org.safecontact.engine.Answers;
import org.safecontact.engine.FormOptions;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.incident.Incidents;
import org.safecontact.referral.Body;
import org.safecontact.referral.Referral;
import org.safecontact.referral.Referrals;
import org.springframework.stereotype.Component;

/** A body outside is asked to act: by voice or on its own site, and the product keeps with whom, when and what reference (domain brief, section 6). */
@Component
class MakeReferral implements UserTaskWork {

    private static final String ASKED = "asked";
    private static final String NOT_NEEDED = "notNeeded";

    private final Referrals referrals;
    private final ReferralWords words;
    private final Incidents incidents;
    private final Agency agency;
    private final HumanTime time;

    MakeReferral(Referrals referrals, ReferralWords words, Incidents incidents, Agency agency, HumanTime time) {
        this.referrals = referrals;
        this.words = words;
        this.incidents = incidents;
        this.agency = agency;
        this.time = time;
    }

    @Override
    public String taskKey() {
        return ToDos.MAKE_REFERRAL;
    }

    @Override
    public String recordedAs() {
        return "Somebody outside is asked to act";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Referral referral = referral(task);
        Map<String, Object> shown = words.about(referral);
        shown.put("until", time.byOrLate(referral.dueAt()));
        shown.put("oneCallIsBoth", referrals.otherAuthority(referral).isPresent());
        shown.put("whatWasDone", FormOptions.of(whatWasDone(referral.body(), task)));
        return shown;
    }

    /** Only whoever answers for the service may say that somebody need not be asked. */
    private Map<String, String> whatWasDone(Body body, OpenTask task) {
        String who = ReferralWords.body(body);
        Map<String, String> done = new LinkedHashMap<>();
        done.put(
                ASKED,
                switch (body) {
                    case SAFEGUARDING_LEAD -> "I found out whether anybody is in danger";
                    case REPORT_REMOVE -> "Report Remove was offered to the child";
                    default -> who + " was asked to act";
                });
        if (task.person()
                .or(task::assignee)
                .filter(id -> agency.is(id, Role.REGISTERED_MANAGER) || agency.is(id, Role.RESPONSIBLE_INDIVIDUAL))
                .isPresent()) {
            done.put(NOT_NEEDED, who + " is not needed, and I say why");
        }
        return done;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        Referral referral = referral(task);
        Map<String, Object> known = new HashMap<>();
        known.put(
                ExternalReferral.ASKED,
                answers.one("done").filter(ASKED::equals).isPresent());
        if (Boolean.FALSE.equals(known.get(ExternalReferral.ASKED))) {
            referrals.notNeeded(referral.id(), task.by());
            return known;
        }
        Instant at = answers.instant("askedAt").orElseThrow();
        if (at.isBefore(incidents.get(referral.reference()).knownAt().truncatedTo(ChronoUnit.MINUTES))) {
            throw new FormRefused(
                    "askedAt", "That is before anybody knew of this. Please look at the day and the time.");
        }
        referrals.asked(referral.id(), task.by(), at);
        if (answers.one("both").filter("yes"::equals).isPresent()) {
            Optional<Referral> other = referrals.otherAuthority(referral);
            other.ifPresent(also -> referrals.alsoAsked(also, task.by(), at));
        }
        known.put(ExternalReferral.ASKED_AT, Date.from(at));
        return known;
    }

    private Referral referral(OpenTask task) {
        return referrals.get((Long) task.variables().get(ExternalReferral.REFERRAL));
    }
}
