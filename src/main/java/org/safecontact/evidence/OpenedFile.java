package org.safecontact.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;

/** A file that somebody opened, to be sent piece by piece; the last piece leaves only when the whole gives its SHA-256. */
public final class OpenedFile {

    private final EvidenceFile file;
    private final FileRepository files;
    private final Consumer<EvidenceFile> damaged;

    OpenedFile(EvidenceFile file, FileRepository files, Consumer<EvidenceFile> damaged) {
        this.file = file;
        this.files = files;
        this.damaged = damaged;
    }

    /** What is known about it. */
    public EvidenceFile file() {
        return file;
    }

    /**
     * Sends it.
     *
     * @throws IOException when it cannot be sent, or is damaged: then it stays incomplete and the ledger says so
     */
    public void writeTo(OutputStream out) throws IOException {
        MessageDigest digest = sha256();
        byte[] held = new byte[0];
        int number = 0;
        for (var piece = files.piece(file.id(), number); piece.isPresent(); piece = files.piece(file.id(), ++number)) {
            out.write(held);
            held = piece.get();
            digest.update(held);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(file.sha256())) {
            damaged.accept(file);
            throw new IOException("The file is damaged");
        }
        out.write(held);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
