package org.safecontact.inform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

/** Each situation of the contract's table who-to-tell, through the real table, with silence on every turn. */
@SafeContactTest
class LaddersTest {

    private static final Map<String, Object> LOW = Map.of();
    private static final Map<String, Object> MEDIUM = Map.of("contactKind", "secretAccount");
    private static final Map<String, Object> MEDIUM_RISKY = Map.of("personRisk", "risky");
    private static final Map<String, Object> HIGH = Map.of("concerns", List.of("crime"));
    private static final Map<String, Object> HIGH_UNSURE = Map.of("immediateDanger", "unsure");
    private static final Map<String, Object> IMMEDIATE = Map.of("immediateDanger", "yes");
    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("EEE HH:mm", java.util.Locale.UK).withZone(ZoneId.of("Europe/London"));

    @Autowired
    private Cases cases;

    @Autowired
    private Climbing climbing;

    @Autowired
    private Ladders ladders;

    @Autowired
    private LadderRepository repository;

    @Autowired
    private TestClock clock;

    static Stream<Arguments> situations() {
        return Stream.of(
                situation("LOW in office hours", LOW, "2027-01-12T10:00", """
                        supervisingSocialWorker ssw1 until Tue 17:00
                        dutySocialWorker duty1 until Wed 13:00
                        teamManager teammanager1 until Wed 17:00
                        registeredManager manager1 until Thu 13:00
                        registeredManager duty1,manager1,ssw1,teammanager1 until Fri 13:00
                        """),
                situation("LOW out of hours", LOW, "2027-03-13T22:04", """
                        supervisingSocialWorker ssw1 until Mon 17:00
                        dutySocialWorker duty1 until Tue 13:00
                        teamManager teammanager1 until Tue 17:00
                        registeredManager manager1 until Wed 13:00
                        registeredManager duty1,manager1,ssw1,teammanager1 until Thu 13:00
                        """),
                situation("MEDIUM in office hours", MEDIUM, "2026-11-24T10:00", """
                        supervisingSocialWorker ssw1 until Tue 12:00
                        dutySocialWorker duty1 until Tue 13:00
                        teamManager teammanager1 until Tue 14:00
                        registeredManager manager1 until Tue 15:00
                        responsibleIndividual director1 until Wed 10:00
                        responsibleIndividual director1,duty1,manager1,ssw1,teammanager1 until Thu 10:00
                        """),
                situation("MEDIUM out of hours, can wait", MEDIUM, "2026-11-21T22:04", """
                        supervisingSocialWorker ssw1 until Mon 11:00
                        dutySocialWorker duty1 until Mon 12:00
                        teamManager teammanager1 until Mon 13:00
                        registeredManager manager1 until Mon 14:00
                        responsibleIndividual director1 until Tue 10:00
                        """),
                situation("MEDIUM out of hours, cannot wait", MEDIUM_RISKY, "2026-11-21T22:04", """
                        dutySocialWorker duty1 until Sat 23:04
                        teamManager teammanager1 until Sun 00:04
                        registeredManager manager1 until Sun 01:04
                        responsibleIndividual director1 until Mon 10:00
                        supervisingSocialWorker ssw1 until Mon 12:00
                        supervisingSocialWorker director1,duty1,manager1,ssw1,teammanager1 until Tue 12:00
                        """),
                situation("HIGH in office hours", HIGH, "2026-11-24T10:00", """
                        supervisingSocialWorker ssw1 until Tue 10:30 with registeredManager manager1, call childsSocialWorker
                        dutySocialWorker duty1 until Tue 10:45
                        teamManager teammanager1 until Tue 11:00
                        registeredManager manager1 until Tue 11:15
                        responsibleIndividual director1 until Tue 11:30
                        responsibleIndividual director1,duty1,manager1,ssw1,teammanager1 until Tue 11:45
                        """),
                situation("HIGH out of hours", HIGH, "2026-11-21T22:04", """
                        dutySocialWorker duty1 until Sat 22:34 with registeredManager manager1, call emergencyDutyTeam
                        teamManager teammanager1 until Sat 22:49
                        registeredManager manager1 until Sat 23:04
                        responsibleIndividual director1 until Sat 23:19
                        responsibleIndividual director1,duty1,manager1,teammanager1 until Sat 23:34
                        """),
                situation("HIGH, fail-safe: the first one alone", HIGH_UNSURE, "2026-11-21T22:04", """
                        dutySocialWorker duty1 until Sat 22:34
                        teamManager teammanager1 until Sat 22:49 with registeredManager manager1, call emergencyDutyTeam
                        """),
                situation("IMMEDIATE in office hours", IMMEDIATE, "2026-11-24T10:00", """
                        supervisingSocialWorker ssw1 until Tue 10:15 with registeredManager manager1, call childsSocialWorker
                        dutySocialWorker duty1 until Tue 10:25
                        teamManager teammanager1 until Tue 10:35
                        registeredManager manager1 until Tue 10:45
                        responsibleIndividual director1 until Tue 11:00
                        """),
                situation("IMMEDIATE out of hours", IMMEDIATE, "2026-11-21T22:04", """
                        dutySocialWorker duty1 until Sat 22:19 with registeredManager manager1, call emergencyDutyTeam
                        teamManager teammanager1 until Sat 22:29
                        registeredManager manager1 until Sat 22:39
                        responsibleIndividual director1 until Sat 22:54
                        """),
                situation(
                        "Friday, twenty past four: duty is not jumped when the office closes",
                        HIGH,
                        "2026-11-20T16:20",
                        """
                        supervisingSocialWorker ssw1 until Fri 16:50 with registeredManager manager1, call childsSocialWorker
                        dutySocialWorker duty1 until Fri 17:20
                        teamManager teammanager1 until Fri 17:35
                        """));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("situations")
    void climbsAsTheContractSays(String name, Map<String, Object> answers, String at, String expected) {
        clock.setLondon(at);
        String reference = cases.report(answers);

        assertThat(climb(reference, Purpose.ALARM, (int) expected.lines().count()))
                .isEqualTo(expected.strip());
    }

    @Test
    void whoIsNamedStandsOnNoTurnAndIsToldNothing() {
        clock.setLondon("2026-11-24T10:00");
        String reference = cases.report("carer2", "C3", Map.of("namedPerson", "worker"), List.of("ssw2"));

        assertThat(climb(reference, Purpose.ALARM, 4)).isEqualTo("""
                        registeredManager manager1 until Tue 10:30
                        otherRegisteredManagers manager2 until Tue 10:45
                        responsibleIndividual director1 until Tue 11:00
                        responsibleIndividual director1,manager1,manager2 until Tue 11:15""".strip());
    }

    @Test
    void whenTheManagerIsNamedTheResponsibleIndividualIsFirst() {
        clock.setLondon("2026-11-24T10:00");
        String reference = cases.report("carer2", "C3", Map.of("namedPerson", "worker"), List.of("manager1"));

        assertThat(climb(reference, Purpose.ALARM, 2)).isEqualTo("""
                        responsibleIndividual director1 until Tue 10:30
                        otherRegisteredManagers manager2 until Tue 10:45""".strip());
    }

    @Test
    void aDeputyWhoIsNamedHasNoTurnAmongTheOtherManagers() {
        clock.setLondon("2026-11-24T10:00");
        String reference = cases.report("carer2", "C3", Map.of("namedPerson", "worker"), List.of("manager2"));

        assertThat(climb(reference, Purpose.ALARM, 2)).isEqualTo("""
                        registeredManager manager1 until Tue 10:30
                        responsibleIndividual director1 until Tue 10:45""".strip());
    }

    @Test
    void notSureWhetherSomebodyNearIsPartOfItGoesToTheManagerAlone() {
        clock.setLondon("2026-11-21T22:04");
        String reference = cases.report("carer2", "C3", Map.of("namedPerson", "unsure"), List.of("somebodyElse"));

        assertThat(climb(reference, Purpose.ALARM, 1)).isEqualTo("registeredManager manager1 until Sat 22:34");
    }

    @Test
    void notAnsweredTakesNobodyOff() {
        clock.setLondon("2026-11-21T22:04");
        String reference = cases.report(Map.of("namedPerson", "not answered", "concerns", List.of("crime")));

        assertThat(climb(reference, Purpose.ALARM, 1)).startsWith("dutySocialWorker duty1 until Sat 22:34");
    }

    @Test
    void theMorningIsHandedOverToTheSupervisingSocialWorkerAndAtTenToTheTeamManager() {
        clock.setLondon("2026-11-21T22:04");
        String reference = cases.report(HIGH);
        clock.setLondon("2026-11-23T09:00");

        assertThat(climb(reference, Purpose.HANDOVER, 2)).isEqualTo("""
                        supervisingSocialWorker ssw1 until Mon 10:00, call childsSocialWorker by ssw1 until Mon 09:30
                        teamManager teammanager1 until Mon 11:00""".strip());
    }

    @Test
    void whoIsAskedNowIsKnownBeforeTheFirstIsTold() {
        clock.setLondon("2026-11-21T22:04");
        String reference = cases.report(HIGH);
        assertThat(asked(reference)).isEqualTo("dutySocialWorker until Sat 22:34");

        climb(reference, Purpose.ALARM, 1);
        assertThat(asked(reference)).isEqualTo("dutySocialWorker until Sat 22:34");

        climb(reference, Purpose.MORE_WORRIED, 2);
        assertThat(asked(reference)).as("the newest alarm").isEqualTo("teamManager until Sat 23:19");
    }

    private String asked(String reference) {
        Rung rung = ladders.asked(reference).orElseThrow();
        return rung.role() + " until " + SHORT.format(rung.dueAt());
    }

    /** Silence on every turn: the clock goes to each deadline. */
    private String climb(String reference, Purpose purpose, int turns) {
        String ladder = UUID.randomUUID().toString();
        List<String> lines = new ArrayList<>();
        for (int turn = 0; turn < turns; turn++) {
            int before = repository.ofLadder(ladder).size();
            SetInMotion inMotion = climbing.next(ladder, reference, purpose);
            Rung rung = ladders.current(ladder);
            List<ToldRow> told = repository.ofLadder(ladder);
            told = told.subList(before, told.size());
            String people = told.stream()
                    .filter(row -> row.until().isPresent())
                    // Asked once more, everybody is asked as who they were told.
                    .filter(row -> rung.repetition() > 0 || row.role().equals(rung.role()))
                    .flatMap(row -> row.personId().stream())
                    .sorted()
                    .reduce((one, other) -> one + "," + other)
                    .orElse("nobody");
            String with = told.stream()
                    .filter(row -> row.until().isEmpty() && row.personId().isPresent())
                    .map(row -> " with " + row.role() + " " + row.personId().get())
                    .reduce("", String::concat);
            String call = inMotion.calls().stream()
                    .map(each -> ", call " + each.role())
                    .reduce("", String::concat);
            String first = inMotion.messages().stream()
                    .filter(message -> message.wanted() == OutgoingMessage.Wanted.RING)
                    .map(message -> " by " + message.recipientId() + " until "
                            + SHORT.format(message.byWhen().orElseThrow()))
                    .reduce("", String::concat);
            lines.add(rung.role() + " " + people + " until " + SHORT.format(rung.dueAt()) + with + call + first);
            assertThat(inMotion.messages())
                    .filteredOn(message -> message.wanted() != OutgoingMessage.Wanted.RING)
                    .as("a message to each")
                    .hasSize((int) told.stream()
                            .filter(row -> row.personId().isPresent())
                            .count());
            clock.set(rung.dueAt());
        }
        return String.join("\n", lines);
    }

    private static Arguments situation(String name, Map<String, Object> answers, String at, String expected) {
        return Arguments.of(name, answers, at, expected);
    }
}
