package org.safecontact.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecontact.Patience;
import org.safecontact.SafeContactTest;
import org.safecontact.access.process.TasksInSight;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Lists, counts and by-id commands of the engine follow person and case. */
@SafeContactTest
class WhoSeesWhatTest {

    private TryCase cases;

    @Autowired
    private CaseFiles files;

    @Autowired
    private CaseGrants grants;

    @Autowired
    private CaseFinder finder;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private CaseAccess access;

    @Autowired
    private CasesInHand inHand;

    @Autowired
    private TaskService tasks;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private IdentityService identity;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TransactionTemplate transaction;

    private final ExecutorService otherNode = Executors.newSingleThreadExecutor();

    @BeforeEach
    void prepare() {
        cases = new TryCase(files, repository, runtime, tasks);
    }

    @AfterEach
    void end() {
        otherNode.shutdownNow();
        cases.end();
    }

    @ParameterizedTest
    @CsvSource({
        "carer1, forReporter",
        "carer3, ''",
        "carer2, ''",
        "ssw1, forReporter forWorker forManager forTold",
        "ssw2, ''",
        "duty1, forReporter forWorker forManager forTold",
        "teammanager1, forReporter forWorker forManager forTold",
        "manager1, forReporter forWorker forManager forTold",
        "manager2, forReporter forWorker forManager forTold",
        "director1, forReporter forWorker forManager forTold",
        "childsw1, ''",
        "childsw2, ''",
        "admin, ''",
        "nobody, ''",
    })
    void everybodySeesTheirOwnPart(String person, String expected) {
        String reference = cases.open("carer1", "C1", "H1");

        assertThat(listed(person, reference)).isEqualTo(words(expected));
        assertThat(counted(person, reference)).isEqualTo(words(expected).size());
        for (String key : List.of("forReporter", "forWorker", "forManager", "forTold")) {
            String id = cases.task(reference, key).getId();
            boolean open = words(expected).contains(key);
            assertThat(as(person, () -> mayOpen(id)))
                    .as(person + " opens " + key)
                    .isEqualTo(open);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "carer1, ''",
        "ssw1, forWorker",
        "duty1, forWorker",
        "teammanager1, forTold",
        "manager1, forManager",
        "director1, ''",
        "childsw1, forTold",
    })
    void whatWaitsForSomebodyWaitsForWhoMayTakeIt(String person, String expected) {
        String reference = cases.open("carer1", "C1", "H1", "childsw1");

        assertThat(as(
                        person,
                        () -> tasks
                                .createTaskQuery()
                                .processInstanceBusinessKey(reference)
                                .taskUnassigned()
                                .listPage(0, 50)
                                .stream()
                                .map(Task::getTaskDefinitionKey)
                                .collect(Collectors.toSet())))
                .isEqualTo(words(expected));
    }

    @Test
    void whoWasToldSeesWhatTheyWereOffered() {
        String reference = cases.open("carer1", "C1", "H1", "childsw1");

        assertThat(listed("childsw1", reference)).containsExactly("forTold");
        assertThat(listed("childsw2", reference)).isEmpty();
    }

    @Test
    void whatSomebodyTookOrWasOfferedByNameIsInTheirHands() {
        String reference = cases.open("carer1", "C1", "H1", "childsw1");
        as("ssw1", () -> claim(cases.task(reference, "forWorker").getId(), "ssw1"));

        assertThat(inHand.of("ssw1")).contains(reference);
        assertThat(inHand.of("childsw1")).contains(reference);
        assertThat(inHand.of("duty1")).doesNotContain(reference);
        cases.end();
        assertThat(inHand.of("ssw1")).doesNotContain(reference);
    }

    @Test
    void excludedIsNothingAtAllFromTheSameMomentOn() {
        String reference = cases.open("carer1", "C1", "H1");
        String id = cases.task(reference, "forWorker").getId();
        as("ssw1", () -> claim(id, "ssw1"));

        files.exclude(reference, "ssw1", "named in the concern");

        assertThat(listed("ssw1", reference)).isEmpty();
        assertThat(counted("ssw1", reference)).isZero();
        assertThat(as("ssw1", () -> mayOpen(id))).isFalse();
        assertThat(access.mayRead("ssw1", reference)).isFalse();
        assertThat(cases.task(reference, "forWorker").getAssignee()).isNull();
    }

    @Test
    void whoIsKeptAwayWhileTheyAreLetBackStaysAway() throws Exception {
        String reference = cases.open("carer1", "C1", "H1");
        files.exclude(reference, "ssw1", "named in the concern");

        Future<Boolean> again = transaction.execute(now -> {
            files.letBack(reference, "ssw1", "named in the concern");
            Future<Boolean> waits = otherNode.submit(() -> files.exclude(reference, "ssw1", "named in the concern"));
            Patience.untilWaiting(jdbc, 1);
            return waits;
        });

        assertThat(again.get(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(files.excluded(reference)).containsExactly("ssw1");
    }

    @Test
    void thatSomebodyWasKeptAwayAndThatItEndedIsKeptForGood() {
        String reference = cases.open("carer1", "C1", "H1");

        assertThat(files.exclude(reference, "ssw1", "named in the concern")).isTrue();
        assertThat(files.exclude(reference, "ssw1", "named in the concern")).isFalse();
        files.exclude(reference, "ssw1", "named in another report");
        files.letBack(reference, "ssw1", "named in the concern");
        assertThat(files.excluded(reference)).as("for the other reason").containsExactly("ssw1");
        files.letBack(reference, "ssw1", "named in another report");
        files.letBack(reference, "ssw1", "named in another report");
        assertThat(files.excluded(reference)).isEmpty();
        assertThat(access.mayRead("ssw1", reference)).isTrue();
        assertThat(listed("ssw1", reference)).isNotEmpty();
        assertThat(finder.find("ssw1", "C1")).contains(reference);
        assertThat(files.exclude(reference, "ssw1", "named in the concern"))
                .as("once more")
                .isTrue();
        assertThat(listed("ssw1", reference)).isEmpty();
        assertThat(finder.find("ssw1", "C1")).doesNotContain(reference);

        assertThat(jdbc.sql(
                                "select why || case when e is null then '' else ' ended' end from case_exclusion x"
                                        + " left join case_exclusion_end e on e.exclusion_id = x.id where reference = ? order by id")
                        .param(reference)
                        .query(String.class)
                        .list())
                .containsExactly("named in the concern ended", "named in another report ended", "named in the concern");
        for (String table : List.of("case_exclusion", "case_exclusion_end")) {
            for (String change : List.of("delete from " + table, "truncate " + table + " cascade")) {
                assertThatThrownBy(() -> jdbc.sql(change).update())
                        .rootCause()
                        .hasMessageContaining("permission denied");
            }
        }
        for (String change : List.of(
                "update case_exclusion set why = 'other'",
                "update case_exclusion_end set ended_at = ended_at",
                "delete from case_excluded")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).rootCause().hasMessageContaining("permission denied");
        }
    }

    @Test
    void whatOnlyTheExcludedHadGoesToARegisteredManager() {
        String reference = cases.open("carer1", "C1", "H1");

        files.exclude(reference, "carer1", "lives with somebody who is named");

        String id = cases.task(reference, "forReporter").getId();
        assertThat(cases.task(reference, "forReporter").getAssignee()).isNull();
        assertThat(as("manager1", () -> claim(id, "manager1"))).isTrue();
    }

    @Test
    void behindAWallAreOnlyTheServiceAndWhomItLetsIn() {
        String reference = cases.open("carer1", "C1", "H1");

        files.wall(reference);

        for (String person : List.of("carer1", "ssw1", "duty1", "teammanager1", "admin")) {
            assertThat(listed(person, reference)).as(person).isEmpty();
            assertThat(access.mayRead(person, reference)).as(person).isFalse();
        }
        assertThat(listed("manager1", reference)).hasSize(4);
        assertThat(listed("director1", reference)).hasSize(4);
        grants.give(reference, "ssw2", GrantReason.FOLLOWS_THE_CHILD);
        assertThat(listed("ssw2", reference)).hasSize(4);
        files.exclude(reference, "manager1", "named in the concern");
        assertThat(listed("manager1", reference)).isEmpty();
    }

    @Test
    void whoeverIsLetInIsSoAsLongAsTheReasonLasts() {
        String reference = cases.open("carer1", "C1", "H1", "ssw2");
        files.wall(reference);
        grants.give(reference, "ssw2", GrantReason.FOLLOWS_THE_CHILD);
        grants.give(reference, "ssw2", GrantReason.FOLLOWS_THE_CHILD);
        grants.give(reference, "teammanager1", GrantReason.LAST_RESORT);
        String told = cases.task(reference, "forTold").getId();
        tasks.addCandidateUser(told, "ssw2");
        assertThat(as("ssw2", () -> claim(told, "ssw2"))).isTrue();

        grants.over(reference, GrantReason.FOLLOWS_THE_CHILD, Set.of("ssw1"));
        assertThat(access.mayRead("ssw2", reference)).isFalse();
        assertThat(listed("ssw2", reference)).isEmpty();
        assertThat(cases.task(reference, "forTold").getAssignee())
                .as("and others may take it")
                .isNull();
        assertThat(access.mayRead("teammanager1", reference))
                .as("for another reason")
                .isTrue();

        grants.give(reference, "ssw2", GrantReason.FOLLOWS_THE_CHILD);
        tasks.addCandidateUser(told, "ssw2");
        assertThat(as("ssw2", () -> claim(told, "ssw2"))).isTrue();
        files.close(reference);
        assertThat(access.mayRead("teammanager1", reference)).isFalse();
        assertThat(access.mayRead("ssw2", reference))
                .as("what is in hand is still done")
                .isTrue();
        assertThat(listed("ssw2", reference)).isNotEmpty();
        tasks.complete(told);
        assertThat(access.mayRead("ssw2", reference)).isFalse();
        assertThat(listed("ssw2", reference)).isEmpty();

        assertThat(jdbc.sql("select person_id || ' ' || coalesce(why, '') from case_grant g left join case_grant_end e"
                                + " on e.grant_id = g.id where reference = ? order by id")
                        .param(reference)
                        .query(String.class)
                        .list())
                .containsExactly("ssw2 REASON_OVER", "teammanager1 CASE_CLOSED", "ssw2 CASE_CLOSED");
        for (String table : List.of("case_grant", "case_grant_end")) {
            assertThatThrownBy(() -> jdbc.sql("delete from " + table).update())
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void whatOneSeesIsFoundBehindHundredsThatOneDoesNot() {
        String reference = cases.open("carer2", "C3", "H2");
        jdbc.sql("""
                        insert into case_file (reference, opened_by, opened_at, household_id, child_id, sent, walled)
                        select 'HID-' || n, 'carer2', f.opened_at + interval '1 second', 'H2', 'C3', true, true
                        from generate_series(1, 501) n, case_file f where f.reference = ?""").param(reference).update();

        assertThat(finder.find("ssw2", "Swallow")).contains(reference).noneMatch(found -> found.startsWith("HID"));
        assertThat(finder.find("ssw2", "C3 Swallow")).contains(reference);
        assertThat(finder.find("ssw2", " swallow (c3)")).contains(reference);
        assertThat(finder.find("ssw2", "C1 Swallow")).isEmpty();
        assertThat(finder.find("ssw2", "()")).isEmpty();
        assertThat(finder.find("ssw1", "Swallow")).isEmpty();
        files.close(reference);
        assertThat(finder.find("ssw2", "Swallow")).contains(reference);
        assertThat(finder.find("duty1", "Swallow")).doesNotContain(reference);
    }

    @Test
    void theGravestStandsFirstHoweverManyAreOpenThatAreNewer() {
        String reference = cases.open("carer2", "C3", "H2");
        jdbc.sql("update case_file set urgency = 1000 where reference = ?")
                .param(reference)
                .update();
        jdbc.sql("""
                        insert into case_file (reference, opened_by, opened_at, household_id, sent)
                        select 'NEW-' || n, 'carer2', f.opened_at + interval '1 second', 'H2', true
                        from generate_series(1, 60) n, case_file f where f.reference = ?""").param(reference).update();
        try {
            assertThat(finder.open("duty1")).hasSize(CaseFinder.MOST);
            assertThat(finder.open("ssw2")).startsWith(reference);
        } finally {
            jdbc.sql("update case_file set closed_at = opened_at where reference like 'NEW-%'")
                    .update();
        }
    }

    @Test
    void onlyThoseItWasOfferedToTakeIt() {
        String reference = cases.open("carer1", "C1", "H1");
        String worker = cases.task(reference, "forWorker").getId();
        String manager = cases.task(reference, "forManager").getId();
        String told = cases.task(reference, "forTold").getId();

        for (String person : List.of("carer1", "carer2", "ssw2", "duty1", "teammanager1", "manager1", "admin")) {
            assertThat(as(person, () -> claim(worker, person))).as(person).isFalse();
        }
        assertThat(as("ssw1", () -> claim(manager, "ssw1"))).isFalse();
        assertThat(as("director1", () -> claim(manager, "director1"))).isFalse();
        assertThat(as("ssw1", () -> claim(worker, "ssw1"))).isTrue();
        assertThat(as("manager2", () -> claim(manager, "manager2"))).isTrue();
        assertThat(as("teammanager1", () -> claim(told, "teammanager1"))).isTrue();
        // taken is taken
        assertThat(as("manager1", () -> claim(manager, "manager1"))).isFalse();
    }

    @Test
    void dutyStandsInWhereTheSupervisingSocialWorkerIsExcluded() {
        String reference = cases.open("carer1", "C1", "H1");
        String worker = cases.task(reference, "forWorker").getId();
        files.exclude(reference, "ssw1", "named in the concern");

        assertThat(as("ssw2", () -> claim(worker, "ssw2"))).isFalse();
        assertThat(as("duty1", () -> claim(worker, "duty1"))).isTrue();
    }

    @Test
    void nobodyGivesChangesOrEndsAnythingByTheEnginesOwnCommands() {
        String reference = cases.open("carer1", "C1", "H1");
        String id = cases.task(reference, "forWorker").getId();

        for (String person : List.of("carer1", "ssw1", "manager1", "director1", "admin")) {
            refused(person, () -> tasks.setAssignee(id, "carer2"));
            refused(person, () -> tasks.setPriority(id, 1));
            refused(person, () -> tasks.addCandidateUser(id, person));
            refused(person, () -> tasks.delegateTask(id, person));
            refused(person, () -> tasks.setVariable(id, "riskLevel", "LOW"));
            refused(person, () -> tasks.saveTask(tasks.newTask("own" + person)));
        }
    }

    @Test
    void countingStopsWhereNobodyNeedsToKnowMore() {
        String reference = cases.open("carer1", "C1", "H1");
        cases.many(reference, TasksInSight.MOST_COUNTED);

        assertThat(counted("duty1", reference)).isEqualTo(TasksInSight.MOST_COUNTED);
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(reference).count())
                .as("the product itself counts them all")
                .isGreaterThan(TasksInSight.MOST_COUNTED);
    }

    @Test
    void nobodyGetsARowOfTheirOwnForWhatTheyAreGiven() {
        String reference = cases.open("carer1", "C1", "H1", "childsw1");
        String worker = cases.task(reference, "forWorker").getId();
        as("ssw1", () -> claim(worker, "ssw1"));
        tasks.setAssignee(worker, "duty1");
        tasks.setOwner(worker, "ssw1");
        tasks.setAssignee(worker, null);
        tasks.addCandidateUser(worker, "ssw2");
        tasks.addCandidateGroup(worker, "teamManager");
        tasks.deleteCandidateUser(worker, "ssw2");
        as("manager1", () -> claim(cases.task(reference, "forManager").getId(), "manager1"));
        files.exclude(reference, "manager1", "named in the concern");

        assertThat(authorizations
                        .createAuthorizationQuery()
                        .resourceType(Resources.TASK)
                        .list())
                .as("rows about tasks")
                .isEmpty();
    }

    @Test
    void theAdministratorLooksAfterMachinesAndSeesNothingOfACase() {
        assertThat(authorizations.createAuthorizationQuery().groupIdIn("camunda-admin").list().stream()
                        .map(WhoSeesWhatTest::inWords))
                .containsExactlyInAnyOrder(
                        "APPLICATION cockpit",
                        "APPLICATION admin",
                        "USER *",
                        "GROUP *",
                        "GROUP_MEMBERSHIP *",
                        "DEPLOYMENT *",
                        "DECISION_REQUIREMENTS_DEFINITION *",
                        "DECISION_DEFINITION *",
                        "PROCESS_DEFINITION * READ READ_INSTANCE RETRY_JOB");
    }

    /** What it is about, and for processes, which lead to cases, what of it is allowed. */
    private static String inWords(Authorization grant) {
        Resources resource = Stream.of(Resources.values())
                .filter(each -> each.resourceType() == grant.getResourceType())
                .findFirst()
                .orElseThrow();
        Stream<String> allowed = resource != Resources.PROCESS_DEFINITION
                ? Stream.empty()
                : Stream.of(ProcessDefinitionPermissions.values())
                        .filter(permission -> permission.getValue() != 0 && grant.isPermissionGranted(permission))
                        .map(Enum::name)
                        .sorted();
        return Stream.concat(Stream.of(resource.name(), grant.getResourceId()), allowed)
                .collect(Collectors.joining(" "));
    }

    @Test
    void moreUrgentReachesWhatIsOpenAndLessDoesNot() {
        String reference = cases.open("carer1", "C1", "H1");

        files.urgency(reference, 3);
        assertThat(cases.task(reference, "forWorker").getPriority()).isEqualTo(3);
        files.urgency(reference, 0);
        assertThat(cases.task(reference, "forWorker").getPriority()).isEqualTo(3);
    }

    @Test
    void aReportWithoutAChildIsItsWritersAndDutys() {
        files.open("TRY-2026-900001", "ssw2", null);

        assertThat(access.mayRead("ssw2", "TRY-2026-900001")).isTrue();
        assertThat(access.mayRead("duty1", "TRY-2026-900001")).isTrue();
        assertThat(access.mayRead("ssw1", "TRY-2026-900001")).isFalse();
        assertThat(access.mayRead("teammanager1", "TRY-2026-900001")).isFalse();
    }

    private boolean mayOpen(String taskId) {
        boolean listed = tasks.createTaskQuery().taskId(taskId).count() == 1;
        boolean byId;
        try {
            tasks.getVariables(taskId);
            byId = true;
        } catch (AuthorizationException refused) {
            byId = false;
        }
        assertThat(byId).isEqualTo(listed);
        return byId;
    }

    private boolean claim(String taskId, String person) {
        try {
            tasks.claim(taskId, person);
            return true;
        } catch (AuthorizationException refused) {
            assertThat(refused.getMessage()).doesNotContain(person).doesNotContain(taskId);
            return false;
        }
    }

    private void refused(String person, Runnable command) {
        as(person, () -> {
            assertThatThrownBy(command::run).isInstanceOf(AuthorizationException.class);
            return null;
        });
    }

    private Set<String> listed(String person, String reference) {
        return as(
                person,
                () -> tasks.createTaskQuery().processInstanceBusinessKey(reference).listPage(0, 50).stream()
                        .map(Task::getTaskDefinitionKey)
                        .collect(Collectors.toSet()));
    }

    private long counted(String person, String reference) {
        return as(
                person,
                () -> tasks.createTaskQuery()
                        .processInstanceBusinessKey(reference)
                        .count());
    }

    private <T> T as(String person, Supplier<T> work) {
        identity.setAuthentication(person, List.of());
        try {
            return work.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    private static Set<String> words(String text) {
        return text.isBlank() ? Set.of() : Set.of(text.split(" "));
    }
}
