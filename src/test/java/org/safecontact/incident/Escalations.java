package org.safecontact.incident;

import java.util.Map;

/** What people do in an escalation, step by step. */
final class Escalations {

    private Escalations() {}

    /** Everything that has to be done, from the answer to the close, in office hours. */
    static void toTheEnd(LivedCase live, String reference, String reporter) {
        live.answered(reference, "duty1");
        live.tasks(reference, "callPolice")
                .forEach(task -> live.send(task.getAssignee(), task, Map.of("police", "rang999")));
        live.send(reporter, reference, "preserveEvidence", Reviews.evidence());
        live.send(reporter, reference, "completeRecord", Map.of("whatHappened", "All of it, from the beginning."));
        live.send("duty1", reference, "assessEscalation", Reviews.assessment());
        live.outsideAnswered(reference, "duty1");
        live.send("manager1", reference, "secondSignature", Reviews.signed());
        live.jobs(reference);
        live.send("manager1", reference, "closeIncident", Reviews.closeAndSayWhenTold());
        live.jobs(reference);
    }
}
