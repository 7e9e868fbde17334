package org.safecontact.incident.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safecontact.incident.RiskQuestions;
import org.safecontact.incident.WhoseWords;
import org.safecontact.incident.store.ReportedRepository;
import org.safecontact.incident.store.ReportedRepository.Reported;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Many reports side by side, with few statements; as in a record, a carer reads of them what the own home told. */
@NamedInterface("report")
@Service
@Transactional(readOnly = true)
public class ReportedContacts {

    private static final Set<String> ASKED = Set.of(
            RiskQuestions.CONTACT_KIND,
            RiskQuestions.CHANNEL,
            RiskQuestions.PERSON,
            RiskQuestions.DISTRESS,
            RiskQuestions.PLAN_CHECK);

    private final ReportedRepository repository;
    private final WhoseWords words;

    ReportedContacts(ReportedRepository repository, WhoseWords words) {
        this.repository = repository;
        this.words = words;
    }

    /**
     * A contact that was reported.
     *
     * @param at when it took place, or else became known
     * @param answers single words by the names of {@link RiskQuestions}: what it was, how, with whom, how the child was, and what is agreed says
     */
    @NamedInterface("report")
    public record Contact(String reference, Instant at, Map<String, String> answers) {}

    /** @param readable references of reports that this person may read */
    public List<Contact> since(Set<String> readable, String personId, Instant from, int most) {
        List<Reported> reported = repository.since(readable, from, most);
        boolean ownHomeOnly = words.ownHomeOnly(personId);
        Set<String> home = words.homeOf(personId);
        List<Reported> theirs = reported.stream()
                .filter(one -> !ownHomeOnly || home.contains(one.reporterId()))
                .toList();
        List<String> references = theirs.stream().map(Reported::reference).toList();
        Map<String, Map<String, String>> answers =
                ownHomeOnly ? repository.answersOf(home, references, ASKED) : repository.answers(references, ASKED);
        return theirs.stream()
                .map(one -> new Contact(one.reference(), one.at(), answers.getOrDefault(one.reference(), Map.of())))
                .toList();
    }
}
