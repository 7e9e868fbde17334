package org.safecontact.evidence.process;

/** Names of the diagram {@code sealed-file}. */
final class SealedFile {

    static final String PROCESS = "sealed-file";
    /** Sent when somebody seals a file that is still only locked. */
    static final String FILE_SEALED = "evidence.fileSealed";
    /** The file's id. */
    static final String FILE_ID = "fileId";
    /** Boolean: whether it is sealed already when the diagram starts. */
    static final String SEALED = "sealed";
    /** {@code confirmed} or {@code doubt}. */
    static final String ANSWER = "answer";
    /** {@code keep} or {@code remove}. */
    static final String DIRECTION = "direction";
    /** {@code yes} or {@code no}. */
    static final String AGREED = "agreed";

    /** Id of who saved a copy before it was sealed. */
    static final String HOLDER = "holder";

    private SealedFile() {}
}
