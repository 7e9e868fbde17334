package org.safecontact.record;

import java.util.List;
import java.util.Optional;

/**
 * What verifying the record found.
 *
 * @param cases how many cases were looked at
 * @param entries how many entries
 * @param notGathered how many of them no checkpoint has gathered yet
 * @param checkpoints how many checkpoints
 * @param last the newest checkpoint
 * @param alsoLookedAt what other areas keep and was looked at too, in plain words
 * @param broken what does not hold, in plain words, the first one first; at most 100 are named
 */
public record Verdict(
        long cases,
        long entries,
        long notGathered,
        long checkpoints,
        Optional<Checkpoint> last,
        List<String> alsoLookedAt,
        List<String> broken) {

    /** Whether everything is as it was written. */
    public boolean intact() {
        return broken.isEmpty();
    }

    /** The verdict in plain words, several lines. */
    public String inWords() {
        StringBuilder words = new StringBuilder();
        if (intact()) {
            words.append("The record is as it was written.\n");
        } else {
            words.append("THE RECORD WAS CHANGED. The first thing that does not hold:\n  ")
                    .append(broken.get(0))
                    .append('\n');
            if (broken.size() > 1) {
                words.append("Also:\n");
                broken.stream()
                        .skip(1)
                        .forEach(more -> words.append("  ").append(more).append('\n'));
            }
        }
        words.append("Looked at: %d cases, %d entries (%d of them newer than the last checkpoint), %d checkpoints"
                .formatted(cases, entries, notGathered, checkpoints));
        alsoLookedAt.forEach(also -> words.append(", ").append(also));
        words.append(".\n");
        last.ifPresent(checkpoint ->
                words.append("Newest checkpoint: %d:%s%n".formatted(checkpoint.number(), checkpoint.hash())));
        return words.toString();
    }
}
