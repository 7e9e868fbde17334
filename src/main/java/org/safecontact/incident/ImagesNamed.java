package org.safecontact.incident;

/**
 * Images are among the concerns of this incident from now on: no file may enter it, files in it are locked. Same transaction.
 *
 * @param by who said so
 */
public record ImagesNamed(String reference, String by) {}
