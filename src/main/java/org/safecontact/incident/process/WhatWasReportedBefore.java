package org.safecontact.incident.process;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.access.EarlierReports;
import org.safecontact.agency.HumanTime;
import org.safecontact.engine.Authors;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Statement;
import org.springframework.stereotype.Component;

/**
 * What was reported in the one that a report goes on from, and before that: in the new one stands only what is new. For those who may read it, and
 * only about the same child.
 */
@Component
class WhatWasReportedBefore {

    private final Incidents incidents;
    private final EarlierReports earlier;
    private final WhatWasReported reported;
    private final CaseRecord record;
    private final Authors authors;
    private final HumanTime time;

    WhatWasReportedBefore(
            Incidents incidents,
            EarlierReports earlier,
            WhatWasReported reported,
            CaseRecord record,
            Authors authors,
            HumanTime time) {
        this.incidents = incidents;
        this.earlier = earlier;
        this.reported = reported;
        this.record = record;
        this.authors = authors;
        this.time = time;
    }

    /** For the text of a form, the newest first. */
    String inText(String reference, String person) {
        return told(reference, person, before -> reported.inText(record.entries(before)))
                .map(said -> "**" + said.question() + ":**\n\n" + said.answer())
                .collect(Collectors.joining("\n\n"));
    }

    /** For reading out, the newest first: each with all that says more than no. */
    List<Statement> saying(String reference, String person) {
        return told(
                        reference,
                        person,
                        before -> Stream.concat(
                                        reported.worries(before, person).stream(),
                                        reported.saying(before, person).stream())
                                .map(said -> said.question() + " " + said.answer())
                                .collect(Collectors.joining("\n")))
                .toList();
    }

    private Stream<Statement> told(String reference, String person, Function<String, String> words) {
        Incident incident = incidents.get(reference);
        return incidents.goesOnFrom(reference).stream()
                .map(incidents::get)
                .filter(before -> before.childId().isEmpty() || before.childId().equals(incident.childId()))
                .filter(before -> earlier.mayRead(person, before.reference()))
                .flatMap(before -> {
                    String said = words.apply(before.reference());
                    if (said.isEmpty()) {
                        return Stream.empty();
                    }
                    record.readPart(before.reference(), authors.of(person));
                    return Stream.of(new Statement(heading(before), said));
                });
    }

    private String heading(Incident before) {
        return "Reported before, in " + before.reference() + ", "
                + time.at(before.reportedAt().orElse(before.startedAt()));
    }
}
