package org.safecontact.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safecontact.access.NotYours;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.Person;
import org.safecontact.plan.request.AfterAsking;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The last screen of whoever told of an agreed contact, or asked for one (practice, section 5). */
@Service
@Transactional(readOnly = true)
public class AfterTelling {

    private final ContactRepository repository;
    private final Contacts contacts;
    private final RecentTimes times;
    private final AfterAsking asked;
    private final Agency agency;

    AfterTelling(ContactRepository repository, Contacts contacts, RecentTimes times, AfterAsking asked, Agency agency) {
        this.asked = asked;
        this.repository = repository;
        this.contacts = contacts;
        this.times = times;
        this.agency = agency;
    }

    /**
     * @param report the report that came of it, whose own thanks follow; empty where none did
     * @param lines what to know, one sentence or two each
     */
    public record Words(String report, List<String> lines) {}

    /** @throws NotYours for everybody but who told it, or asked for it */
    public Words words(String reference, String personId) {
        Optional<Contact> told = repository.find(reference);
        if (told.isEmpty()) {
            return new Words("", asked.lines(reference, personId));
        }
        Contact contact = told.filter(known -> known.begunBy().equals(personId)).orElseThrow(NotYours::new);
        if (contact.report().isPresent()) {
            return new Words(contact.report().get(), List.of());
        }
        return new Words(
                "",
                contact.kept()
                        .map(kept -> lines(contact, kept))
                        .orElse(List.of("Nothing was recorded. Thank you for looking.")));
    }

    private List<String> lines(Contact contact, Contact.Kept kept) {
        List<String> lines = new ArrayList<>();
        lines.add("The contact is on record, with what is agreed. Nobody has to do anything more.");
        if (kept.after() == Presentation.MARKED) {
            String worker = agency.child(contact.childId())
                    .map(Child::householdId)
                    .filter(home -> contacts.mayTell(contact.begunBy(), contact.childId()))
                    .flatMap(agency::supervisingSocialWorkerOf)
                    .map(Person::name)
                    .orElse("The child's supervising social worker");
            lines.set(0, "The contact is on record. " + worker + " reads this and rings you.");
            lines.add("Stay with them and keep to the usual evening. We ask you in the next days how they are.");
            lines.add("If you want to talk now, please ring.");
        }
        Optional<Which> which = times.at(contact.childId(), kept.entry(), kept.happenedAt());
        which.map(known -> contacts.same(contact, known)).orElse(List.of()).stream()
                .filter(other -> !other.begunBy().equals(contact.begunBy()))
                .findFirst()
                .ifPresent(other -> lines.add(agency.nameOf(other.begunBy())
                        + " told us of the same contact. Both stay: two pairs of eyes help."));
        return lines;
    }
}
