package org.safecontact.inform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safecontact.access.CaseFile;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Household;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.safecontact.agency.WorkingTime;

/** Which people a role means when somebody is away, or kept away. */
class WhoStandsTest {

    private static final String CASE = "INC-2026-000001";
    private static final Instant NOW = Instant.parse("2026-11-21T22:04:00Z");
    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");

    private final Agency agency = mock(Agency.class);
    private final CaseFiles files = mock(CaseFiles.class);
    private final WorkingTime workingTime = mock(WorkingTime.class);
    private final WhoStands whoStands = new WhoStands(agency, files, workingTime);

    @BeforeEach
    void aHomeWithItsPeople() {
        CaseFile file = new CaseFile(
                CASE, "carer1", NOW, Optional.of("H1"), Optional.empty(), true, 2, false, Optional.empty(), false);
        when(files.find(CASE)).thenReturn(Optional.of(file));
        when(files.excluded(CASE)).thenReturn(Set.of());
        when(agency.household("H1"))
                .thenReturn(Optional.of(new Household("H1", "Home", "Somewhere", "North", "ssw1", List.of())));
        when(agency.supervisingSocialWorkerOf("H1"))
                .thenReturn(Optional.of(person("ssw1", Role.SUPERVISING_SOCIAL_WORKER)));
        when(agency.teamManagersOf("H1"))
                .thenReturn(List.of(person("tm1", Role.TEAM_MANAGER), person("tm2", Role.TEAM_MANAGER)));
        when(agency.onDuty(any())).thenReturn(List.of(person("duty1", Role.DUTY_SOCIAL_WORKER)));
        when(agency.holdersOf(Role.DUTY_SOCIAL_WORKER))
                .thenReturn(
                        List.of(person("duty1", Role.DUTY_SOCIAL_WORKER), person("duty2", Role.DUTY_SOCIAL_WORKER)));
        when(agency.onCallManager(any())).thenReturn(Optional.of(person("manager2", Role.REGISTERED_MANAGER)));
        when(agency.holdersOf(Role.REGISTERED_MANAGER))
                .thenReturn(List.of(
                        person("manager1", Role.REGISTERED_MANAGER), person("manager2", Role.REGISTERED_MANAGER)));
        when(agency.available(any(), any())).thenReturn(true);
        when(workingTime.due(NOW, "nextWorkingDay09:00")).thenReturn(MONDAY);
    }

    @Test
    void atNightASupervisingSocialWorkerCountsAsThereWhenTheyAreThereInTheMorning() {
        when(agency.available("ssw1", NOW)).thenReturn(false);
        assertThat(whoStands.supervisingSocialWorkerAvailable(CASE, NOW)).isTrue();

        when(agency.available("ssw1", MONDAY)).thenReturn(false);
        assertThat(whoStands.supervisingSocialWorkerAvailable(CASE, NOW)).isFalse();
    }

    @Test
    void inOfficeHoursTheyMustBeThereNow() {
        when(workingTime.isOfficeHours(NOW)).thenReturn(true);
        when(agency.available("ssw1", NOW)).thenReturn(false);

        assertThat(whoStands.supervisingSocialWorkerAvailable(CASE, NOW)).isFalse();
    }

    @Test
    void aManagerWhoIsAwayIsAskedOnlyWhenAllAre() {
        when(agency.available("tm1", NOW)).thenReturn(false);
        assertThat(people(Role.TEAM_MANAGER)).containsExactly("tm2");

        when(agency.available(any(), eq(NOW))).thenReturn(false);
        assertThat(people(Role.TEAM_MANAGER)).containsExactly("tm1", "tm2");
    }

    @Test
    void whenDutyIsKeptAwayAnotherDutyWorkerAnswers() {
        when(files.excluded(CASE)).thenReturn(Set.of("duty1"));

        assertThat(people(Role.DUTY_SOCIAL_WORKER)).containsExactly("duty2");
        assertThat(whoStands.excludedRoles(CASE, NOW)).isEmpty();

        when(files.excluded(CASE)).thenReturn(Set.of("duty1", "duty2"));
        assertThat(people(Role.DUTY_SOCIAL_WORKER)).isEmpty();
        assertThat(whoStands.excludedRoles(CASE, NOW)).containsExactly("dutySocialWorker");
    }

    @Test
    void deputiesDoNotDecideAboutTheRegisteredManager() {
        when(files.excluded(CASE)).thenReturn(Set.of("manager1"));

        assertThat(whoStands.excludedRoles(CASE, NOW)).containsExactly("registeredManager");
    }

    @Test
    void withoutAKnownHomeNobodyOfAHomeStands() {
        when(files.find(CASE)).thenReturn(Optional.empty());

        assertThat(people(Role.SUPERVISING_SOCIAL_WORKER)).isEmpty();
        assertThat(people(Role.TEAM_MANAGER)).isEmpty();
        assertThat(people(Role.DUTY_SOCIAL_WORKER)).containsExactly("duty1");
        assertThat(whoStands.supervisingSocialWorkerAvailable(CASE, NOW)).isFalse();
    }

    private List<String> people(Role role) {
        return whoStands.people(role.groupId(), CASE, NOW);
    }

    private static Person person(String id, Role role) {
        return new Person(
                id,
                id,
                Set.of(role),
                "01632 960000",
                id + "@example.org",
                Optional.empty(),
                List.of(),
                Set.of(),
                Optional.empty());
    }
}
