package org.safecontact.incident.process;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.safecontact.engine.Answers;
import org.safecontact.engine.FormRefused;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.MustBeNotified;
import org.safecontact.incident.MustBeNotified.Event;
import org.springframework.stereotype.Component;

/** What an assessment says that happened, of which somebody must be notified: the same while it is filled in and when it is stored. */
@Component
class NoticesOwed {

    private static final String CONCERN = "exploitation";

    /** As the form calls what it may show of each. */
    private static final Map<Event, String> IN_FORM = Map.of(
            Event.EXPLOITATION, "Exploitation",
            Event.OFFENCE, "Offence",
            Event.POLICE_AT_HOME, "PoliceAtHome",
            Event.MISSING, "Missing");

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
        shown.put("noticeEach", notified.inWords(reference, Event.CONCERN, true));
        IN_FORM.forEach((event, name) -> {
            shown.put("notice" + name, notified.inWords(reference, event, true));
            shown.put("unsure" + name, notified.inWords(reference, event, false));
        });
        return shown;
    }

    /**
     * What happened is notified to everybody whom the law names; what is only not ruled out, a registered manager decides on.
     *
     * @throws FormRefused at {@code notify} when one of them is left out there
     */
    void require(String reference, Answers answers) {
        List<String> notify = answers.many("notify");
        TreeSet<String> missing = new TreeSet<>();
        happened(reference, answers).forEach((event, sure) -> {
            if (sure) {
                notified.byLaw(event).forEach((recipient, words) -> {
                    if (!notify.contains(recipient)) {
                        missing.add(words);
                    }
                });
            }
        });
        if (!missing.isEmpty()) {
            throw new FormRefused(
                    "notify",
                    "By law these are notified too, by a registered manager: " + String.join(", ", missing)
                            + ". Please tick them, or change the answer above that names them.");
        }
    }

    void owed(String reference, Answers answers) {
        notified.decided(reference, happened(reference, answers));
    }

    /**
     * Whether it is so, or only not ruled out, which counts as well. What an older form did not ask is not ruled out. A worry about the child's
     * safety is every escalation, and told as one where nothing else is to be told.
     */
    private Map<Event, Boolean> happened(String reference, Answers answers) {
        Map<Event, Boolean> happened = new EnumMap<>(Event.class);
        List<String> flags = answers.many("flags");
        boolean unsure = flags.contains("unsure");
        // Exploitation that was reported is suspected, until somebody says that it is none, or another.
        boolean suspected = reported(reference) && !flags.contains("none") && !flags.contains("criminalExploitation");
        said(happened, Event.EXPLOITATION, flags.contains("sexualExploitation") || suspected, unsure);
        String crime = answers.one("crime").orElse("unsure");
        String offence = answers.one("seriousOffence").orElse(crime.equals("no") ? "no" : "unsure");
        said(happened, Event.OFFENCE, offence.equals("yes"), offence.equals("unsure"));
        String police = answers.one("policeAtHome").orElse("unsure");
        said(happened, Event.POLICE_AT_HOME, police.equals("yes"), police.equals("unsure"));
        said(happened, Event.MISSING, flags.contains("missing"), unsure);
        happened.put(Event.CONCERN, true);
        return happened;
    }

    private static void said(Map<Event, Boolean> happened, Event event, boolean so, boolean unsure) {
        if (so || unsure) {
            happened.put(event, so);
        }
    }

    private boolean reported(String reference) {
        return incidents.concerns(reference).contains(CONCERN);
    }
}
