package org.safecontact.contact.process;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.safecontact.access.ToDos;
import org.safecontact.contact.Choices;
import org.safecontact.contact.Contact;
import org.safecontact.contact.ContactReports;
import org.safecontact.contact.ContactTold;
import org.safecontact.contact.Contacts;
import org.safecontact.contact.WhatBecame;
import org.safecontact.engine.Answers;
import org.safecontact.engine.ClosedTask;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.springframework.stereotype.Component;

/** A carer tells of an agreed contact, in under a minute where it was as agreed. */
@Component
class RecordContact implements UserTaskWork {

    private final Contacts contacts;
    private final Choices choices;
    private final ContactForm form;
    private final ContactTold telling;

    RecordContact(Contacts contacts, Choices choices, ContactForm form, ContactTold telling) {
        this.contacts = contacts;
        this.choices = choices;
        this.form = form;
        this.telling = telling;
    }

    @Override
    public String taskKey() {
        return ToDos.RECORD_CONTACT;
    }

    @Override
    public String recordedAs() {
        return ContactReports.ANSWERS;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        return offers(task.reference());
    }

    @Override
    public Map<String, Object> offersTo(ClosedTask task) {
        return offers(task.reference());
    }

    private Map<String, Object> offers(String reference) {
        Contact contact = contacts.contact(reference);
        Choices.Offer offer = choices.offer(contact, contact.begunBy());
        Map<String, String> recent = new LinkedHashMap<>(offer.recent());
        Map<String, Object> shown = new HashMap<>();
        shown.put("child", offer.child());
        shown.put("childId", contact.childId());
        shown.put("agreed", offer.agreed());
        shown.put("nothingAgreed", offer.agreements().isEmpty());
        if (!offer.agreements().isEmpty()) {
            recent.put(ContactForm.ANOTHER_TIME, "Another day or time");
        }
        recent.put(ContactForm.NOTHING, "None, I opened this by mistake");
        shown.put("contacts", options(recent));
        shown.put("agreements", options(offer.agreements()));
        shown.put("photos", offer.photos());
        shown.put("open", offer.open());
        shown.put("people", options(offer.people()));
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        Contact contact = contacts.contact(task.reference());
        if (contact.kept().isPresent()) {
            // In the same moment: the engine then looks whether it was the same, and keeps what was different.
            throw new OptimisticLockingException("This contact was sent before");
        }
        WhatBecame outcome =
                answers.one("contact").filter(ContactForm.NOTHING::equals).isPresent()
                        ? telling.nothing(task.reference())
                        : telling.tell(
                                task.reference(),
                                form.which(contact.childId(), answers),
                                form.told(task.person().orElseThrow(), answers));
        return Map.of(PlannedContact.OUTCOME, outcome.name());
    }

    /** What the other version says for the worse counts: nobody may think that it was heard. */
    @Override
    public void saidToo(ClosedTask task, Answers answers) {
        telling.again(task.reference(), form.told(task.person(), answers));
    }

    private static List<Map<String, String>> options(Map<String, String> labels) {
        return labels.entrySet().stream()
                .map(option -> Map.of("value", option.getKey(), "label", option.getValue()))
                .toList();
    }
}
