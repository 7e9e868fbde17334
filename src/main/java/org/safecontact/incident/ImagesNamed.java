package org.safecontact.incident;

/** Images are among the concerns of this incident from now on: no file may enter it, files in it are locked. Same transaction. */
public record ImagesNamed(String reference) {}
