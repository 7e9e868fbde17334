package org.safecontact.evidence;

import java.io.IOException;
import java.io.OutputStream;

/** A file that somebody opened and that is whole, to be sent piece by piece. */
public final class OpenedFile {

    private final EvidenceFile file;
    private final FileRepository files;

    OpenedFile(EvidenceFile file, FileRepository files) {
        this.file = file;
        this.files = files;
    }

    /** What is known about it. */
    public EvidenceFile file() {
        return file;
    }

    /** Sends it. */
    public void writeTo(OutputStream out) throws IOException {
        int number = 0;
        for (var piece = files.piece(file.id(), number); piece.isPresent(); piece = files.piece(file.id(), ++number)) {
            out.write(piece.get());
        }
    }
}
