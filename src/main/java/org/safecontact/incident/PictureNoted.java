package org.safecontact.incident;

/**
 * Somebody noted that there is a picture that may be nude or sexual. Same transaction: whoever hears
 * it makes pictures part of the worry, if they are not yet.
 */
public record PictureNoted(String reference, String by) {}
