package org.safecontact.access;

import java.util.Optional;

/**
 * The child of a file lives in another home: what is open in the file follows in the present transaction.
 *
 * @param reference the file
 * @param from id of the home before; empty where none was known
 * @param to id of the home now
 */
public record ChildMoved(String reference, Optional<String> from, String to) {}
