package org.safecontact.incident.process;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Child;
import org.safecontact.engine.Answers;
import org.safecontact.engine.ClosedTask;
import org.safecontact.engine.FormOptions;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.incident.NotAllowed;
import org.safecontact.incident.RiskQuestions;
import org.safecontact.incident.report.AgreedPeople;
import org.safecontact.incident.report.FurtherAnswers;
import org.safecontact.incident.report.Offered;
import org.safecontact.incident.report.Report;
import org.safecontact.incident.report.Reporting;
import org.safecontact.incident.report.RiskAnswers;
import org.safecontact.incident.report.SentBefore;
import org.safecontact.incident.report.WhichChild;
import org.springframework.stereotype.Component;

/** The report itself: offers the children of whoever reports, and stores what was answered. */
@Component
class ReportContact implements UserTaskWork {

    private static final String NOT_SURE = "unsure";

    private final Reporting reporting;
    private final WhichChild whichChild;
    private final Offered offered;
    private final AgreedPeople agreed;
    private final FurtherAnswers further;
    private final CaseMessages messages;

    ReportContact(
            Reporting reporting,
            WhichChild whichChild,
            Offered offered,
            AgreedPeople agreed,
            FurtherAnswers further,
            CaseMessages messages) {
        this.reporting = reporting;
        this.whichChild = whichChild;
        this.offered = offered;
        this.agreed = agreed;
        this.further = further;
        this.messages = messages;
    }

    @Override
    public String taskKey() {
        return ToDos.REPORT_CONTACT;
    }

    @Override
    public String recordedAs() {
        return Reporting.ANSWERS;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        return offers(task.reference(), task.person().or(task::assignee).orElse(""));
    }

    @Override
    public Map<String, Object> offersTo(ClosedTask task) {
        return offers(task.reference(), task.person());
    }

    private Map<String, Object> offers(String reference, String person) {
        List<Child> children = offered.childrenFor(person);
        boolean many = children.size() > Offered.FEW;
        Map<String, String> labels = new LinkedHashMap<>();
        // Of a child that lives elsewhere now nothing but its label: neither its home nor who is there.
        whichChild.mayReportAbout(reference, person).forEach(child -> labels.put(child.id(), child.label()));
        Map<String, Object> shown = new HashMap<>();
        boolean takesCalls = offered.mayTakeCalls(person);
        shown.put("mayTakeCalls", takesCalls);
        shown.put("callers", FormOptions.of(takesCalls ? offered.callers() : Map.of()));
        shown.put("manyChildren", many);
        shown.put("children", FormOptions.of(many ? Map.of() : labels));
        shown.put("allChildren", FormOptions.of(many ? labels : Map.of()));
        shown.put("moreChildren", !many && children.size() > 1);
        shown.put("otherChildrenOffered", FormOptions.of(many ? Map.of() : offered.withTheirHomes(children)));
        shown.put("people", FormOptions.of(offered.people(children, person)));
        AgreedPeople.Offer agreedPeople = agreed.offer(many ? List.of() : children, person);
        shown.put("hasAgreedPeople", !agreedPeople.options().isEmpty());
        shown.put("agreedPeople", agreedPeople.options());
        shown.put("agreedKnows", agreedPeople.known());
        shown.put("agreedSupervised", agreedPeople.supervised());
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        String by = task.person().orElseThrow(() -> new NotAllowed("Please log in again to report."));
        List<String> others;
        try {
            others = reporting.report(task.reference(), report(task.reference(), by, answers));
        } catch (SentBefore inTheSameMoment) {
            // The engine then looks whether it was the same, and keeps what was different.
            throw new OptimisticLockingException(inTheSameMoment.getMessage());
        }
        others.forEach(reference -> messages.alsoAbout(reference, by));
        return Map.of();
    }

    /** What the other version says for the worse counts: nobody may think that it was heard. */
    @Override
    public void saidToo(ClosedTask task, Answers answers) {
        if (further.saidToo(task.reference(), task.person(), withPerson(answers), answers.many("namedPersons"))) {
            messages.decidedAgain(task.reference());
        }
    }

    private Report report(String reference, String by, Answers answers) {
        String child = child(answers);
        Optional<String> caller = answers.one("caller").filter(rang -> !rang.equals(Offered.SOMEBODY_ELSE));
        caller.ifPresent(rang -> checkCaller(rang, by, child));
        return new Report(
                child,
                others(whichChild.mayReportAbout(reference, by), child, answers.many("otherChildren")),
                by,
                caller,
                answers.instant("calledAt"),
                answers.instant("knownAt"),
                answers.instant("happenedAt"),
                !answers.ticked("earlier"),
                withPerson(answers),
                answers.many("namedPersons"),
                answers.ticked("everything"));
    }

    private static String child(Answers answers) {
        return answers.one("child").or(() -> answers.one("childFromList")).orElseThrow();
    }

    private Map<String, Object> withPerson(Answers answers) {
        Map<String, Object> inputs = inputs(answers);
        answers.one(RiskQuestions.PERSON).flatMap(agreed::person).ifPresent(person -> {
            inputs.put(RiskQuestions.PERSON, person);
            if (agreed.asksWhoWasThere(
                    child(answers), person, answers.one(RiskQuestions.CHANNEL).orElse(""))) {
                inputs.put(RiskQuestions.THERE, answers.one(RiskQuestions.THERE).orElse(NOT_SURE));
            }
        });
        return inputs;
    }

    private void checkCaller(String caller, String by, String child) {
        boolean known = offered.childrenFor(by).stream()
                .filter(one -> one.id().equals(child))
                .anyMatch(one -> offered.mayHaveRungAbout(caller, one));
        if (!known) {
            throw new FormRefused(
                    "caller",
                    "This person does not look after this child. Please look again at who rang, or at the child.");
        }
    }

    /** Other children live in the same home; the chosen child ticked again is no other child. */
    private List<String> others(List<Child> children, String chosen, List<String> ticked) {
        String home = children.stream()
                .filter(child -> child.id().equals(chosen))
                .map(Child::householdId)
                .findFirst()
                .orElseThrow(() -> new FormRefused("child", "Please choose the child again."));
        for (Child child : children) {
            if (ticked.contains(child.id()) && !child.householdId().equals(home)) {
                throw new FormRefused(
                        "otherChildren", "This child lives in another home. Please start a report of its own.");
            }
        }
        return ticked.stream().filter(child -> !child.equals(chosen)).toList();
    }

    private static Map<String, Object> inputs(Answers answers) {
        Optional<String> pictures = answers.one("pictures");
        RiskAnswers risk = new RiskAnswers()
                .danger(answers.many("danger"))
                .concerns(answers.many(RiskQuestions.CONCERNS), pictures)
                .disclosed(answers.many(RiskQuestions.DISCLOSED));
        for (String question : List.of(
                RiskQuestions.IMAGES_AGGRAVATED,
                RiskQuestions.PERSON_RISK,
                RiskQuestions.CONTACT_KIND,
                RiskQuestions.CHILD_REPLIED,
                RiskQuestions.DISTRESS,
                RiskQuestions.NAMED_PERSON,
                RiskQuestions.CONTACT_BARRED)) {
            risk.choice(question, answers.one(question));
        }
        Map<String, Object> inputs = risk.inputs();
        answers.one(RiskQuestions.CHANNEL).ifPresent(channel -> inputs.put(RiskQuestions.CHANNEL, channel));
        return inputs;
    }
}
