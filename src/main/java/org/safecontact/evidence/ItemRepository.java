package org.safecontact.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Items, where they are, and what was agreed about files. */
@Repository
class ItemRepository {

    private static final String ITEMS = """
            select i.*, w.place, w.holder, w.said_by, w.said_at from evidence_item i
              join lateral (select place, holder, said_by, said_at from evidence_whereabouts
                             where item_id = i.id order by id desc limit 1) w on true
            """;

    private final JdbcClient jdbc;

    ItemRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long add(String reference, NewItem item, String by, Instant at) {
        return jdbc.sql("""
                        insert into evidence_item (reference, number, kind, app, handle, seen_from, seen_to, device, words,
                               ticks, noted_by, noted_at)
                        values (:reference, (select count(*) + 1 from evidence_item where reference = :reference), :kind,
                               :app, :handle, :from, :to, :device, :words, :ticks, :by, :at)
                        returning id
                        """)
                .param("reference", reference)
                .param("kind", item.kind().value())
                .param("app", item.app())
                .param("handle", item.handle())
                .param("from", utc(item.seenFrom()))
                .param("to", utc(item.seenTo()))
                .param("device", item.device())
                .param("words", item.words())
                .param("ticks", item.ticks().stream().sorted().map(Tick::value).collect(Collectors.joining(",")))
                .param("by", by)
                .param("at", utc(at))
                .query(Long.class)
                .single();
    }

    void moved(long itemId, String place, String holder, String by, Instant at) {
        jdbc.sql("""
                        insert into evidence_whereabouts (item_id, place, holder, said_by, said_at)
                        values (:item, :place, :holder, :by, :at)
                        """)
                .param("item", itemId)
                .param("place", place)
                .param("holder", holder)
                .param("by", by)
                .param("at", utc(at))
                .update();
    }

    List<EvidenceItem> items(String reference) {
        return jdbc.sql(ITEMS + " where i.reference = :reference order by i.number")
                .param("reference", reference)
                .query(ItemRepository::item)
                .list();
    }

    Optional<EvidenceItem> find(String reference, int number) {
        return jdbc.sql(ITEMS + " where i.reference = :reference and i.number = :number")
                .param("reference", reference)
                .param("number", number)
                .query(ItemRepository::item)
                .optional();
    }

    void agree(String reference, EvidenceKind kind, String by, Instant at) {
        jdbc.sql("""
                        insert into evidence_agreement (reference, kind, agreed_by, agreed_at)
                        values (:reference, :kind, :by, :at)
                        """)
                .param("reference", reference)
                .param("kind", kind.value())
                .param("by", by)
                .param("at", utc(at))
                .update();
    }

    /** The kinds of which files were agreed, each as it was agreed last. */
    List<Agreed> agreed(String reference) {
        return jdbc
                .sql("""
                        select distinct on (kind) kind, agreed_by, agreed_at from evidence_agreement
                        where reference = :reference order by kind, agreed_at desc
                        """)
                .param("reference", reference)
                .query((row, number) -> {
                    String by = row.getString("agreed_by");
                    Instant at = row.getTimestamp("agreed_at").toInstant();
                    return EvidenceKind.of(row.getString("kind")).map(kind -> new Agreed(kind, by, at));
                })
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether this was the first time that it was said. */
    boolean closeToFiles(String reference, Instant at) {
        return jdbc.sql("""
                                insert into evidence_closed_to_files (reference, closed_at) values (:reference, :at)
                                on conflict do nothing
                                """).param("reference", reference).param("at", utc(at)).update() == 1;
    }

    boolean isClosedToFiles(String reference) {
        return jdbc.sql("select exists (select 1 from evidence_closed_to_files where reference = :reference)")
                .param("reference", reference)
                .query(Boolean.class)
                .single();
    }

    static OffsetDateTime utc(Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static EvidenceItem item(ResultSet row, int at) throws SQLException {
        return new EvidenceItem(
                row.getLong("id"),
                row.getString("reference"),
                row.getInt("number"),
                EvidenceKind.of(row.getString("kind")).orElseThrow(),
                row.getString("app"),
                row.getString("handle"),
                time(row, "seen_from"),
                time(row, "seen_to"),
                row.getString("device"),
                row.getString("words"),
                Arrays.stream(row.getString("ticks").split(","))
                        .map(Tick::of)
                        .flatMap(Optional::stream)
                        .toList(),
                row.getString("noted_by"),
                time(row, "noted_at").orElseThrow(),
                row.getString("place"),
                row.getString("holder"),
                row.getString("said_by"),
                time(row, "said_at").orElseThrow());
    }
}
