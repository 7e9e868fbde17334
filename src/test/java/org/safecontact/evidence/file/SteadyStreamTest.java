package org.safecontact.evidence.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A file may come slowly, but it has to come. */
class SteadyStreamTest {

    private final AtomicLong time = new AtomicLong(-5);
    private final SteadyStream stream =
            new SteadyStream(new ByteArrayInputStream(new byte[100 * 1024 * 1024]), time::get);

    @Test
    void aSlowLineIsGivenTime() throws Exception {
        byte[] piece = new byte[64 * 1024];
        for (int second = 0; second < 590; second += 4) {
            pass(Duration.ofSeconds(4));
            assertThat(stream.read(piece)).isEqualTo(piece.length);
        }
    }

    @Test
    void whatOnlyTricklesIsGivenUp() throws Exception {
        for (int second = 0; second < 20; second++) {
            pass(Duration.ofSeconds(1));
            assertThat(stream.read()).isZero();
        }
        pass(Duration.ofSeconds(1));
        assertThatThrownBy(stream::read).isInstanceOf(FileRefused.class).hasMessageContaining("too slowly");
    }

    @Test
    void nothingTakesForEver() throws Exception {
        assertThat(stream.readNBytes(50 * 1024 * 1024)).hasSize(50 * 1024 * 1024);
        pass(Duration.ofMinutes(11));
        assertThatThrownBy(() -> stream.read(new byte[10])).isInstanceOf(FileRefused.class);
    }

    private void pass(Duration duration) {
        time.addAndGet(duration.toNanos());
    }
}
