package org.safecontact.incident;

/** Only an open question made it serious, and the answer says that it is not: nobody has to be told as if it were. Same transaction. */
public record SettledByTheAnswer(String reference) {}
