package org.safecontact.handle;

/** The same account turned up for another child, and nobody has decided yet. {@code find} is the reference of its own file. */
public record AccountFound(String find) {}
