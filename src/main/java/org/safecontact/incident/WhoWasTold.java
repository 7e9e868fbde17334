package org.safecontact.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the area that tells people knows and the incident has to show: implemented there, asked here. With no implementation nobody
 * was told yet.
 */
public interface WhoWasTold {

    /** Heading in the record: the call to the child's authority, and who answered. */
    String AUTHORITY_BY_TELEPHONE = "The child's authority, by telephone";

    /** Ids of everybody who was told of this incident so far, on a rung or with it; nobody who is excluded. */
    Set<String> toldSoFar(String reference);

    /** Who has taken, or answered, the newest alarm, and once it is answered who took over last: what was before it is past. */
    Optional<Taken> taken(String reference);

    /** Who answered last of what was known before the newest alarm. */
    Optional<Taken> answeredBefore(String reference);

    /** The call that was promised to the carer and is not made yet. */
    Optional<Promised> promised(String reference);

    /** When people were told first of the newest alarm; empty while nobody was. */
    Optional<Instant> newestAlarm(String reference);

    /**
     * Whether an alarm waits for an answer, in a turn that was opened at that level or above, before its first turn, or
     * about to go on to whoever answers for the service, then at the level that stands.
     *
     * @param alarm id of the running alarm
     */
    boolean waits(String alarm, RiskLevel level);

    /** Who is asked to answer now; while nobody has been asked yet, who will be. */
    Optional<Asked> asked(String reference);

    /** Who was told since that moment, by what they are, each once; nobody who is excluded. */
    List<Told> told(String reference, Instant since);

    /** Whether messages wake people, because one of the ways they leave by rings or texts; else the screens say that we cannot. */
    boolean wakesPeople();

    /**
     * @param who what they are, in words
     * @param at when they answered or were reached by telephone, else when they were written to
     * @param spoken whether they answered or were reached; a message alone is not telling at HIGH and above (contract, 5.7)
     */
    record Told(String who, Instant at, boolean spoken) {}

    /**
     * @param role whose turn it is, by the group's id; a role that only the decision table knows may stand here too
     * @param by until when somebody must have answered
     */
    record Asked(String role, Instant by) {}

    /**
     * @param personId who rings; empty while nobody has it
     * @param by the time that was agreed with the carer
     */
    record Promised(Optional<String> personId, Instant by) {}

    /**
     * @param personId who has it
     * @param since when that person took it
     * @param ringsBy by when that person rings the carer, when that is known; who has only taken it, by when they have to have
     * @param answered whether the acknowledgement is completed: the carer was spoken with
     * @param tookOver whether it was handed over to this person since, who need not have spoken with the carer yet
     */
    record Taken(String personId, Instant since, Optional<Instant> ringsBy, boolean answered, boolean tookOver) {}
}
