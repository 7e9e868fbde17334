package org.safecontact.contact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecontact.access.CaseFile;
import org.safecontact.access.CaseFiles;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.RiskQuestions;
import org.safecontact.record.CaseRecord;
import org.safecontact.wellbeing.Occasion;
import org.safecontact.wellbeing.Occasions;
import org.springframework.stereotype.Component;

/**
 * Agreed contacts after which a child is followed: as agreed, nothing that worried anybody, and the child very upset. LOW, as the least
 * serious report; the table asks for more because of how the child is (house default).
 */
@Component
class ContactsToFollow implements Occasions {

    private final ContactRepository repository;
    private final ContactReports reports;
    private final CaseFiles files;
    private final CaseRecord record;

    ContactsToFollow(ContactRepository repository, ContactReports reports, CaseFiles files, CaseRecord record) {
        this.repository = repository;
        this.reports = reports;
        this.files = files;
        this.record = record;
    }

    @Override
    public Optional<Occasion> find(String reference) {
        return repository.find(reference).flatMap(contact -> contact.kept().map(kept -> occasion(contact, kept)));
    }

    @Override
    public void takeTurn(String reference) {
        record.takeTurn(reference);
    }

    /** What was asked when it was told, and was no worry then, stands; nobody is named. */
    @Override
    public String decideAgain(String reference, String by, Map<String, Object> worse, String howTheChildIs) {
        Map<String, Object> answers = new LinkedHashMap<>();
        find(reference).ifPresent(occasion -> answers.putAll(occasion.answers()));
        answers.putAll(worse);
        return reports.seen(reference, by, answers);
    }

    private Occasion occasion(Contact contact, Contact.Kept kept) {
        Map<String, Object> answers = new LinkedHashMap<>();
        RiskQuestions.DANGER.forEach(question -> answers.put(question, "no"));
        answers.put(RiskQuestions.CONCERNS, List.of());
        answers.put(RiskQuestions.NAMED_PERSON, "none");
        answers.put(RiskQuestions.PERSON, kept.personId());
        answers.put(RiskQuestions.CHANNEL, kept.channel().id());
        answers.put(RiskQuestions.PLAN_CHECK, kept.planCheck().id());
        answers.put(RiskQuestions.DISTRESS, kept.after().id());
        return new Occasion(
                contact.reference(),
                Optional.of(contact.childId()),
                files.find(contact.reference()).flatMap(CaseFile::householdId),
                contact.begunBy(),
                Optional.of(RiskLevel.LOW.name()),
                kept.toldAt(),
                kept.toldAt(),
                answers,
                false,
                true);
    }
}
