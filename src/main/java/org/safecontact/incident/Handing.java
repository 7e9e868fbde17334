package org.safecontact.incident;

import java.util.List;
import org.safecontact.access.OpenAgain;
import org.safecontact.agency.Agency;
import org.safecontact.engine.FormRefused;
import org.safecontact.record.EntryKind;
import org.safecontact.record.Statement;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A to-do goes from one person to others: given back, handed over, taken over, open again; on record (issue, section 4). */
@Service
@Transactional
public class Handing {

    private final IncidentRecord record;
    private final Agency agency;

    Handing(IncidentRecord record, Agency agency) {
        this.record = record;
        this.agency = agency;
    }

    /**
     * Somebody gave a to-do back to everybody who was asked.
     *
     * @param what its name
     * @param why in that person's words
     * @throws FormRefused when there is no reason, or it is too long
     */
    public void givenBack(String reference, String by, String what, String why) {
        record.write(
                reference,
                EntryKind.ACTION,
                "Given back",
                List.of(new Statement("What", what), new Statement("Why", Reason.checked(why))),
                by);
    }

    /** Somebody handed a to-do over to a colleague by name. See {@link #givenBack}. */
    public void handedOver(String reference, String by, String to, String what, String why) {
        record.write(
                reference,
                EntryKind.ACTION,
                "Handed over",
                List.of(
                        new Statement("What", what),
                        new Statement("To", agency.nameOf(to)),
                        new Statement("What they should know", Reason.checked(why))),
                by);
    }

    /** Somebody took a to-do over from whoever had it. See {@link #givenBack}. */
    public void takenOver(String reference, String by, String from, String what, String why) {
        record.write(
                reference,
                EntryKind.ACTION,
                "Taken over",
                List.of(
                        new Statement("What", what),
                        new Statement("From", agency.nameOf(from)),
                        new Statement("Why", Reason.checked(why))),
                by);
    }

    /** Nobody gave it back: it is open again by itself. */
    @EventListener
    public void openAgain(OpenAgain again) {
        record.write(
                again.reference(),
                EntryKind.ACTION,
                "Open again to everybody who was asked",
                List.of(
                        new Statement("What", again.what()),
                        new Statement("Who had it", agency.nameOf(again.had())),
                        new Statement("Why", again.why())),
                IncidentRecord.SYSTEM);
    }
}
