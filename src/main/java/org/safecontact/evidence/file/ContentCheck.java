package org.safecontact.evidence.file;

/** Looks at a file while it streams by; never holds it. */
interface ContentCheck {

    /** @throws FileRefused when the file cannot be taken */
    void next(byte[] bytes, int length);

    /** The file has ended. @throws FileRefused when it cannot be taken */
    void end();
}
