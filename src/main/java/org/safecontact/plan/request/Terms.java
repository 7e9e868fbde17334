package org.safecontact.plan.request;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.London;
import org.safecontact.plan.Channel;
import org.safecontact.plan.PlanItem.Agreement;
import org.safecontact.plan.PlanWords;
import org.safecontact.plan.Rhythm;

/**
 * How and when a contact is to be.
 *
 * @param once the one day of a single contact; empty for what is to happen again and again
 * @param days on which it may be; empty means any day, or that it is a single one
 * @param starts begin and end of the time of day, both or neither
 */
public record Terms(
        Channel channel,
        Optional<LocalDate> once,
        List<DayOfWeek> days,
        Optional<LocalTime> starts,
        Optional<LocalTime> ends,
        Rhythm rhythm) {

    /** Those of what is agreed. */
    public static Terms of(Agreement agreement) {
        Optional<LocalDate> once = agreement
                .from()
                .filter(day -> agreement.until().filter(day::equals).isPresent());
        return new Terms(
                agreement.channel(), once, agreement.days(), agreement.starts(), agreement.ends(), agreement.rhythm());
    }

    /** When the one of a single contact begins, its day's end where no time is said. */
    public Optional<Instant> beginsOnce() {
        return once.map(this::beginsOn);
    }

    /** When the next one that is agreed begins; empty where the last is over, or nobody said since when. */
    public static Optional<Instant> next(Agreement agreement, Instant now) {
        Terms terms = of(agreement);
        LocalDate today = LocalDate.ofInstant(now, London.ZONE);
        return agreement
                .from()
                .map(from -> from.isBefore(today) ? today : from)
                .flatMap(first -> Stream.iterate(first, day -> day.plusDays(1))
                        .takeWhile(day -> agreement.until().filter(day::isAfter).isEmpty())
                        .filter(day -> terms.days.isEmpty() || terms.days.contains(day.getDayOfWeek()))
                        .map(terms::beginsOn)
                        .filter(now::isBefore)
                        .findFirst());
    }

    private Instant beginsOn(LocalDate day) {
        return day.atTime(starts.orElse(LocalTime.MAX)).atZone(London.ZONE).toInstant();
    }

    /** {@code video call with Mum, Sundays 16:00-16:30, every week}. */
    String line(String person) {
        String when = once.map(day -> "once, on " + HumanTime.date(day) + PlanWords.times(starts, ends))
                .orElseGet(() -> PlanWords.when(days, starts, ends) + ", " + rhythm.words());
        return channel.words() + " with " + person + ", " + when;
    }

    /** Whether an agreement leaves nothing of this to ask for: the same way, on its days, within its hours and its time. */
    boolean liesWithin(Agreement agreement, LocalDate today, Optional<LocalDate> until) {
        LocalDate from = once.orElse(today);
        Optional<LocalDate> last = once.or(() -> until);
        boolean whole = agreement.until().isEmpty()
                || last.filter(day -> !day.isAfter(agreement.until().get())).isPresent();
        return channel == agreement.channel()
                && agreement.from().filter(from::isBefore).isEmpty()
                && whole
                && fitsDays(agreement)
                && fitsTimes(agreement)
                && (once.isPresent() || rhythm == agreement.rhythm() || agreement.rhythm() == Rhythm.ANY_TIME);
    }

    private boolean fitsDays(Agreement agreement) {
        List<DayOfWeek> wanted = once.map(day -> List.of(day.getDayOfWeek())).orElse(days);
        return agreement.days().isEmpty()
                || !wanted.isEmpty() && agreement.days().containsAll(wanted);
    }

    private boolean fitsTimes(Agreement agreement) {
        return agreement.starts().isEmpty()
                || starts.isPresent()
                        && !starts.get().isBefore(agreement.starts().get())
                        && !ends.orElseThrow().isAfter(agreement.ends().orElseThrow());
    }
}
