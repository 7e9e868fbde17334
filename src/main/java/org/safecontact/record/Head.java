package org.safecontact.record;

/** The last entry of a case: what the next one, or a checkpoint, builds on. */
record Head(String reference, int number, byte[] hash) {}
