package org.safecontact.incident.process;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.incident.Endings;
import org.safecontact.incident.report.Reporting;
import org.safecontact.record.Author;
import org.safecontact.record.Entry;
import org.springframework.stereotype.Component;

/** What people have done on a case by now, a line each, for whoever decides whether all of it was by accident. */
@Component
class WhatWasDone {

    /** What stands on the form in full. */
    private static final Set<String> SHOWN = Set.of(Reporting.ANSWERS, Endings.ASKED);

    private final Agency agency;
    private final HumanTime time;

    WhatWasDone(Agency agency, HumanTime time) {
        this.agency = agency;
        this.time = time;
    }

    String inText(List<Entry> entries) {
        String lines = entries.stream()
                .filter(entry -> !entry.author().equals(Author.SYSTEM) && !SHOWN.contains(entry.title()))
                .map(entry -> "- " + entry.title() + ", "
                        + agency.nameOf(entry.author().personId()) + ", " + time.at(entry.writtenAt()))
                .distinct()
                .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? "" : "**What has been done so far** (all of it stands in the record):\n\n" + lines;
    }
}
