package org.safecontact.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safecontact.Patience;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.start.CannotStart;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

@SafeContactTest
class AgencyLoaderTest {

    private static final Path DEMO = Path.of("src/main/resources/demo-agency");
    private static final Instant SATURDAY_NIGHT = Instant.parse("2026-11-21T22:04:00Z");

    @Autowired
    private AgencyLoader loader;

    @Autowired
    private AgencyRepository repository;

    @Autowired
    private AgencyKeeping keeping;

    @Autowired
    private Agency agency;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    @TempDir
    private Path folder;

    @BeforeEach
    void copyTheDemonstration() throws IOException {
        FileSystemUtils.copyRecursively(DEMO, folder);
    }

    @AfterEach
    void backToTheDemonstration() {
        loader.load(DEMO.toString());
    }

    @Test
    void loadingTheSameFolderAgainChangesNothing() {
        long before = changes();

        assertThat(loader.load(folder.toString())).isZero();
        assertThat(changes()).isEqualTo(before);
    }

    @Test
    void everyChangeCountsAtOnceAndIsKept() throws IOException {
        clock.set(SATURDAY_NIGHT);
        write("own-days.yaml", "- id: training\n  date: 2026-11-20\n  name: Training day\n");
        change("people.yaml", "07700 900201", "07700 900299");
        write("dangerous-people.yaml", "");

        assertThat(loader.load(folder.toString())).isEqualTo(3);

        assertThat(agency.person("ssw1").orElseThrow().telephone()).isEqualTo("07700 900299");
        assertThat(agency.dangerousPeople("C1")).isEmpty();
        List<Map<String, Object>> kept = jdbc.sql("""
                        select kind, item_id, file, before ->> 'telephone' as before, after ->> 'telephone' as after,
                               before is null as added, after is null as removed, changed_at
                        from agency_change order by id desc limit 3
                        """).query().listOfRows();
        assertThat(kept)
                .allSatisfy(row -> assertThat(row.get("changed_at").toString()).contains("2026-11-21"));
        assertThat(kept)
                .anySatisfy(row -> assertThat(row)
                        .containsEntry("item_id", "ssw1")
                        .containsEntry("file", "people.yaml")
                        .containsEntry("before", "07700 900201")
                        .containsEntry("after", "07700 900299"))
                .anySatisfy(
                        row -> assertThat(row).containsEntry("item_id", "D1").containsEntry("removed", true))
                .anySatisfy(row ->
                        assertThat(row).containsEntry("item_id", "training").containsEntry("added", true));
    }

    /** Another node knows by the number of the newest change that it has to look again. */
    @Test
    void anotherOrderIsAChangeThatEveryNodeSees() throws IOException {
        AgencyInForce otherNode = new AgencyInForce(repository, loader);
        assertThat(otherNode.state().children()).extracting(Child::id).containsExactly("C1", "C2", "C3");
        String children = Files.readString(folder.resolve("children.yaml"));
        int second = children.indexOf("- id: C2");
        int third = children.indexOf("- id: C3");
        write(
                "children.yaml",
                children.substring(0, second) + children.substring(third) + children.substring(second, third));

        assertThat(loader.load(folder.toString())).as("two stand elsewhere").isEqualTo(2);

        assertThat(otherNode.state().children()).extracting(Child::id).containsExactly("C1", "C3", "C2");
        assertThat(loader.load(folder.toString())).isZero();
    }

    /** What another node stores by the folder, or loads itself, of this version or of an older one. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLoadThatWaitsTooLongForAnotherNodeSaysWhatToDo(boolean stores) throws IOException {
        change("people.yaml", "07700 900201", "07700 900299");
        long before = changes();

        transaction.executeWithoutResult(now -> {
            if (stores) {
                repository.hold();
            } else {
                jdbc.sql("lock table agency_item in share row exclusive mode").update();
            }
            CompletableFuture<Integer> otherNode =
                    CompletableFuture.supplyAsync(() -> loader.load(folder.toString(), Duration.ofMillis(200)));
            assertThatThrownBy(() -> otherNode.get(Patience.SECONDS, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("nothing was changed")
                    .hasMessageContaining("Please start again");
        });

        assertThat(changes()).isEqualTo(before);
        assertThat(loader.load(folder.toString())).isEqualTo(1);
    }

    @Test
    void aFolderWithAProblemLeavesEverythingAsItWas() throws IOException {
        long before = changes();
        change("people.yaml", "07700 900201", "07700 900299");
        change("children.yaml", "household: H2", "household: H7");

        assertThatThrownBy(() -> loader.load(folder.toString())).isInstanceOf(AgencyFolderRefused.class);

        assertThat(changes()).isEqualTo(before);
        assertThat(agency.person("ssw1").orElseThrow().telephone()).isEqualTo("07700 900201");
    }

    /** What is kept on a page stays, unless the folder has other words of it; and both together must be an agency. */
    @Test
    void whatAPageKeptStaysAndIsCheckedWithTheFolder() throws IOException {
        keepSupervisor("H1", "ssw2");
        assertThat(loader.load(folder.toString())).isZero();
        assertThat(agency.householdsSupervisedBy("ssw2")).containsExactly("H1", "H2");

        change(
                "people.yaml",
                "roles: [supervisingSocialWorker]\n  telephone: \"07700 900202\"",
                "roles: [teamManager]\n  telephone: \"07700 900202\"");
        change("households.yaml", "supervisedBy: ssw2", "supervisedBy: ssw1");
        assertThatThrownBy(() -> loader.load(folder.toString()))
                .isInstanceOf(AgencyFolderRefused.class)
                .hasMessageContaining(
                        "with what was kept on pages since: households.yaml: H1: names ssw2, who is no supervising");

        change("households.yaml", "name: Home one", "name: First home");
        loader.load(folder.toString());
        assertThat(agency.householdsSupervisedBy("ssw1"))
                .as("the folder has other words of H1")
                .containsExactly("H1", "H2");
    }

    private void keepSupervisor(String home, String worker) {
        AgencyKeeping.Entry entry = keeping.one(ItemKind.HOUSEHOLDS, home).orElseThrow();
        keeping.keep(
                List.of(new AgencyKeeping.Wish(
                        ItemKind.HOUSEHOLDS,
                        home,
                        Optional.of(entry.fields().put("supervisedBy", worker)),
                        entry.number())),
                "manager1");
    }

    @Test
    void aMissingFolderIsRefused() {
        assertThatThrownBy(() -> loader.load(" ")).isInstanceOf(AgencyFolderRefused.class);
        assertThatThrownBy(() -> loader.load(folder.resolve("nowhere").toString()))
                .isInstanceOf(AgencyFolderRefused.class);
    }

    @Test
    void whatChangedCannotBeChangedAgain() {
        assertThatThrownBy(() -> jdbc.sql("update agency_change set file = 'x'").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from agency_change").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void knowsWhoIsWhoInTheDemonstration() {
        assertThat(agency.carersOf("H1")).extracting(Person::id).containsExactly("carer1", "carer3");
        assertThat(agency.childrenOf("H1")).extracting(Child::id).containsExactly("C1", "C2");
        assertThat(agency.supervisingSocialWorkerOf("H2"))
                .get()
                .extracting(Person::id)
                .isEqualTo("ssw2");
        assertThat(agency.householdsSupervisedBy("ssw1")).containsExactly("H1");
        assertThat(agency.householdsOfTeamsManagedBy("teammanager1")).containsExactly("H1", "H2");
        assertThat(agency.childrenOfChildsSocialWorker("childsw1"))
                .extracting(Child::id)
                .containsExactly("C1", "C3");
        assertThat(agency.onCallManager(SATURDAY_NIGHT))
                .get()
                .extracting(Person::id)
                .isEqualTo("manager1");
        assertThat(agency.authorityOf("C2").orElseThrow().emergencyDutyTeamTelephone())
                .isEqualTo("01632 960399");
        assertThat(agency.dutyTelephone(SATURDAY_NIGHT)).isEqualTo("01632 960100");
        assertThat(agency.ordersOf("C1")).hasSize(1);
        assertThat(agency.dangerousPeople("C2")).isEmpty();
        assertThat(agency.ageOf("C1", java.time.LocalDate.of(2026, 3, 13))).isEqualTo(12);
        assertThat(agency.ageOf("C1", java.time.LocalDate.of(2026, 3, 14))).isEqualTo(13);
    }

    @Test
    void dutyIsNeverNobody() throws IOException {
        String duty2 = "- id: duty2\n  name: Second Duty\n  roles: [dutySocialWorker]\n  telephone: \"07700 900302\"\n"
                + "  email: duty2@example.org\n";
        String away = "  absences: [{from: 2026-11-21, until: 2026-11-22}]\n";

        change("people.yaml", "email: duty1@example.org\n", "email: duty1@example.org\n" + away);
        append("people.yaml", duty2);
        loader.load(folder.toString());
        assertThat(onDuty(SATURDAY_NIGHT)).as("duty1 is away").containsExactly("duty2");
        assertThat(onDuty(SATURDAY_NIGHT.plusSeconds(2 * 86_400)))
                .as("duty1 is back")
                .containsExactly("duty1");

        append("people.yaml", away);
        loader.load(folder.toString());
        assertThat(onDuty(SATURDAY_NIGHT)).as("all are away").containsExactly("duty1", "duty2");
    }

    @Test
    void whoLivesWithOrIsRelatedToSomebodyNamedIsConnected() throws IOException {
        assertThat(agency.namedOrConnected(Set.of("carer3"))).containsExactlyInAnyOrder("carer1", "carer3");
        assertThat(agency.namedOrConnected(Set.of("ssw2"))).containsExactly("ssw2");
        assertThat(agency.namedOrConnected(Set.of("somebodyElse"))).isEmpty();

        change("people.yaml", "email: manager2@example.org\n", "email: manager2@example.org\n  relatedTo: [ssw2]\n");
        change(
                "households.yaml",
                "supervisedBy: ssw2\n",
                "supervisedBy: ssw2\n  otherAdults: [{id: lodger, name: A}]\n");
        loader.load(folder.toString());
        assertThat(agency.namedOrConnected(Set.of("ssw2"))).containsExactlyInAnyOrder("ssw2", "manager2");
        assertThat(agency.namedOrConnected(Set.of("manager2"))).containsExactlyInAnyOrder("ssw2", "manager2");
        assertThat(agency.namedOrConnected(Set.of("lodger"))).containsExactly("carer2");
        assertThat(agency.nameOf("lodger")).isEqualTo("A");
    }

    private List<String> onDuty(Instant moment) {
        return agency.onDuty(moment).stream().map(Person::id).toList();
    }

    private long changes() {
        return jdbc.sql("select count(*) from agency_change").query(Long.class).single();
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private void append(String file, String text) throws IOException {
        write(file, Files.readString(folder.resolve(file)) + text);
    }

    private void change(String file, String old, String changed) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(old);
        write(file, text.replace(old, changed));
    }
}
