package org.safecontact.contact;

import java.util.LinkedHashMap;
import java.util.Map;
import org.safecontact.engine.FormRefused;
import org.safecontact.incident.RiskQuestions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what is told of an agreed contact, and says what follows (docs/adr/0082-agreed-contact.md). */
@Service
@Transactional
public class ContactTold {

    private final Contacts contacts;
    private final ContactReports reports;
    private final RecentTimes times;

    ContactTold(Contacts contacts, ContactReports reports, RecentTimes times) {
        this.contacts = contacts;
        this.reports = reports;
        this.times = times;
    }

    /**
     * @throws FormRefused when it is not as agreed, and the questions of a report have not been asked: nothing is kept then, and nothing typed
     *     is lost
     */
    public WhatBecame tell(String reference, Which which, Told told) {
        Contact contact = contacts.contact(reference);
        Compared compared = contacts.compare(contact.childId(), which, told);
        boolean fine = Contacts.isFine(compared, told);
        if (!fine && !told.askedMore()) {
            throw new FormRefused("went", notAsAgreed(contact, which, compared));
        }
        contacts.keep(reference, which, told, compared);
        if (!fine || contact.report().isPresent()) {
            reports.told(reference, which, told, compared);
            contacts.putAway(reference);
            return WhatBecame.REPORT;
        }
        contacts.share(reference);
        return told.upset() ? WhatBecame.UPSET : WhatBecame.AS_AGREED;
    }

    /** There was nothing to tell after all. Danger that was tapped stays a report. */
    public WhatBecame nothing(String reference) {
        contacts.putAway(reference);
        return WhatBecame.NOTHING;
    }

    /** Whoever told it says something else in another window: what is worse than before becomes a report, or adds to it. */
    public void again(String reference, Told told) {
        Contact contact = contacts.contact(reference);
        if (contact.kept().isEmpty()) {
            if (told.worries() || told.upset() || told.went() == Went.DIFFERENT || told.muchLonger()) {
                Map<String, Object> answers = new LinkedHashMap<>(told.answers());
                answers.put(RiskQuestions.DISTRESS, told.after().id());
                reports.seen(reference, told.by(), answers);
            }
            return;
        }
        Contact.Kept kept = contact.kept().get();
        Which which =
                times.at(contact.childId(), kept.entry(), kept.happenedAt()).orElseThrow();
        Compared compared = contacts.compare(contact.childId(), which, told);
        boolean worse = !Contacts.isFine(compared, told) || told.upset() && kept.after() != Presentation.MARKED;
        if (worse || contact.report().isPresent()) {
            reports.told(reference, which, told, compared);
            reports.goesOn(reference);
        }
    }

    private String notAsAgreed(Contact contact, Which which, Compared compared) {
        return "This is not what is agreed: "
                + contacts.agreed(contact.childId(), which)
                + (compared.differs().isEmpty() ? "" : " (" + String.join("; ", compared.differs()) + ")")
                + ". Please look at it again. If it was like this, choose Something was different, and answer what is asked then.";
    }
}
