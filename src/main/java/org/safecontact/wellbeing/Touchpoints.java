package org.safecontact.wellbeing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.safecontact.incident.Incident;
import org.safecontact.incident.IncidentEnded;
import org.safecontact.record.EntryKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A worker sees the child, once for every report that asked for it. */
@Service
@Transactional
public class Touchpoints {

    private final TouchpointRepository touchpoints;
    private final LooksSoFar soFar;
    private final ReadInOtherReports others;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Touchpoints(
            TouchpointRepository touchpoints,
            LooksSoFar soFar,
            ReadInOtherReports others,
            ApplicationEventPublisher events,
            Clock clock) {
        this.touchpoints = touchpoints;
        this.soFar = soFar;
        this.others = others;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Instant due(long touchpointId) {
        return touchpoints.due(touchpointId);
    }

    /** Whether a worker still has to see the child. */
    @Transactional(readOnly = true)
    public boolean isOpen(long scheduleId) {
        return touchpoints.isOpen(scheduleId);
    }

    /** They have seen the child. */
    public void childSeen(long scheduleId, String by) {
        String opened = soFar.schedule(scheduleId).reference();
        List<String> askedFor = touchpoints.done(scheduleId, by, clock.instant());
        others.done(opened, askedFor, EntryKind.ACTION, "A worker saw the child", List.of(), by);
        others.wordsToo(opened, askedFor, by);
    }

    /** A report that was started by accident takes back what only it asked for. */
    @EventListener
    void takeBack(IncidentEnded ended) {
        if (ended.state() == Incident.State.WITHDRAWN) {
            touchpoints.calledOff(ended.reference()).stream()
                    .filter(schedule -> !touchpoints.isOpen(schedule))
                    .forEach(schedule -> events.publishEvent(new TouchpointTakenBack(schedule)));
        }
    }
}
