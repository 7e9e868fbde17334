package org.safecontact.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a superuser does to the tables, the verifier finds and names it; and it raises no false alarm. */
class RecordVerifierTest {

    private static final String ONE = "INC-2026-000001";
    private static final String TWO = "INC-2026-000002";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T22:05:00Z"), ZoneOffset.UTC);

    private RecordDatabase database;
    private CaseRecord record;

    /** Case one has four entries, of which a checkpoint gathered three; case two has three, gathered by a second one. */
    @BeforeEach
    void fill() throws Exception {
        database = new RecordDatabase(CLOCK);
        record = new CaseRecord(database.repository(), reference -> List.of(), event -> {}, CLOCK);
        add(ONE, 3);
        database.checkpoint();
        add(TWO, 3);
        database.checkpoint();
        add(ONE, 1);
    }

    @Test
    void whatNobodyTouchedIsAsItWasWritten() {
        Verdict verdict = database.verify();
        assertThat(verdict.broken()).isEmpty();
        assertThat(verdict.inWords())
                .startsWith("The record is as it was written.")
                .contains("2 cases, 7 entries (1 of them newer than the last checkpoint), 2 checkpoints");
        assertThat(database.checkpoint().heads()).isEqualTo(1);
        assertThat(database.checkpoint()).isNull();
        assertThat(database.verify().notGathered()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        update record_content set title = 'Nothing' where entry_id = 2                     | Entry 2 of INC-2026-000001 | its words are not as written
        update record_content set statements = '[]' where entry_id = 2                     | Entry 2 of INC-2026-000001 | its words are not as written
        update record_content set statements = '[{"question":"a"}]' where entry_id = 2     | Entry 2 of INC-2026-000001 | its words are not as written
        update record_content set statements = '[null]' where entry_id = 2                 | Entry 2 of INC-2026-000001 | its words are not as written
        update record_content set statements = '7' where entry_id = 2                      | Entry 2 of INC-2026-000001 | its words are not as written
        update record_content set words_salt = circumstances_salt where entry_id = 2       | Entry 2 of INC-2026-000001 | its words are not as written
        update record_content set kind = 'OPINION' where entry_id = 5                      | Entry 2 of INC-2026-000002 | its kind, its times, its author
        update record_content set author_id = 'carer2' where entry_id = 5                  | Entry 2 of INC-2026-000002 | its kind, its times, its author
        update record_content set supersedes = 1 where entry_id = 5                        | Entry 2 of INC-2026-000002 | its kind, its times, its author
        update record_content set happened_at = happened_at - interval '1 microsecond' where entry_id = 5 | Entry 2 of INC-2026-000002 | its kind, its times, its author
        update record_content set known_at = known_at + interval '1 hour' where entry_id = 5 | Entry 2 of INC-2026-000002 | its kind, its times, its author
        update record_entry set written_at = written_at - interval '1 day' where id = 2    | Entry 2 of INC-2026-000001 | its time of writing or its seal was changed
        update record_entry set format = 2 where id = 2                                    | Entry 2 of INC-2026-000001 | a format that is not known
        update record_entry set number = 8 - number where reference = 'INC-2026-000002'    | Entry 1 of INC-2026-000002 | is missing
        delete from record_content where entry_id = 2                                      | Entry 2 of INC-2026-000001 | has lost its words
        delete from record_entry where id = 2                                              | Entry 2 of INC-2026-000001 | is missing
        delete from record_entry where id = 6                                              | Entry 3 of INC-2026-000002 | A checkpoint had gathered it
        delete from record_entry where reference = 'INC-2026-000002'                       | Entry 3 of INC-2026-000002 | A checkpoint had gathered it
        delete from record_entry where id in (3, 7)                                        | Entry 3 of INC-2026-000001 | A checkpoint had gathered it
        delete from record_checkpoint where number = 1                                     | Checkpoint 1               | is missing
        delete from record_checkpoint_head where checkpoint = 1                            | Checkpoint 1               | was changed
        update record_checkpoint set made_at = made_at - interval '1 day' where number = 1 | Checkpoint 1               | was changed
        update record_checkpoint set format = 3 where number = 2                           | Checkpoint 2               | a format that is not known
        update record_checkpoint set previous_hash = hash where number = 2                 | Checkpoint 2               | does not follow
        update record_checkpoint_head set reference = 'INC-2026-000009' where checkpoint = 1 | Checkpoint 1             | was changed
        """)
    void whatASuperuserChangesIsNamed(String sql, String which, String how) {
        database.tamper(sql);
        Verdict verdict = database.verify();
        assertThat(verdict.intact()).isFalse();
        assertThat(verdict.broken().get(0)).contains(which).contains(how);
        assertThat(verdict.inWords()).startsWith("THE RECORD WAS CHANGED.");
    }

    @Test
    void entriesThatChangedPlacesAreNamed() {
        database.tamper(
                "update record_entry set number = 99 where id = 4",
                "update record_entry set number = 1 where id = 5",
                "update record_entry set number = 2 where id = 4");
        assertThat(database.verify().broken().get(0))
                .startsWith("Entry 1 of INC-2026-000002")
                .contains("does not follow");
    }

    @Test
    void anEntryPutBetweenIsNamed() {
        database.tamper(
                "update record_entry set number = 9 where id = 6",
                "insert into record_entry (id, reference, number, format, written_at, circumstances, words,"
                        + " previous_hash, hash) overriding system value select 100, reference, 3, format, written_at,"
                        + " circumstances, words, hash, hash from record_entry where id = 5");
        assertThat(database.verify().broken().get(0)).startsWith("Entry 3 of INC-2026-000002");
    }

    @Test
    void wordsOfAnEntryThatWasTakenOutAreNamed() {
        database.tamper("delete from record_entry where id = 7");
        assertThat(database.verify().broken().get(0)).contains("Words are kept of an entry that is no longer there");
    }

    @Test
    void aChainRebuiltWithoutAContradictionIsGivenAwayByTheCheckpoint() {
        rebuild(TWO, "It never happened");
        assertThat(database.verify().broken())
                .singleElement()
                .asString()
                .startsWith("Entry 3 of INC-2026-000002")
                .contains("is not the one that a checkpoint gathered");
    }

    @Test
    void aRecordRebuiltCompletelyIsGivenAwayByACheckpointNotedOutside() {
        Checkpoint noted = database.verify().last().orElseThrow();
        rebuild(TWO, "It never happened");
        database.tamper(
                "delete from record_checkpoint",
                "delete from record_checkpoint_head",
                "insert into record_not_gathered select id, reference from record_entry on conflict do nothing");
        database.checkpoint();
        assertThat(database.verify().broken()).isEmpty();
        assertThat(database.verify(Map.of(noted.number(), noted.hash())).broken())
                .singleElement()
                .asString()
                .contains("Checkpoint 2, which was noted outside, is missing");

        add(ONE, 1);
        database.checkpoint();
        assertThat(database.verify(Map.of(noted.number(), noted.hash())).broken())
                .singleElement()
                .asString()
                .contains("Checkpoint 2 is not the one that was noted outside");
    }

    @Test
    void oneBrokenEntryRaisesNoAlarmAboutOthers() {
        database.tamper("update record_content set title = 'Nothing' where entry_id = 2");
        assertThat(database.verify().broken()).hasSize(1);
    }

    @Test
    void checkingWhilePeopleWriteRaisesNoFalseAlarm() throws Exception {
        AtomicInteger left = new AtomicInteger(150);
        Thread writer = new Thread(() -> {
            while (left.getAndDecrement() > 0) {
                add(left.get() % 2 == 0 ? ONE : TWO, 1);
                if (left.get() % 10 == 0) {
                    database.checkpoint();
                }
            }
        });
        writer.start();
        while (writer.isAlive()) {
            assertThat(database.verify().broken()).isEmpty();
        }
        writer.join();
        database.checkpoint();
        Verdict verdict = database.verify();
        assertThat(verdict.broken()).isEmpty();
        assertThat(verdict.entries()).isEqualTo(157);
        assertThat(verdict.notGathered()).isZero();
    }

    /** Writes a case's chain anew from its beginning, with another title in its first entry. */
    private void rebuild(String reference, String title) {
        List<Entry> entries = record.entries(reference);
        byte[] previous = Chain.beginning();
        for (Entry entry : entries) {
            byte[] salt = new byte[Chain.SALT_LENGTH];
            String words = entry.number() == 1 ? title : entry.title();
            NewEntry content = new NewEntry(
                    entry.kind(),
                    words,
                    entry.statements(),
                    entry.happenedAt(),
                    entry.knownAt(),
                    entry.author(),
                    entry.supersedes());
            byte[] circumstances = Chain.circumstances(salt, reference, entry.number(), content);
            byte[] said = Chain.words(salt, words, entry.statements());
            byte[] link = Chain.link(previous, reference, entry.number(), entry.writtenAt(), circumstances, said);
            database.tamper(
                    "update record_content set title = '%s', words_salt = %s, circumstances_salt = %s where entry_id = %d"
                            .formatted(words, sql(salt), sql(salt), entry.id()),
                    "update record_entry set circumstances = %s, words = %s, previous_hash = %s, hash = %s where id = %d"
                            .formatted(sql(circumstances), sql(said), sql(previous), sql(link), entry.id()));
            previous = link;
        }
    }

    private static String sql(byte[] bytes) {
        return "'\\x" + HexFormat.of().formatHex(bytes) + "'";
    }

    private void add(String reference, int entries) {
        for (int at = 0; at < entries; at++) {
            database.inTransaction(() -> record.append(
                    reference,
                    NewEntry.now(
                            EntryKind.FACT,
                            "Report",
                            List.of(new Statement("What happened?", "A message came.")),
                            new Author("carer1", "carer"))));
        }
    }
}
