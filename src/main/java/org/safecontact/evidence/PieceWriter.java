package org.safecontact.evidence;

import java.util.Arrays;
import java.util.UUID;
import org.safecontact.evidence.file.Intake;

/** Puts a file into the database piece by piece as it comes in; holds one piece at a time. */
final class PieceWriter implements Intake.Pieces {

    private static final int PIECE = 256 * 1024;

    private final FileRepository files;
    private final UUID file;
    private final byte[] piece = new byte[PIECE];
    private int filled;
    private int number;

    PieceWriter(FileRepository files, UUID file) {
        this.files = files;
        this.file = file;
    }

    @Override
    public void add(byte[] bytes, int length) {
        int at = 0;
        while (at < length) {
            int take = Math.min(PIECE - filled, length - at);
            System.arraycopy(bytes, at, piece, filled, take);
            filled += take;
            at += take;
            if (filled == PIECE) {
                flush();
            }
        }
    }

    void flush() {
        if (filled > 0) {
            files.addPiece(file, number++, Arrays.copyOf(piece, filled));
            filled = 0;
        }
    }
}
