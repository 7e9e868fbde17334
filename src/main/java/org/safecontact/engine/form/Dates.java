package org.safecontact.engine.form;

/** What a time in a form dates: when what it tells happened, or when it became known. The record then says so. */
enum Dates {
    HAPPENED,
    KNOWN
}
