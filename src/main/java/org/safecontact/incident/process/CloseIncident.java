package org.safecontact.incident.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Agency;
import org.safecontact.agency.LegalStatus;
import org.safecontact.engine.Answers;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.incident.AskedOutside;
import org.safecontact.incident.AuthorityTold;
import org.safecontact.incident.Endings;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.Noted;
import org.safecontact.incident.PhoneBack;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Closing: lists what must be true, and is refused until it is (practice, section 7). */
@Component
class CloseIncident implements UserTaskWork {

    /** What the person who closes confirms, with what to do while it is not so. */
    private static final Map<String, String> CONFIRMED = confirmed();

    /** Only with these may the parents' question be left out; under section 20 it is always asked (practice, section 7). */
    private static final Set<LegalStatus> PARENTS_MAY_BE_LEFT_OUT =
            Set.of(LegalStatus.CARE_ORDER, LegalStatus.INTERIM_CARE_ORDER, LegalStatus.PLACEMENT_ORDER);

    /** Who has the phone, as answered when the evidence was kept, when the child no longer has it. */
    static final Set<String> PHONE_TAKEN = Set.of("childGave", "carerTook");

    private final Endings endings;
    private final Incidents incidents;
    private final Agency agency;
    private final CaseWords words;
    private final Doers doers;
    private final NothingLeftToDo nothingLeft;
    private final AuthorityTold authority;
    private final AskedOutside outside;
    private final ObjectProvider<PhoneBack> phoneBack;

    CloseIncident(
            Endings endings,
            Incidents incidents,
            Agency agency,
            CaseWords words,
            Doers doers,
            NothingLeftToDo nothingLeft,
            AuthorityTold authority,
            AskedOutside outside,
            ObjectProvider<PhoneBack> phoneBack) {
        this.endings = endings;
        this.incidents = incidents;
        this.agency = agency;
        this.words = words;
        this.doers = doers;
        this.nothingLeft = nothingLeft;
        this.authority = authority;
        this.outside = outside;
        this.phoneBack = phoneBack;
    }

    @Override
    public String taskKey() {
        return ToDos.CLOSE_INCIDENT;
    }

    @Override
    public String recordedAs() {
        return "Closed";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = words.forWorkers(task.reference());
        List<String> open = endings.stillOpen(task.reference());
        shown.put("abuseReportMissing", incidents.abuseReportMissing(task.reference()));
        shown.put("authorityOnRecord", authority.onRecord(task.reference()));
        shown.put("escalated", incidents.get(task.reference()).escalated());
        shown.put("nobodyReads", !doers.homeMayKnow(task.reference()));
        shown.put("nothingOpen", open.isEmpty());
        shown.put("goesOn", open.isEmpty() ? nothingLeft.goesOn(task.reference()) : "");
        shown.put("stillOpen", String.join(" ", open));
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        String reference = task.reference();
        Map<String, String> refused = new LinkedHashMap<>();
        CONFIRMED.forEach((must, todo) -> {
            if (answers.one(must).filter("no"::equals).isPresent()) {
                refused.put(must, todo);
            }
        });
        if (notNeeded(answers, "phoneBack") && noted(reference, Noted.PHONE, PHONE_TAKEN)) {
            refused.put("phoneBack", "The record says that the phone was given or taken. Where is it now?");
        }
        phone(reference)
                .filter(known -> notNeeded(answers, "phoneBack") || !known.limitRuns())
                .ifPresent(known -> refused.put("phoneBack", known.words()));
        if (notNeeded(answers, "referralsAnswered")
                && (noted(reference, Noted.REFERRALS, Set.of("asked")) || outside.anybody(reference))) {
            refused.put("referralsAnswered", "Somebody outside was asked, as the record says. Did they answer?");
        }
        if (notNeeded(answers, "parents") && parentsAlwaysAsked(reference)) {
            refused.put(
                    "parents",
                    "Under section 20 the authority is always asked. Please ask, and write what they answered.");
        }
        if (!refused.isEmpty()) {
            throw new FormRefused(refused);
        }
        answers.one("abuseReported").ifPresent(made -> incidents.note(reference, Noted.ABUSE_REPORT, made, task.by()));
        endings.close(reference, task.by());
        return Map.of();
    }

    private Optional<PhoneBack.Known> phone(String reference) {
        return phoneBack.stream()
                .flatMap(room -> room.known(reference).stream())
                .findFirst();
    }

    private static boolean notNeeded(Answers answers, String key) {
        return answers.one(key).filter("notNeeded"::equals).isPresent();
    }

    private boolean noted(String reference, String what, Set<String> values) {
        return incidents.noted(reference, what).filter(values::contains).isPresent();
    }

    private boolean parentsAlwaysAsked(String reference) {
        return incidents
                .get(reference)
                .childId()
                .flatMap(agency::child)
                .map(child -> !PARENTS_MAY_BE_LEFT_OUT.contains(child.legalStatus()))
                .orElse(true);
    }

    private static Map<String, String> confirmed() {
        Map<String, String> confirmed = new LinkedHashMap<>();
        confirmed.put("authorityTold", "Please tell the child's authority first.");
        confirmed.put(
                "childTold", "Please tell the child, ask what they want, and offer an advocate and how to complain.");
        confirmed.put("carerTold", "Please tell the carer what was decided.");
        confirmed.put("phoneBack", "Please give the phone back, or agree a limit with an end.");
        confirmed.put("referralsAnswered", "Please ask for the answers that are missing.");
        confirmed.put("otherChildren", "Please check the other children of the home.");
        confirmed.put("plansDecided", "Please decide on the plan and the Safer Care Plan.");
        confirmed.put(
                "parents", "Please ask the authority whether a parent needs to know, and write what they answered.");
        return confirmed;
    }
}
