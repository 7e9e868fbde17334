package org.safecontact.contact;

/** What follows from what was told of an agreed contact. */
public enum WhatBecame {
    /** There was nothing to tell. */
    NOTHING,
    /** It is recorded, and nobody has to do anything. */
    AS_AGREED,
    /** It is recorded, and the child is followed. */
    UPSET,
    /** It is a report. */
    REPORT
}
