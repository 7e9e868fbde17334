package org.safecontact.wellbeing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safecontact.access.CaseFile;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HouseTime;
import org.safecontact.incident.RiskLevel;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The looks after a child that {@link Schedules} planned, as they stand. */
@Service
@Transactional(readOnly = true)
public class LooksSoFar {

    private final WellbeingRepository repository;
    private final CaseFiles files;
    private final Agency agency;

    LooksSoFar(WellbeingRepository repository, CaseFiles files, Agency agency) {
        this.repository = repository;
        this.files = files;
        this.agency = agency;
    }

    public WellbeingSchedule schedule(long scheduleId) {
        return repository.find(scheduleId).orElseThrow();
    }

    public Look look(long lookId) {
        return repository.look(lookId).orElseThrow();
    }

    /** All looks of a schedule, in order. */
    public List<Look> looks(long scheduleId) {
        return repository.looks(scheduleId);
    }

    /**
     * Looks since then at which somebody saw the child, in order.
     *
     * @param opened references under which they stand in full
     */
    public List<Look> seenSince(String childId, Set<String> opened, Instant from) {
        return repository.seenSince(childId, opened, from);
    }

    /** When the next planned look is due; empty when none is planned. */
    public Optional<Instant> next(long scheduleId) {
        return repository.looks(scheduleId).stream()
                .filter(look -> look.state() == Look.State.PLANNED)
                .map(Look::dueAt)
                .findFirst();
    }

    /** Until when whoever was asked may look, before somebody rings. */
    public Instant lookUntil(Look look) {
        return LookDates.until(
                look.dueAt(), agency.length(afterMissed(look) ? HouseTime.LOOK_AFTER_MISSED : HouseTime.LOOK));
    }

    /** Whether nobody looked, or was reached, the time before, and it is HIGH or IMMEDIATE: then the call is for the team manager too. */
    public boolean afterMissed(Look look) {
        return urgency(look.scheduleId()) >= RiskLevel.HIGH.urgency()
                && repository.looks(look.scheduleId()).stream()
                        .filter(other -> other.state() != Look.State.CALLED_OFF)
                        .takeWhile(other -> other.id() != look.id())
                        .reduce((earlier, later) -> later)
                        .filter(before -> before.state() == Look.State.MISSED)
                        .isPresent();
    }

    /** Whether two looks one after the other saw the child as usual or better, and none after that saw it worse; a missed one between two parts them. */
    public boolean usualTwice(long scheduleId) {
        int row = 0;
        for (Look look : repository.looks(scheduleId)) {
            if (look.state() == Look.State.CALLED_OFF || row > 1 && look.seen().isEmpty()) {
                continue;
            }
            row = look.seen().isPresent() && !look.worse() ? row + 1 : 0;
        }
        return row > 1;
    }

    /** How urgent the most serious open report is that the looks are for; 0 when all are closed. */
    public int urgency(long scheduleId) {
        return requests(scheduleId).stream()
                .flatMap(reference -> files.find(reference).stream())
                .filter(file -> file.closedAt().isEmpty())
                .mapToInt(CaseFile::urgency)
                .max()
                .orElse(0);
    }

    /** Reports that asked for a look, the newest first. */
    public List<String> askedFor(long lookId) {
        return repository.askedFor(lookId);
    }

    /** Reports that a schedule serves, the newest first. */
    public List<String> requests(long scheduleId) {
        return repository.requests(scheduleId);
    }

    /** Where the child stays, as far as the last look says. */
    public Seen.Place place(long scheduleId) {
        return repository.looks(scheduleId).stream()
                .flatMap(look -> look.seen().stream())
                .reduce((earlier, later) -> later)
                .map(Seen::place)
                .orElse(Seen.Place.HOME);
    }

    /** The look that was open at that time in the newest schedule that this report opened. */
    public Optional<Look> openedAt(String opened, Instant time) {
        return repository.openedAt(opened, time);
    }

    /** Whether looks after the child go on that this report began, be it closed or not. */
    public boolean goesOn(String opened) {
        return repository.isRunning(opened);
    }

    /** Worse looks in a row with this one, which is worse too; a missed one between two does not make them two rows. */
    int worseInARow(Look worse) {
        int row = 0;
        boolean counted = false;
        for (Look look : repository.looks(worse.scheduleId())) {
            if (look.id() == worse.id()) {
                counted = true;
                row++;
            } else if (look.worse()) {
                row++;
            } else if (look.seen().isPresent() && counted) {
                break;
            } else if (look.seen().isPresent()) {
                row = 0;
            }
        }
        return row;
    }
}
