package org.safecontact.plan.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecontact.access.SecondPerson;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Authority;
import org.safecontact.agency.Child;
import org.safecontact.agency.London;
import org.safecontact.engine.Answers;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.plan.Confirmation;
import org.safecontact.plan.ConfirmedHow;
import org.safecontact.plan.Supervision;
import org.safecontact.plan.request.ContactDecisions;
import org.safecontact.plan.request.ContactDecisions.Agreed;
import org.safecontact.plan.request.ContactDecisions.Decided;
import org.safecontact.plan.request.ContactRequest;
import org.safecontact.plan.request.ContactRequests;
import org.safecontact.plan.request.Terms;
import org.safecontact.plan.request.WhoDecides;
import org.springframework.stereotype.Component;

/**
 * The authority's decision about a contact: written here by the child's social worker, or by whoever supervises the home, with who said it,
 * when and how. Never by whoever asked (policy, section 2; DMN-10).
 */
@Component
class DecideContact implements UserTaskWork, SecondPerson {

    private final ContactRequests requests;
    private final ContactDecisions decisions;
    private final RequestWords words;
    private final Agency agency;
    private final Clock clock;

    DecideContact(
            ContactRequests requests, ContactDecisions decisions, RequestWords words, Agency agency, Clock clock) {
        this.requests = requests;
        this.decisions = decisions;
        this.words = words;
        this.agency = agency;
        this.clock = clock;
    }

    @Override
    public String taskKey() {
        return ToDos.DECIDE_CONTACT;
    }

    @Override
    public String recordedAs() {
        return "Decision about contact";
    }

    @Override
    public Optional<String> first(String reference, Map<String, Object> variables) {
        return Optional.of(requests.get(reference).asker());
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        ContactRequest request = requests.get(task.reference());
        List<Map<String, String>> agreed = words.agreements(request);
        Map<String, Object> shown = new HashMap<>(words.forWorkers(request));
        shown.put("who", words.who(task));
        shown.put("parents", authoriser(task).equals(WhoDecides.PARENTS));
        shown.put("own", isOwnDecision(task, request));
        shown.put("newPerson", requests.person(request).isEmpty());
        shown.put("askedOnce", request.wanted().terms().once().isPresent());
        shown.put("times", TermsForm.TIMES);
        shown.put("agreements", agreed);
        shown.put("anyAgreement", !agreed.isEmpty());
        request.because()
                .renews()
                .map(String::valueOf)
                .filter(old -> agreed.stream().anyMatch(option -> old.equals(option.get("value"))))
                .ifPresent(old -> shown.put("replaces", old));
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        String reference = task.reference();
        String decided = answers.one("decided").orElseThrow();
        ContactRequest request = requests.get(reference);
        switch (decided) {
            case "agreed" -> agree(task, request, request.wanted().terms(), answers);
            case "different" -> agree(task, request, TermsForm.read(answers), answers);
            case "notAgreed" -> decisions.notAgreed(reference, decided(task, request, answers));
            case "refused" ->
                decisions.refuse(
                        reference, answers.date("refusedUntil").orElseThrow(), decided(task, request, answers));
            default -> decisions.requireSomebodyElse(reference, task.person().orElseThrow());
        }
        return Map.of(ContactAuthorisation.ORDER_FOUND, decided.equals("order"));
    }

    private void agree(OpenTask task, ContactRequest request, Terms terms, Answers answers) {
        Optional<LocalDate> once = terms.once();
        decisions.agree(
                task.reference(),
                authoriser(task),
                new Agreed(
                        terms,
                        answers.one("contactBarred").filter("no"::equals).isPresent(),
                        EntryForm.choice(answers, "supervision", Supervision.class),
                        answers.one("conditions").orElse(""),
                        once.or(() -> answers.date("beginsOn")).orElseThrow(),
                        once.or(() -> answers.date("until")).orElseThrow(),
                        answers.one("replaces").map(Integer::valueOf)),
                decided(task, request, answers));
    }

    private Decided decided(OpenTask task, ContactRequest request, Answers answers) {
        String by = task.person().orElseThrow();
        boolean parentsAgreed =
                answers.one("parentsAgreed").filter("yes"::equals).isPresent();
        Confirmation confirmed = isOwnDecision(task, request)
                ? new Confirmation(ownName(by, request), today(), ConfirmedHow.OWN_LOGIN)
                : new Confirmation(
                        answers.one("confirmedBy").orElseThrow(),
                        answers.instant("confirmedAt")
                                .orElseThrow()
                                .atZone(London.ZONE)
                                .toLocalDate(),
                        EntryForm.choice(answers, "confirmedHow", ConfirmedHow.class));
        return new Decided(
                by, confirmed, parentsAgreed, answers.one("forTheHome").orElseThrow());
    }

    private String ownName(String by, ContactRequest request) {
        return agency.nameOf(by)
                + agency.authorityOf(request.childId())
                        .map(Authority::name)
                        .map(name -> ", " + name)
                        .orElse("");
    }

    private boolean isOwnDecision(OpenTask task, ContactRequest request) {
        return task.person()
                .filter(person -> agency.childrenOfChildsSocialWorker(person).stream()
                        .map(Child::id)
                        .anyMatch(request.childId()::equals))
                .isPresent();
    }

    private static String authoriser(OpenTask task) {
        return (String) task.variables().get(ContactAuthorisation.AUTHORISER);
    }

    private LocalDate today() {
        return clock.instant().atZone(London.ZONE).toLocalDate();
    }
}
