package org.safecontact.incident.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.Role;
import org.safecontact.record.Author;
import org.safecontact.record.Entry;
import org.safecontact.record.Statement;

/**
 * An entry of the record in words for people; times as England sees them.
 *
 * @param kind name of the kind, for the page's looks
 * @param kindWords the kind as people read it
 * @param happened empty when nobody said when it happened
 * @param known empty when it became known as it was written
 * @param written empty when that stands in the entry
 * @param author the name
 * @param role in which role, in words; empty for the product itself
 * @param supersedes number of the entry that this one puts right, or null
 * @param supersededBy numbers of later entries that put this one right
 * @param again the entries that follow it and say the same once more, a line each
 * @param childSays what the child says about it, each an entry of its own
 */
record ReadableEntry(
        String reference,
        int number,
        String kind,
        String kindWords,
        String title,
        List<Statement> statements,
        String happened,
        String known,
        String written,
        String author,
        String role,
        Integer supersedes,
        List<Integer> supersededBy,
        String hash,
        List<String> again,
        List<ReadableEntry> childSays) {

    private static final String PRODUCT = "Safe Contact";

    /** Whether somebody wrote it; about what the product notes by itself nobody asks what the child says. */
    @JsonProperty
    public boolean byPerson() {
        return !author.equals(PRODUCT);
    }

    static ReadableEntry of(Entry entry, HumanTime time, Agency agency, List<Integer> supersededBy) {
        String happened = time.full(entry.happenedAt());
        String known = time.full(entry.knownAt());
        String written = time.full(entry.writtenAt());
        boolean system = entry.author().equals(Author.SYSTEM);
        return new ReadableEntry(
                entry.reference(),
                entry.number(),
                entry.kind().name(),
                entry.kind().words(),
                entry.title(),
                entry.statements(),
                happened.equals(known) ? "" : happened,
                known.equals(written) ? "" : known,
                written,
                system ? PRODUCT : agency.nameOf(entry.author().personId()),
                system
                        ? ""
                        : Role.ofGroup(entry.author().role()).map(Role::words).orElse(""),
                entry.supersedes(),
                supersededBy,
                entry.hash(),
                List.of(),
                List.of());
    }

    /** The same, with this to read; no time stands under it too that stands there by its name. */
    ReadableEntry with(List<Statement> shown) {
        return new ReadableEntry(
                reference,
                number,
                kind,
                kindWords,
                title,
                shown,
                shown.contains(new Statement("When it happened", happened)) ? "" : happened,
                shown.contains(new Statement("Known since", known)) ? "" : known,
                shown.contains(new Statement("Written", written)) ? "" : written,
                author,
                role,
                supersedes,
                supersededBy,
                hash,
                again,
                childSays);
    }

    /** The same, with what the child says about it under it. */
    ReadableEntry underIt(List<ReadableEntry> said) {
        return with(again, List.copyOf(said));
    }

    /** The same, with the entries under it that only repeat it. */
    ReadableEntry with(ReadableEntry repeats) {
        List<String> lines = new ArrayList<>(again);
        lines.add(repeats.written + " (entry " + repeats.number + ")");
        return with(List.copyOf(lines), childSays);
    }

    private ReadableEntry with(List<String> repeated, List<ReadableEntry> said) {
        return new ReadableEntry(
                reference,
                number,
                kind,
                kindWords,
                title,
                statements,
                happened,
                known,
                written,
                author,
                role,
                supersedes,
                supersededBy,
                hash,
                repeated,
                said);
    }
}
