package org.safecontact.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.access.process.TakenAndNotDone;
import org.safecontact.agency.Agency;
import org.safecontact.agency.NextFolder;
import org.safecontact.agency.Person;
import org.safecontact.journey.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever leaves, moves, does other work or is suspended is blocked on the next request, and nothing stays in their hands. */
@SafeContactTest
class LeavingTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String OWN = "/safe-contact/w";

    @LocalServerPort
    private int port;

    @Autowired
    private NextFolder folder;

    @Autowired
    private TakenAndNotDone taken;

    @Autowired
    private CaseAccess access;

    @Autowired
    private Agency agency;

    @Autowired
    private CaseFiles files;

    @Autowired
    private IdentityService identity;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private TryCase cases;

    @BeforeEach
    void prepare() {
        clock.setLondon("2026-11-24T10:00");
        cases = new TryCase(files, repository, runtime, tasks);
    }

    @AfterEach
    void asItWas() {
        folder.unchanged();
        cases.end();
    }

    /** What happens to whom, and what that person had in hand. */
    enum Change {
        LEAVES("carer3", "forReporter", folder -> folder.somebodyLeaves("carer3"), false),
        MOVES_HOUSE("carer3", "forReporter", folder -> folder.somebodyMoves("carer3", "H2"), true),
        CASELOAD_GIVEN_TO_ANOTHER("ssw1", "forWorker", folder -> folder.anotherSupervises("ssw1", "ssw2"), true),
        HOME_IN_ANOTHER_TEAM("teammanager1", "forTold", folder -> folder.anotherTeam("H1", "teammanager2"), true),
        OTHER_WORK("manager2", "forManager", folder -> folder.somebodyBecomes("manager2", "teamManager"), true),
        SUSPENDED("ssw1", "forWorker", folder -> folder.somebodyIsSuspended("ssw1", "2026-11-24T10:00"), false);

        private final String who;
        private final String had;
        private final Consumer<NextFolder> happens;
        private final boolean comesBack;

        Change(String who, String had, Consumer<NextFolder> happens, boolean comesBack) {
            this.who = who;
            this.had = had;
            this.happens = happens;
            this.comesBack = comesBack;
        }
    }

    @ParameterizedTest
    @EnumSource
    void isBlockedOnTheNextRequestAndNothingStaysInTheirHands(Change change) {
        String reference = cases.open("carer3", "C1", "H1");
        Task had = cases.task(reference, change.had);
        tasks.setAssignee(had.getId(), change.who);
        String lists = ENGINE + "/filter?resourceType=Task";
        Visitor before = Visitor.loggedIn(port, change.who).awayFromTheScreen();
        Visitor otherScreen = Visitor.loggedIn(port, change.who).awayFromTheScreen();
        assertThat(before.get(ENGINE + "/task/" + had.getId()).status()).isEqualTo(200);
        assertThat(otherScreen.get(OWN).status()).isEqualTo(200);

        change.happens.accept(folder);

        assertThat(before.get(ENGINE + "/task/" + had.getId()).status()).isEqualTo(401);
        assertThat(otherScreen.get(OWN).status()).isEqualTo(302);
        assertThat(before.get(lists).status()).as("and the session is over").isEqualTo(401);
        Visitor again = Visitor.asking(port, change.who);
        Visitor.Answer login = again.login("Demo-contact-1");
        if (change.comesBack) {
            assertThat(login.accepted()).isTrue();
            assertThat(again.get(ENGINE + "/task/" + had.getId()).status()).isEqualTo(404);
            assertThat(again.get(OWN).status())
                    .as("what they wrote stays theirs to read")
                    .isEqualTo(200);
        } else {
            Visitor.Answer wrong = Visitor.asking(port, change.who).login("Wrong-password");
            assertThat(login.status()).isEqualTo(wrong.status()).isEqualTo(401);
            assertThat(login.text()).isEqualTo(wrong.text());
        }
        taken.look();
        assertThat(cases.task(reference, change.had).getAssignee()).isNull();
    }

    @Test
    void whoeverIsSuspendedIsOnNoRungAndSomebodyStandsIn() {
        String reference = cases.open("carer1", "C1", "H1", "ssw1");
        folder.somebodyIsSuspended("ssw1", "2026-11-25");
        taken.look();
        assertThat(mayTake(reference, "forWorker")).as("from tomorrow on").containsExactly("ssw1");
        assertThat(access.mayRead("ssw1", reference)).isTrue();

        clock.setLondon("2026-11-25T00:00");
        taken.look();
        assertThat(mayTake(reference, "forWorker")).as("as when absent").containsExactly("duty1");
        assertThat(access.mayRead("ssw1", reference)).isFalse();
        assertThat(agency.available("ssw1", clock.now())).isFalse();
        assertThat(agency.nameOf("ssw1")).as("in what is written already").isEqualTo("Dana Northgate");
        assertThat(kept("ssw1")).isEqualTo("2026-11-25T00:00:00Z");
    }

    @Test
    void whoeverIsTheOnlyOneToAnswerIsNotSuspendedBeforeSomebodyElseDoes() {
        assertThatThrownBy(() -> folder.somebodyIsSuspended("duty1", "2026-11-25"))
                .hasMessageContaining("nobody who is not suspended is duty social worker");
    }

    @Test
    void anAdministratorGivesAndTakesNoWorkByGroups() {
        String reference = cases.open("carer1", "C1", "H1");
        String open = ENGINE + "/task/" + cases.task(reference, "forManager").getId();
        Visitor carer = Visitor.loggedIn(port, "carer3").awayFromTheScreen();
        Visitor admin = Visitor.loggedIn(port, "admin", "admin");
        assertThat(admin.method("PUT", ENGINE + "/group/registeredManager/members/carer3", Map.of())
                        .accepted())
                .isTrue();

        assertThat(carer.get(open).status()).isEqualTo(401);
        Visitor again = Visitor.loggedIn(port, "carer3");
        assertThat(again.get(open).status()).isEqualTo(404);
        assertThat(identity.createGroupQuery().groupMember("carer3").list())
                .extracting(group -> group.getId())
                .containsExactly("carer");
    }

    @Test
    void whatWasOfferedByNameToALoginThatIsTakenAwayIsOfferedToOthers() {
        String reference = cases.open("carer1", "C1", "H1", "childsw2");
        Task told = cases.task(reference, "forTold");
        tasks.deleteCandidateGroup(told.getId(), "teamManager");
        Visitor admin = Visitor.loggedIn(port, "admin", "admin");
        try {
            assertThat(admin.method("DELETE", ENGINE + "/user/childsw2", null).accepted())
                    .isTrue();
            assertThat(mayTake(reference, "forTold")).contains("manager1").doesNotContain("childsw2");
        } finally {
            var login = identity.newUser("childsw2");
            login.setPassword("Demo-contact-1");
            identity.saveUser(login);
        }
    }

    private List<String> mayTake(String reference, String key) {
        Task task = cases.task(reference, key);
        List<IdentityLink> offers = tasks.getIdentityLinksForTask(task.getId());
        CaseTask toDo = new CaseTask(
                reference,
                Optional.ofNullable(task.getAssignee()),
                ids(offers, IdentityLink::getUserId),
                ids(offers, IdentityLink::getGroupId),
                Optional.empty());
        return access.whoMayWork(toDo).stream().map(Person::id).toList();
    }

    private static Set<String> ids(List<IdentityLink> offers, Function<IdentityLink, String> of) {
        return offers.stream().map(of).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private String kept(String personId) {
        return jdbc.sql(
                        "select after ->> 'suspendedFrom' from agency_change where item_id = ? order by id desc limit 1")
                .param(personId)
                .query(String.class)
                .single();
    }
}
