package org.safecontact.incident.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safecontact.access.CaseAccess;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.safecontact.incident.ComesNext;
import org.safecontact.incident.Incident;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.ServedTogether;
import org.safecontact.incident.WhoWasTold;
import org.safecontact.incident.process.ToDosInSight;
import org.springframework.beans.factory.ObjectProvider;

/** What waits on a case, said once and each person with what they do. */
class WhatWaitsTest {

    private static final String REFERENCE = "INC-2026-000001";
    private static final Instant NOW = Instant.parse("2026-11-21T22:04:00Z");

    private final ToDosInSight inSight = mock();
    private final Agency agency = mock();
    private final HumanTime times = mock();
    private final ObjectProvider<WhoWasTold> telling = mock();
    private final ObjectProvider<ServedTogether> together = mock();
    private final ObjectProvider<ComesNext> ahead = mock();
    private final CaseAccess access = mock();
    private final WhatWaits waits =
            new WhatWaits(inSight, telling, together, ahead, access, agency, times, Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void people() {
        when(agency.roleAndNameOf(any())).thenCallRealMethod();
        person("manager1", "Harper Leadwell", Role.REGISTERED_MANAGER);
        person("duty1", "Frankie Nightingale", Role.DUTY_SOCIAL_WORKER);
        holders(Role.DUTY_SOCIAL_WORKER, "duty1", "duty2");
        holders(Role.REGISTERED_MANAGER, "manager1");
        when(together.stream()).thenAnswer(any -> Stream.empty());
        when(times.by(any())).thenReturn("by 17:00 today");
        when(times.byOrLate(any())).thenReturn("by 17:00 today");
        when(times.at(any())).thenReturn("today at 22:04");
    }

    @Test
    void aRoleStandsOnceBesideWhoeverIsNamed() {
        open(waiting(
                "Close it", Optional.empty(), Set.of("manager1"), Set.of("registeredManager", "dutySocialWorker")));

        assertThat(waits.lines(REFERENCE, "ssw1"))
                .containsExactly("Close it, by 17:00 today: nobody has it yet; it waits for duty social worker,"
                        + " registered manager Harper Leadwell.");
    }

    @Test
    void ofARoleStandsTheOnlyOneByNameAndNothingWhereAllAreKeptAway() {
        open(waiting("Close it", Optional.empty(), Set.of(), Set.of("dutySocialWorker", "supervisingSocialWorker")));
        holders(Role.SUPERVISING_SOCIAL_WORKER, "ssw1");
        when(access.mayRead("ssw1", REFERENCE)).thenReturn(false);
        when(access.mayRead("duty2", REFERENCE)).thenReturn(false);

        assertThat(waits.lines(REFERENCE, "manager1"))
                .containsExactly(
                        "Close it, by 17:00 today: nobody has it yet; it waits for duty social worker Frankie Nightingale.");
    }

    @Test
    void whatStandsUnderAnotherReportAndServesThisOneTooIsSaidHere() {
        String first = "INC-2026-000000";
        when(inSight.waiting(first, "ssw1"))
                .thenReturn(List.of(
                        waiting("See the child", first, "touchpoint"), waiting("Close it", first, "closeIncident")));
        ServedTogether looks = mock();
        when(looks.under(REFERENCE)).thenReturn(List.of(first));
        when(looks.also(first, "touchpoint")).thenReturn(List.of(REFERENCE));
        when(together.stream()).thenAnswer(any -> Stream.of(looks));

        assertThat(waits.lines(REFERENCE, "ssw1"))
                .containsExactly("See the child, by 17:00 today: nobody has it yet; it stands under " + first + ".");
    }

    @Test
    void whatIsTheSameStandsOnce() {
        open(
                waiting("Close it", Optional.empty(), Set.of(), Set.of("registeredManager")),
                waiting("Close it", Optional.empty(), Set.of(), Set.of("registeredManager")));

        assertThat(waits.lines(REFERENCE, "ssw1")).hasSize(1);
    }

    @Test
    void whoHasItHasHadItSinceThen() {
        open(waiting("Close it", Optional.of("duty1"), Set.of(), Set.of()));

        assertThat(waits.lines(REFERENCE, "ssw1"))
                .containsExactly(
                        "Close it, by 17:00 today: duty social worker Frankie Nightingale has had it since today at 22:04.");
        assertThat(waits.lines(REFERENCE, "duty1"))
                .containsExactly("Close it, by 17:00 today: you have had it since today at 22:04.");
    }

    @Test
    void whereNothingWaitsNowItSaysWhatComesNextAndWhoClosesIt() {
        Incident incident = mock();
        when(incident.reference()).thenReturn(REFERENCE);
        when(incident.level()).thenReturn(Optional.of(RiskLevel.HIGH));
        when(incident.escalated()).thenReturn(true);
        Instant tonight = NOW.plusSeconds(3600);
        Instant monday = NOW.plusSeconds(36000);
        when(times.at(tonight)).thenReturn("today at 23:04");
        when(times.at(monday)).thenReturn("on Monday 23 November at 09:00");
        when(ahead.stream())
                .thenAnswer(any -> Stream.<ComesNext>of(
                        reference -> List.of(new ComesNext.Next("it is handed over", monday)),
                        reference -> List.of(new ComesNext.Next("somebody looks how the child is", tonight))));

        assertThat(waits.next(incident, "ssw1"))
                .isEqualTo(
                        "Next: somebody looks how the child is today at 23:04; it is handed over on Monday 23 November"
                                + " at 09:00. When all is done, a registered manager closes it.");

        when(ahead.stream()).thenAnswer(any -> Stream.empty());
        open(waiting("Close it", REFERENCE, "closeIncident"));
        assertThat(waits.next(incident, "ssw1")).isEmpty();
    }

    @Test
    void lateIsWhatAWorkerShouldHaveDoneAndNothingOfACarer() {
        open(due("closeIncident", NOW), due("observeWellbeing", NOW.minusSeconds(60)));
        assertThat(waits.late(REFERENCE, "ssw1")).isFalse();

        open(due("closeIncident", NOW.minusSeconds(60)));
        assertThat(waits.late(REFERENCE, "ssw1")).isTrue();
    }

    @Test
    void lateIsToWhatWorkersHaveInsteadOfACarer() {
        when(agency.is("carer1", Role.CARER)).thenReturn(true);
        Instant before = NOW.minusSeconds(60);
        open(due("callPolice", before, Optional.of("carer1"), Set.of()));
        assertThat(waits.late(REFERENCE, "ssw1")).isFalse();
        open(due("callPolice", before, Optional.empty(), Set.of("carer1", "duty1")));
        assertThat(waits.late(REFERENCE, "ssw1")).isFalse();
        open(due("reportContact", before, Optional.of("duty1"), Set.of()));
        assertThat(waits.late(REFERENCE, "ssw1")).isFalse();

        open(due("callPolice", before, Optional.of("duty1"), Set.of("carer1")));
        assertThat(waits.late(REFERENCE, "ssw1")).isTrue();
        open(due("callPolice", before, Optional.empty(), Set.of("manager1", "duty1")));
        assertThat(waits.late(REFERENCE, "ssw1")).isTrue();
        when(times.byOrLate(any())).thenReturn("late since 22:03");
        assertThat(waits.lines(REFERENCE, "ssw1")).singleElement().asString().contains("late since 22:03");
    }

    private static ToDosInSight.Waiting due(String key, Instant by) {
        return due(key, by, Optional.empty(), Set.of());
    }

    private static ToDosInSight.Waiting due(String key, Instant by, Optional<String> holder, Set<String> people) {
        return new ToDosInSight.Waiting(
                "Close it",
                new ToDosInSight.Listed(REFERENCE, key, Optional.of(by), holder, Optional.of(NOW), false),
                people,
                Set.of());
    }

    private void open(ToDosInSight.Waiting... todos) {
        when(inSight.waiting(any(), any())).thenReturn(List.of(todos));
    }

    private static ToDosInSight.Waiting waiting(
            String name, Optional<String> holder, Set<String> people, Set<String> groups) {
        return new ToDosInSight.Waiting(
                name,
                new ToDosInSight.Listed(REFERENCE, "closeIncident", Optional.of(NOW), holder, Optional.of(NOW), false),
                people,
                groups);
    }

    private static ToDosInSight.Waiting waiting(String name, String reference, String key) {
        return new ToDosInSight.Waiting(
                name,
                new ToDosInSight.Listed(reference, key, Optional.of(NOW), Optional.empty(), Optional.of(NOW), false),
                Set.of(),
                Set.of());
    }

    private void holders(Role role, String... ids) {
        List<Person> holders = Stream.of(ids)
                .map(id -> {
                    Person holder = mock();
                    when(holder.id()).thenReturn(id);
                    when(access.mayRead(id, REFERENCE)).thenReturn(true);
                    return holder;
                })
                .toList();
        when(agency.holdersOf(role)).thenReturn(holders);
    }

    private void person(String id, String name, Role role) {
        Person person = mock();
        when(person.roles()).thenReturn(Set.of(role));
        when(agency.person(id)).thenReturn(Optional.of(person));
        when(agency.nameOf(id)).thenReturn(name);
        when(agency.is(id, role)).thenReturn(true);
    }
}
