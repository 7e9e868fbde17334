package org.safecontact.incident.process;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.agency.Agency;
import org.safecontact.engine.OpenTask;
import org.safecontact.incident.AskedOutside;
import org.safecontact.incident.PrivateDetailsOut;
import org.safecontact.incident.WhoWasTold;
import org.safecontact.incident.carer.AskedAboutBlocking;
import org.safecontact.record.Entry;
import org.safecontact.record.EntryKind;
import org.safecontact.record.Statement;
import org.springframework.stereotype.Component;

/** What was done so far: who assesses, who signs and who takes over in the morning know the same, and nobody is asked for it twice. */
@Component
class DecidedOn {

    /** Headings under which it stands that the child's social worker was told. */
    private static final Set<String> AUTHORITY_HEARD = Set.of(TellAuthority.TOLD, WhoWasTold.AUTHORITY_BY_TELEPHONE);

    /** Only asked where nobody of theirs answered. */
    private static final String NOBODY_REACHED = "What did you try?";

    private final EntriesInText text;
    private final AskedAboutBlocking blocking;
    private final WhatWasAnswered answers;
    private final AskedOutside outside;
    private final Agency agency;

    DecidedOn(
            EntriesInText text,
            AskedAboutBlocking blocking,
            WhatWasAnswered answers,
            AskedOutside outside,
            Agency agency) {
        this.text = text;
        this.blocking = blocking;
        this.answers = answers;
        this.outside = outside;
        this.agency = agency;
    }

    /** What the carer asks, who answered, and what was done about the police: nobody is asked for it twice. */
    Stream<String> doneSoFar(List<Entry> entries) {
        return Stream.of(
                blocking.inText(entries),
                answers.inText(entries),
                text.writtenLast(entries, CallPolice.POLICE),
                text.writtenLast(entries, RingCarer.RUNG));
    }

    /** The same for whoever assesses and whoever signs it: nobody signs on less than it was decided on. */
    String toDecideOn(List<Entry> entries) {
        Stream<String> besides = Stream.of(
                authorityHeard(entries, "The child's authority was told"),
                text.writtenLast(decisions(entries), PrivateDetailsOut.SAFE_AT_HOME),
                text.writtenLast(entries, PreserveEvidence.EVIDENCE));
        return EntriesInText.inLines(Stream.concat(doneSoFar(entries), besides));
    }

    /** What the child's social worker was told last, and by whom: nobody is asked for it twice. */
    String authorityHeard(List<Entry> entries, String heading) {
        return entries.stream()
                .filter(entry -> entry.kind() == EntryKind.TOLD && AUTHORITY_HEARD.contains(entry.title()))
                .filter(entry ->
                        entry.statements().stream().map(Statement::question).noneMatch(NOBODY_REACHED::equals))
                .reduce((earlier, later) -> later)
                .map(told -> told.statements().stream()
                        .map(EntriesInText::inText)
                        .collect(Collectors.joining(
                                "\n\n",
                                "**" + heading + ":**\n\n",
                                "\n\nWritten by " + agency.nameOf(told.author().personId()) + ".")))
                .orElse("");
    }

    /** Whether the carer waits for word about blocking. */
    String blocking(List<Entry> entries) {
        return blocking.inText(entries);
    }

    /** How far it is with each, as it stands now. */
    String askedOutside(OpenTask task) {
        List<String> lines = outside.lines(task.reference());
        return lines.isEmpty() ? "" : "**Asked outside:**\n\n- " + String.join("\n- ", lines);
    }

    static List<Entry> decisions(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.kind() == EntryKind.DECISION)
                .toList();
    }
}
