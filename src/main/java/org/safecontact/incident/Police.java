package org.safecontact.incident;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.safecontact.incident.store.LevelRepository;
import org.safecontact.incident.store.NoteRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was asked for, done and confirmed about the police (practice, section 1). What was before danger became known settles nothing. */
@Service
@Transactional
public class Police {

    /** What the registered manager may say instead of a call, with a reason. */
    public static final String NOT_NEEDED = "notNeeded";

    private final NoteRepository notes;
    private final LevelRepository levels;
    private final Clock clock;

    Police(NoteRepository notes, LevelRepository levels, Clock clock) {
        this.notes = notes;
        this.levels = levels;
        this.clock = clock;
    }

    /**
     * Somebody says what was done.
     *
     * @param done the answer as its form names it, {@link #NOT_NEEDED} included
     * @param by who says so
     */
    public void done(String reference, String done, String by) {
        notes.add(reference, Noted.POLICE, done, by, clock.instant());
    }

    /** Whoever answered says that they are to be rung: whether the table asks for them or not, somebody has it to do then. */
    public void promised(String reference, String by) {
        notes.add(reference, Noted.POLICE_PROMISED, "toBeRung", by, clock.instant());
    }

    /** Whether somebody who answered said so since it got worse last. */
    @Transactional(readOnly = true)
    public boolean promisedSinceWorse(String reference) {
        return isSince(levels.worseAt(reference), reference, Noted.POLICE_PROMISED);
    }

    /**
     * Somebody is asked to ring them.
     *
     * @param level how serious it is at this moment
     */
    public void asked(String reference, RiskLevel level, String by) {
        notes.add(reference, Noted.POLICE_ASKED, level.name(), by, clock.instant());
    }

    /** Whether the newest that was said is that they were told, however long ago: that they are not needed does not count. */
    @Transactional(readOnly = true)
    public boolean everTold(String reference) {
        return notes.newest(reference, Noted.POLICE)
                .filter(done -> !done.equals(NOT_NEEDED))
                .isPresent();
    }

    /** Whether they were told since it got worse last: that they are not needed does not count. */
    @Transactional(readOnly = true)
    public boolean toldSinceWorse(String reference) {
        return settledSinceWorse(reference) && everTold(reference);
    }

    /**
     * Whether nobody need ring them for what is known now: told since danger became known last, or, which counts too, said since it got worse
     * last not to be needed. That the child is worse for the danger that they know is nothing for them (house default).
     */
    @Transactional(readOnly = true)
    public boolean settledSinceWorse(String reference) {
        return isSince(levels.worseAt(reference), reference, Noted.POLICE)
                || everTold(reference) && isSince(levels.dangerAt(reference), reference, Noted.POLICE);
    }

    /** Whether somebody was asked to ring them since it got worse last; whether it was done is another question. */
    @Transactional(readOnly = true)
    public boolean askedSinceWorse(String reference) {
        return isSince(levels.worseAt(reference), reference, Noted.POLICE_ASKED);
    }

    /** Whether they were asked for last because somebody is in danger now, of who is there; whether it was done is another question. */
    @Transactional(readOnly = true)
    public boolean askedInDanger(String reference) {
        return notes.newest(reference, Noted.POLICE_ASKED)
                .filter(RiskLevel.IMMEDIATE.name()::equals)
                .isPresent();
    }

    private boolean isSince(Optional<Instant> moment, String reference, String what) {
        return notes.newestAt(reference, what)
                .filter(at -> moment.filter(at::isBefore).isEmpty())
                .isPresent();
    }
}
