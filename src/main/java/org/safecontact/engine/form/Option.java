package org.safecontact.engine.form;

/**
 * One answer to choose.
 *
 * @param value what is sent
 * @param label what a person reads
 */
record Option(String value, String label) {}
