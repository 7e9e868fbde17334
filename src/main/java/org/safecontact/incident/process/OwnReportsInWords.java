package org.safecontact.incident.process;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.safecontact.agency.Agency;
import org.safecontact.engine.AsTyped;
import org.safecontact.incident.AskedOutside;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.Noted;
import org.safecontact.record.Entry;
import org.safecontact.record.Statement;
import org.springframework.stereotype.Component;

/** Who was asked for their own report of sexual abuse, what each said of it, and who has not answered, a line for each. */
@Component
class OwnReportsInWords {

    private final Incidents incidents;
    private final Agency agency;

    OwnReportsInWords(Incidents incidents, Agency agency) {
        this.incidents = incidents;
        this.agency = agency;
    }

    /** Nothing where nobody was asked. */
    String inText(List<Entry> entries, String reference) {
        Set<String> settled = incidents.everNoted(reference, Noted.OWN_REPORT_SETTLED);
        return incidents.everNoted(reference, Noted.OWN_REPORT_ASKED).stream()
                .sorted()
                .map(person -> "- **" + agency.nameOf(person) + "**: "
                        + (settled.contains(person) ? said(entries, person) : "has not answered yet."))
                .collect(Collectors.joining("\n"));
    }

    /** Whoever was kept away from the case after they were asked has said nothing. */
    private static String said(List<Entry> entries, String person) {
        return entries.stream()
                .filter(entry -> entry.title().equals(AskedOutside.OWN_REPORT)
                        && entry.author().personId().equals(person))
                .reduce((earlier, later) -> later)
                .map(entry -> entry.statements().stream()
                        .map(Statement::answer)
                        .map(AsTyped::inText)
                        .collect(Collectors.joining("; ")))
                .orElse("is not asked any more.");
    }
}
