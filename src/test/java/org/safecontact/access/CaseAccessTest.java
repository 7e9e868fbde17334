package org.safecontact.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safecontact.agency.Agency;
import org.safecontact.agency.EnteredHere;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;

/** The rules of who may see and do what, where rota, absence and moving matter. */
class CaseAccessTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final CaseTask OPEN = new CaseTask(
            "INC-2026-000001", Optional.empty(), Set.of(), Set.of("supervisingSocialWorker"), Optional.empty());

    private final Agency agency = mock();
    private final CaseFileRepository files = mock();
    private final ExclusionRepository exclusions = mock();
    private final EnteredHere entered = mock();
    private final CaseGrants grants = mock();
    private final CasesInHand inHand = mock();
    private final Relations relations = new Relations(agency, Clock.fixed(NOW, ZoneOffset.UTC));
    private final Sights sights = new Sights(agency, relations, files, grants, inHand);
    private final CaseAccess access =
            new CaseAccess(agency, relations, sights, files, exclusions, grants, entered, Clock.systemUTC());
    private final List<Person> onDuty = new ArrayList<>();

    @BeforeEach
    void aCaseOfHouseholdH1() {
        file(false, Optional.empty());
        when(agency.onDuty(NOW)).thenReturn(onDuty);
        when(agency.available(anyString(), eq(NOW))).thenReturn(true);
        Person own = person("ssw1", Role.SUPERVISING_SOCIAL_WORKER);
        when(agency.householdsSupervisedBy("ssw1")).thenReturn(List.of("H1"));
        when(agency.supervisingSocialWorkerOf("H1")).thenReturn(Optional.of(own));
        person("ssw2", Role.SUPERVISING_SOCIAL_WORKER);
        onDuty.add(person("duty1", Role.DUTY_SOCIAL_WORKER));
        person("duty2", Role.DUTY_SOCIAL_WORKER);
    }

    @Test
    void whileTheSupervisingSocialWorkerIsThereItIsTheirs() {
        assertThat(access.mayWork("ssw1", OPEN)).isTrue();
        assertThat(access.mayWork("duty1", OPEN)).isFalse();
        assertThat(access.mayRead("duty1", OPEN)).isTrue();
    }

    @Test
    void whileTheyAreAwayItIsWhoeverIsOnDuty() {
        when(agency.available("ssw1", NOW)).thenReturn(false);

        assertThat(access.mayWork("duty1", OPEN)).isTrue();
        assertThat(access.mayWork("duty2", OPEN)).isFalse();
        assertThat(access.mayWork("ssw2", OPEN)).isFalse();
    }

    @Test
    void whileTheyAreExcludedItIsWhoeverIsOnDutyToo() {
        when(exclusions.excluded(OPEN.reference())).thenReturn(Set.of("ssw1"));

        assertThat(access.mayWork("duty1", OPEN)).isTrue();
        assertThat(access.mayWork("ssw1", OPEN)).isFalse();
        assertThat(access.mayRead("ssw1", OPEN.reference())).isFalse();
    }

    @Test
    void whoDecidedFirstIsNeverTheSecond() {
        CaseTask second =
                new CaseTask(OPEN.reference(), Optional.empty(), Set.of(), OPEN.candidateGroups(), Optional.of("ssw1"));
        CaseTask handed = new CaseTask(
                OPEN.reference(), Optional.of("ssw1"), Set.of(), OPEN.candidateGroups(), Optional.of("ssw1"));

        assertThat(access.mayRead("ssw1", second)).isTrue();
        assertThat(access.mayWork("ssw1", second)).isFalse();
        assertThat(access.mayWork("ssw1", handed)).isFalse();
    }

    @Test
    void dutyEndsWithTheRotaExceptForWhatIsInHand() {
        assertThat(access.mayRead("duty2", OPEN)).isFalse();

        when(inHand.of("duty2")).thenReturn(List.of(OPEN.reference()));
        CaseTask taken = new CaseTask(
                OPEN.reference(), Optional.of("duty2"), Set.of(), Set.of("dutySocialWorker"), Optional.empty());
        assertThat(access.mayWork("duty2", taken)).isTrue();
        assertThat(access.mayWork("duty1", taken)).isFalse();
    }

    @Test
    void whoTakesOverAHomeSeesItAndWhoGaveItUpDoesNot() {
        when(agency.householdsSupervisedBy("ssw1")).thenReturn(List.of());
        when(agency.householdsSupervisedBy("ssw2")).thenReturn(List.of("H1"));
        CaseTask taken = new CaseTask(OPEN.reference(), Optional.of("ssw1"), Set.of(), Set.of(), Optional.empty());

        assertThat(access.mayRead("ssw2", taken)).isTrue();
        assertThat(access.mayWork("ssw1", taken)).isFalse();
        assertThat(access.mayRead("ssw1", taken)).isFalse();
    }

    @Test
    void dutySeesWhatIsOpenAndOthersTheirOwnWorkForGood() {
        file(false, Optional.of(NOW));

        assertThat(access.mayRead("duty1", OPEN.reference())).isFalse();
        assertThat(access.mayRead("ssw1", OPEN.reference())).isTrue();
    }

    @Test
    void aGrantOpensAWallAndNeverAnExclusion() {
        file(true, Optional.empty());
        assertThat(access.mayRead("ssw2", OPEN.reference())).isFalse();

        when(grants.letInTo(OPEN.reference())).thenReturn(Set.of("ssw2"));
        assertThat(access.mayRead("ssw2", OPEN.reference())).isTrue();
        when(exclusions.excluded(OPEN.reference())).thenReturn(Set.of("ssw2"));
        assertThat(access.mayRead("ssw2", OPEN.reference())).isFalse();
    }

    @Test
    void aWallOutweighsWhatIsInHand() {
        when(inHand.of("duty2")).thenReturn(List.of(OPEN.reference()));
        file(true, Optional.empty());

        assertThat(access.mayRead("duty2", OPEN)).isFalse();
    }

    @Test
    void howManyPeopleMayTakeItIsAskedWithOneLookAtTheCase() {
        for (Role role : Role.values()) {
            when(agency.holdersOf(role)).thenReturn(List.of());
        }
        List<Person> workers = Stream.of("ssw1", "ssw2", "ssw3", "ssw4")
                .map(id -> person(id, Role.SUPERVISING_SOCIAL_WORKER))
                .toList();
        when(agency.holdersOf(Role.SUPERVISING_SOCIAL_WORKER)).thenReturn(workers);

        assertThat(access.whoMayWork(OPEN)).extracting(Person::id).containsExactly("ssw1");

        verify(files).find(OPEN.reference());
        verify(exclusions).excluded(OPEN.reference());
        verify(grants).letInTo(OPEN.reference());
        verifyNoMoreInteractions(files);
    }

    @Test
    void theAdministratorAndStrangersSeeNothing() {
        person("admin", Role.ADMINISTRATOR);

        assertThat(sights.of("admin").isEmpty()).isTrue();
        assertThat(sights.of("stranger").isEmpty()).isTrue();
        assertThat(relations.of("admin")).isEqualTo(Relation.NONE);
    }

    private void file(boolean walled, Optional<Instant> closedAt) {
        when(files.find(OPEN.reference()))
                .thenReturn(Optional.of(new CaseFile(
                        OPEN.reference(),
                        "carer1",
                        NOW,
                        Optional.of("H1"),
                        Optional.of("C1"),
                        true,
                        1,
                        walled,
                        closedAt,
                        false)));
    }

    private Person person(String id, Role role) {
        Person person = new Person(
                id,
                id,
                Set.of(role),
                "01632 960000",
                id + "@example.org",
                Optional.empty(),
                List.of(),
                Set.of(),
                Optional.empty());
        when(agency.person(id)).thenReturn(Optional.of(person));
        return person;
    }
}
