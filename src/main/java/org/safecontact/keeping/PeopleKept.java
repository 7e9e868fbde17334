package org.safecontact.keeping;

/** Somebody of the agency was added, changed or taken out on a page, and it holds. After the transaction, while whoever did it waits. */
public record PeopleKept() {}
