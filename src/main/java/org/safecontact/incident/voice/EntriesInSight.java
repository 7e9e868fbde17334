package org.safecontact.incident.voice;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.WhoseWords;
import org.safecontact.incident.report.ReportOnRecord;
import org.safecontact.incident.report.Reporting;
import org.safecontact.record.Entry;
import org.springframework.stereotype.Component;

/**
 * Which entries of a case somebody reads who may read the case: workers all of them, carers what their own home wrote or had written down on
 * the telephone. What the child says about an entry is read by whoever reads that entry, whoever wrote it down.
 */
@Component
public class EntriesInSight {

    private final Incidents incidents;
    private final WhoseWords words;

    EntriesInSight(Incidents incidents, WhoseWords words) {
        this.incidents = incidents;
        this.words = words;
    }

    /**
     * @param entries all of the case; whether this person may read the case is the caller's to check
     * @return those that this person reads, in the same order
     */
    public List<Entry> of(String reference, String personId, List<Entry> entries) {
        if (!words.ownHomeOnly(personId)) {
            return entries;
        }
        Set<String> home = words.homeOf(personId);
        Optional<String> tookTheCall = tookTheCall(reference, home);
        Set<Integer> own = entries.stream()
                .filter(entry -> !ChildSays.isOne(entry))
                .filter(entry -> home.contains(entry.author().personId())
                        || isReport(entry)
                                && tookTheCall
                                        .filter(entry.author().personId()::equals)
                                        .isPresent())
                .map(Entry::number)
                .collect(Collectors.toSet());
        return entries.stream()
                .filter(entry -> own.contains(ChildSays.about(entry).orElse(entry.number())))
                .toList();
    }

    /** Who wrote the report down while somebody of this home told it on the telephone. */
    public Optional<String> tookTheCall(String reference, Set<String> home) {
        return incidents
                .find(reference)
                .filter(incident -> home.contains(incident.reporterId()))
                .flatMap(Incident::takenBy);
    }

    /** Whether that is the report itself. */
    public static boolean isReport(Entry entry) {
        return entry.title().equals(Reporting.ANSWERS) || entry.title().equals(ReportOnRecord.REPORTED);
    }
}
