package org.safecontact.contact.process;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Authority;
import org.safecontact.agency.Child;
import org.safecontact.contact.Contact;
import org.safecontact.contact.ContactReports;
import org.safecontact.contact.Contacts;
import org.safecontact.engine.AsTyped;
import org.safecontact.engine.Authors;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.record.CaseRecord;
import org.springframework.stereotype.Component;

/** An agreed contact left the child very upset: the supervising social worker rings the home and tells the child's social worker (NMS 9.5). */
@Component
class HearOfContact implements UserTaskWork {

    private final Contacts contacts;
    private final CaseRecord record;
    private final Authors authors;
    private final Agency agency;

    HearOfContact(Contacts contacts, CaseRecord record, Authors authors, Agency agency) {
        this.contacts = contacts;
        this.record = record;
        this.authors = authors;
        this.agency = agency;
    }

    @Override
    public String taskKey() {
        return ToDos.HEAR_OF_CONTACT;
    }

    @Override
    public String recordedAs() {
        return "An agreed contact that upset the child";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Contact contact = contacts.contact(task.reference());
        Child child = agency.child(contact.childId()).orElseThrow();
        Map<String, Object> shown = new HashMap<>();
        shown.put("child", child.label());
        shown.put("childId", child.id());
        shown.put("told", told(task));
        shown.put("who", agency.nameOf(contact.begunBy()));
        shown.put(
                "telephone",
                agency.person(contact.begunBy())
                        .map(person -> person.telephone())
                        .orElse(""));
        shown.put("worker", agency.nameOf(child.childsSocialWorkerId()));
        shown.put(
                "workerTelephone",
                agency.authorityOf(child.id()).map(Authority::telephone).orElse(""));
        return shown;
    }

    /** What the carer wrote; that it was read stands in the record. */
    private String told(OpenTask task) {
        task.person().ifPresent(person -> record.read(task.reference(), authors.of(person)));
        return record.entries(task.reference()).stream()
                .filter(entry -> entry.title().equals(ContactReports.ANSWERS)
                        || entry.title().equals(Contacts.KEPT))
                .flatMap(entry -> entry.statements().stream())
                .map(said -> "**" + said.question() + "** " + AsTyped.inText(said.answer()))
                .collect(Collectors.joining("\n\n"));
    }
}
