package org.safecontact.record;

/** An entry was added to a record, in the present transaction. */
public record EntryWritten(Entry entry) {}
