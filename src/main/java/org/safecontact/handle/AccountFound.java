package org.safecontact.handle;

/** The same account turned up for another child, in the present transaction. {@code find} is the reference of its own file. */
public record AccountFound(String find) {}
