package org.safecontact.evidence;

/** What the decision {@code evidence-handling} says: whether files may be added, what to do, what not to do. */
public record Guidance(boolean filesAllowed, String doThis, String doNot) {}
