package org.safecontact.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The record as the product uses it, and what its role may not do to it. */
class CaseRecordTest {

    private static final Instant NOW = Instant.parse("2026-11-21T22:05:00.123456789Z");
    private static final Author CARER = new Author("carer1", "carer");

    private static RecordDatabase database;
    private static CaseRecord record;

    @BeforeAll
    static void start() throws Exception {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        database = new RecordDatabase(clock);
        record = new CaseRecord(database.repository(), reference -> List.of(), event -> {}, clock);
    }

    @Test
    void anEntrySaysWhenItHappenedWhenItBecameKnownAndWhenItWasWritten() {
        Instant happened = Instant.parse("2026-11-20T18:00:00Z");
        Instant known = Instant.parse("2026-11-21T20:00:00Z");
        Entry written = append(
                "INC-2026-000100",
                new NewEntry(
                        EntryKind.CHILDS_WORDS,
                        "What the child said",
                        List.of(new Statement("In their words", "“Mum wrote” 😀\n\"quoted\" \\ done")),
                        happened,
                        known,
                        CARER,
                        null));

        assertThat(record.entries("INC-2026-000100")).containsExactly(written);
        assertThat(written.happenedAt()).isEqualTo(happened);
        assertThat(written.knownAt()).isEqualTo(known);
        assertThat(written.writtenAt()).isEqualTo(Instant.parse("2026-11-21T22:05:00.123456Z"));
        assertThat(written.statements().get(0).answer()).isEqualTo("“Mum wrote” 😀\n\"quoted\" \\ done");
    }

    @Test
    void aCorrectionIsANewEntryThatNamesTheOldOne() {
        append("INC-2026-000101", fact("It was at nine"));
        Entry correction =
                append("INC-2026-000101", new NewEntry(EntryKind.FACT, "Correction", List.of(), null, null, CARER, 1));

        assertThat(correction.number()).isEqualTo(2);
        assertThat(correction.supersedes()).isEqualTo(1);
        assertThat(record.entries("INC-2026-000101")).hasSize(2);
        assertThatThrownBy(() -> append(
                        "INC-2026-000101", new NewEntry(EntryKind.FACT, "Correction", List.of(), null, null, CARER, 3)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aStepThatFailsLeavesNoEntry() {
        assertThatThrownBy(() -> database.inTransaction(() -> {
                    record.append("INC-2026-000102", fact("Half done"));
                    throw new IllegalStateException("the step failed");
                }))
                .hasMessage("the step failed");
        assertThat(record.entries("INC-2026-000102")).isEmpty();
        assertThat(append("INC-2026-000102", fact("Done")).number()).isEqualTo(1);
    }

    @Test
    void manyWhoWriteAtOnceFormOneChain() throws Exception {
        var people = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Entry>> writers = IntStream.range(0, 80)
                    .mapToObj(at ->
                            (Callable<Entry>) () -> append("INC-2026-00020" + at % 2, fact("Entry of writer " + at)))
                    .toList();
            for (Future<Entry> written : people.invokeAll(writers)) {
                written.get();
            }
        } finally {
            people.shutdown();
        }
        List<Integer> numbers = new ArrayList<>();
        record.entries("INC-2026-000200").forEach(entry -> numbers.add(entry.number()));
        assertThat(numbers)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 40).boxed().toList());
        assertThat(database.verify().broken()).isEmpty();
    }

    @Test
    void eachReadingIsKept() {
        append("INC-2026-000103", fact("First"));
        record.entries("INC-2026-000103");
        database.inTransaction(() -> record.read("INC-2026-000103", new Author("ssw1", "supervisingSocialWorker")));

        assertThat(database.jdbc()
                        .sql("select reader_id || ' ' || reader_role || ' ' || up_to from record_reading"
                                + " where reference = 'INC-2026-000103'")
                        .query(String.class)
                        .list())
                .containsExactly("ssw1 supervisingSocialWorker 1");
    }

    @Test
    void whoWroteSomethingFindsItAgain() {
        append("INC-2026-000104", NewEntry.now(EntryKind.FACT, "Mine", List.of(), new Author("carer9", "carer")));
        append("INC-2026-000104", fact("Somebody else's"));

        assertThat(record.writtenBy("carer9")).extracting(Entry::title).containsExactly("Mine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update record_entry set written_at = written_at",
                "update record_content set title = 'x'",
                "update record_reading set reader_id = 'x'",
                "update record_checkpoint set heads = 1",
                "update record_checkpoint_head set number = 1",
                "delete from record_entry",
                "delete from record_content",
                "delete from record_reading",
                "delete from record_checkpoint",
                "delete from record_checkpoint_head",
                "truncate record_entry cascade",
                "truncate record_content",
                "truncate record_reading",
                "truncate record_checkpoint cascade",
                "truncate record_checkpoint_head",
                "insert into record_content select * from record_content on conflict (entry_id) do update set title = 'x'",
                "merge into record_content c using record_entry e on e.id = c.entry_id when matched then delete",
                "alter table record_entry disable trigger only_grows",
                "alter table record_entry disable trigger all",
                "alter table record_content add column extra text",
                "alter table record_content owner to safe_contact",
                "drop trigger only_grows on record_entry",
                "drop table record_reading",
                "create or replace function refuse_change() returns trigger language plpgsql as 'begin return new; end'",
                "call make_append_only('record_entry')",
                "set role safe_contact_owner",
                "set role postgres",
                "set session authorization postgres",
                "set session_replication_role = replica",
                "create table record_entry_two (id int)",
                "create rule quiet as on insert to record_entry do instead nothing",
                "alter role safe_contact superuser",
                "lock table record_entry in access exclusive mode",
                "select lo_import('/etc/passwd')",
                "copy record_content to program 'cat'"
            })
    void theApplicationsRoleIsRefused(String sql) {
        append("INC-2026-000105", fact("Something to change"));
        assertThatThrownBy(() ->
                        database.inTransaction(() -> database.jdbc().sql(sql).update()))
                .rootCause()
                .message()
                .containsAnyOf("permission denied", "must be owner", "must be able to SET ROLE", "must be superuser");
    }

    @Test
    void theApplicationsRoleCannotGiveItselfRights() {
        database.jdbc()
                .sql("grant update, delete on record_entry to safe_contact")
                .update();
        assertThat(database.jdbc()
                        .sql("select has_table_privilege('record_entry', 'update') or"
                                + " has_table_privilege('record_entry', 'delete')")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void theOwnerIsRefusedToo() {
        append("INC-2026-000106", fact("Something to change"));
        var owner = JdbcClient.create(database.as(RecordDatabase.OWNER));
        for (String sql : List.of(
                "update record_content set title = 'x'", "delete from record_content", "truncate record_content")) {
            assertThatThrownBy(() -> owner.sql(sql).update())
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("The table record_content only grows");
        }
    }

    private static Entry append(String reference, NewEntry entry) {
        return database.inTransaction(() -> record.append(reference, entry));
    }

    private static NewEntry fact(String title) {
        return NewEntry.now(EntryKind.FACT, title, List.of(new Statement("What happened?", title)), CARER);
    }
}
