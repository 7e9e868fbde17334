package org.safecontact.evidence.file;

/** A file that is not taken; the message tells the person why and what to do instead. */
public class FileRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FileRefused(String message) {
        super(message);
    }
}
