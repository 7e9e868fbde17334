package org.safecontact.incident.process;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safecontact.engine.Answers;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.MustBeNotified;
import org.safecontact.incident.MustBeNotified.Event;
import org.springframework.stereotype.Component;

/** What an assessment says that happened, of which somebody must be notified: the same while it is filled in and when it is stored. */
@Component
class NoticesOwed {

    private static final String CONCERN = "exploitation";

    private final Incidents incidents;
    private final MustBeNotified notified;

    NoticesOwed(Incidents incidents, MustBeNotified notified) {
        this.incidents = incidents;
        this.notified = notified;
    }

    /** For the form: what each answer would lead to; the form shows those of what is ticked. */
    Map<String, Object> shown(String reference) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("exploitationReported", reported(reference));
        shown.put("noticeEach", notified.inWords(reference, Event.CONCERN));
        shown.put("noticeExploitation", notified.inWords(reference, Event.EXPLOITATION));
        shown.put("noticeOffence", notified.inWords(reference, Event.OFFENCE));
        shown.put("noticePoliceAtHome", notified.inWords(reference, Event.POLICE_AT_HOME));
        shown.put("noticeMissing", notified.inWords(reference, Event.MISSING));
        return shown;
    }

    void owed(String reference, Answers answers) {
        notified.decided(reference, happened(reference, answers));
    }

    /** Not sure counts as yes. A worry about the child's safety is every escalation, and told as one where nothing else is to be told. */
    private Set<Event> happened(String reference, Answers answers) {
        Set<Event> happened = EnumSet.noneOf(Event.class);
        List<String> flags = answers.many("flags");
        List<String> crime = answers.many("seriousCrime");
        if (flags.contains("sexualExploitation")
                || flags.contains("unsure")
                || flags.isEmpty() && reported(reference)) {
            happened.add(Event.EXPLOITATION);
        }
        if (crime.contains("offenceAlleged") || crime.contains("unsure")) {
            happened.add(Event.OFFENCE);
        }
        if (crime.contains("policeAtHome") || crime.contains("unsure")) {
            happened.add(Event.POLICE_AT_HOME);
        }
        if (flags.contains("missing")) {
            happened.add(Event.MISSING);
        }
        happened.add(Event.CONCERN);
        return happened;
    }

    private boolean reported(String reference) {
        return incidents.concerns(reference).contains(CONCERN);
    }
}
