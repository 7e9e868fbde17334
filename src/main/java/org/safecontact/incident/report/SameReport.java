package org.safecontact.incident.report;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.RiskQuestions;
import org.safecontact.incident.level.NewDanger;
import org.safecontact.incident.level.Raising;
import org.safecontact.incident.named.NamedPeople;
import org.safecontact.incident.store.AnswerRepository;
import org.safecontact.incident.store.IncidentRecord;
import org.safecontact.incident.store.Turns;
import org.safecontact.record.EntryKind;
import org.safecontact.record.Statement;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes known in one report and counts in the others that came of it, one for each child of the home that the contact touches. By
 * reference only: no word about one child gets into the record of another (practice, section 1; house default).
 */
@Service
@Transactional
public class SameReport {

    private final Incidents incidents;
    private final AnswerRepository given;
    private final Turns turns;
    private final FurtherAnswers further;
    private final Raising raising;
    private final NamedPeople named;
    private final IncidentRecord record;
    private final Clock clock;

    SameReport(
            Incidents incidents,
            AnswerRepository given,
            Turns turns,
            FurtherAnswers further,
            Raising raising,
            NamedPeople named,
            IncidentRecord record,
            Clock clock) {
        this.incidents = incidents;
        this.given = given;
        this.turns = turns;
        this.further = further;
        this.raising = raising;
        this.named = named;
        this.record = record;
        this.clock = clock;
    }

    /**
     * Somebody near the child is, or may be, part of the worry: they are near each child that the same contact touches, and see none of its
     * reports, also of those that are over.
     *
     * @return the others in which that is new: they are decided again
     */
    public List<String> somebodyIsNamed(String reference) {
        List<Incident> open = open(reference);
        List<String> news = open.stream()
                .filter(other -> keepAwayToo(reference, other))
                .map(Incident::reference)
                .toList();
        incidents.ofSameReport(reference).stream()
                .filter(other -> open.stream().map(Incident::reference).noneMatch(other::equals))
                .forEach(over -> named.keepsAwayToo(reference, over));
        return news;
    }

    /**
     * Pictures that may be sexual are part of the worry: of the same contact, so of each child's report.
     *
     * @param by who said so
     * @return the others in which that is new: they are decided again
     */
    public List<String> picturesAreNamed(String reference, String by) {
        List<String> news = new ArrayList<>();
        for (Incident other : open(reference)) {
            if (!incidents.concerns(other.reference()).contains(RiskQuestions.IMAGES)) {
                keepAwayToo(reference, other);
                record.write(
                        other.reference(),
                        EntryKind.FACT,
                        "Pictures were named in the report that belongs to this one",
                        List.of(new Statement("That report", reference)),
                        IncidentRecord.SYSTEM);
                further.picturesToo(other.reference(), by);
                news.add(other.reference());
            }
        }
        return news;
    }

    /**
     * Somebody is in danger now: where one child of the home is, the others may be, also those of the report that this one goes on from.
     *
     * @param by who said so
     * @return the others, raised by the same person: people are told
     */
    public List<String> dangerNow(String reference, String by) {
        List<String> raised = new ArrayList<>();
        open(reference).forEach(other -> raised.add(raised(other, reference, "which came of the same report", by)));
        incidents
                .goesOnFrom(reference)
                .forEach(before -> open(before)
                        .forEach(other -> raised.add(
                                raised(other, reference, "which goes on from the report that this one came of", by))));
        return raised;
    }

    private String raised(Incident other, String danger, String related, String by) {
        keepAwayToo(danger, other);
        raising.raiseToo(other.reference(), by, "Somebody is in danger now in " + danger + ", " + related + ".");
        return other.reference();
    }

    /** The others that are decided and not over, as they stand when it is their turn. */
    private List<Incident> open(String reference) {
        return incidents.ofSameReport(reference).stream()
                .map(turns::at)
                .filter(other -> other.level().isPresent() && !other.state().isOver())
                .toList();
    }

    /**
     * Whoever is to hear nothing of the one report would hear of it in the other: they are kept away from that too, as if they had been named
     * in it. Where it is not settled who it is, it is not settled there either, and the registered manager is asked.
     *
     * @return whether somebody is named there who was not
     */
    private boolean keepAwayToo(String reference, Incident other) {
        boolean news = namedToo(
                other,
                given.answers(reference).get(RiskQuestions.NAMED_PERSON),
                NamedPeople.named(given.answers(reference)));
        boolean walled = named.keepsAwayToo(reference, other.reference())
                && namedToo(other, "unsure", Set.of(NamedPeople.SOMEBODY_ELSE));
        return news || walled;
    }

    private boolean namedToo(Incident other, Object kind, Set<String> who) {
        if (kind == null || kind.equals("none")) {
            return false;
        }
        Map<String, Object> known = given.answers(other.reference());
        Object worse = NewDanger.worse(RiskQuestions.NAMED_PERSON, known.get(RiskQuestions.NAMED_PERSON), kind);
        Set<String> persons = new LinkedHashSet<>(NamedPeople.named(known));
        boolean news = persons.addAll(who) | !worse.equals(known.get(RiskQuestions.NAMED_PERSON));
        if (news) {
            answer(other, RiskQuestions.NAMED_PERSON, worse);
            answer(other, RiskQuestions.NAMED_PERSONS, List.copyOf(persons));
            named.keepAway(other, given.answers(other.reference()), false);
        }
        return news;
    }

    private void answer(Incident other, String question, Object answer) {
        given.answer(other.reference(), question, answer, IncidentRecord.SYSTEM, clock.instant());
    }
}
