package org.safecontact.record;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What another area keeps and the record vouches for: it is verified together with the record. The command that verifies
 * starts nothing of the other areas but these, so nothing can be handed to their constructors.
 */
public interface VerifiedToo {

    /**
     * Looks at all of it.
     *
     * @param jdbc sees the verifier's unchanging picture of the database
     * @param record the entries of all cases whose title begins with these letters; to be closed
     * @param broken takes a sentence in plain words, without content, for each thing that does not hold
     * @return what was looked at, such as <i>12 evidence files</i>
     */
    String verify(JdbcClient jdbc, Function<String, Stream<Entry>> record, Consumer<String> broken);
}
