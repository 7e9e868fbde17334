package org.safecontact.evidence.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A file on its way in, which has to keep coming: one that trickles would hold its place, and so everybody else's, for as
 * long as its sender likes. House defaults: after 20 seconds at least 16 KB a second on average, a slow mobile line; and
 * never longer than 10 minutes.
 */
public final class SteadyStream extends FilterInputStream {

    private static final long BYTES_A_SECOND = 16 * 1024;
    private static final long PATIENCE = Duration.ofSeconds(20).toNanos();
    private static final long LONGEST = Duration.ofMinutes(10).toNanos();
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final LongSupplier nanoTime;
    private final long begun;
    private long read;

    /** @param nanoTime how much time passes, as {@link System#nanoTime} */
    public SteadyStream(InputStream in, LongSupplier nanoTime) {
        super(in);
        this.nanoTime = nanoTime;
        this.begun = nanoTime.getAsLong();
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        arrived(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int from, int most) throws IOException {
        int length = super.read(bytes, from, most);
        arrived(Math.max(0, length));
        return length;
    }

    private void arrived(int bytes) {
        read += bytes;
        long taken = nanoTime.getAsLong() - begun;
        if (taken > LONGEST || taken > PATIENCE + read / BYTES_A_SECOND * SECOND) {
            throw new FileRefused("The file came in too slowly. Please try again where the connection is better.");
        }
    }
}
