package org.safecontact.engine.form;

/** On which side of now a time lies that a form asks for: what was done is past, what is promised is still to come. */
enum Tense {
    PAST,
    FUTURE
}
