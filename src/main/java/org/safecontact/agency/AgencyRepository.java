package org.safecontact.agency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The tables {@code agency_item} (what holds now), {@code agency_folder} (what the folder said when it was last loaded) and
 * {@code agency_change} (everything that ever changed).
 */
@Repository
class AgencyRepository {

    /** @param by who did it on a page; empty when the folder did */
    record Change(
            long number,
            ItemKind kind,
            String id,
            Optional<ObjectNode> before,
            Optional<ObjectNode> after,
            Optional<String> by,
            Instant at) {}

    private final JdbcClient jdbc;

    AgencyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The number of the newest change: as long as it stays, nothing changed. */
    long version() {
        return jdbc.sql("select coalesce(max(id), 0) from agency_change")
                .query(Long.class)
                .single();
    }

    AgencyState load() {
        return state("select kind, content from agency_item order by kind, position");
    }

    /** What the folder said when it was last loaded. */
    AgencyState folder() {
        return state("select kind, content from agency_folder");
    }

    private AgencyState state(String sql) {
        Map<ItemKind, List<Item>> items = new EnumMap<>(ItemKind.class);
        jdbc.sql(sql).query(row -> {
            ItemKind kind = ItemKind.valueOf(row.getString("kind"));
            items.computeIfAbsent(kind, none -> new ArrayList<>()).add(read(kind, row.getString("content")));
        });
        return AgencyState.of(items);
    }

    /**
     * Two nodes that start together load one after the other, also where one is of an older version, and nobody stores anything by the folder
     * meanwhile.
     *
     * @param atMost how long anything in this transaction waits for somebody else
     */
    void lock(Duration atMost) {
        jdbc.sql("select set_config('lock_timeout', ?, true)")
                .param(String.valueOf(atMost.toMillis()))
                .query(String.class)
                .single();
        jdbc.sql("lock table agency_item in share row exclusive mode").update();
    }

    /** Nobody loads the folder until the transaction ends; several hold it at once. */
    void hold() {
        jdbc.sql("lock table agency_item in row exclusive mode").update();
    }

    /** Where the child lives as it stands in this moment. */
    Optional<String> homeOf(String childId) {
        return jdbc.sql("select content ->> 'household' from agency_item where kind = :kind and id = :id")
                .param("kind", ItemKind.CHILDREN.name())
                .param("id", childId)
                .query(String.class)
                .optional();
    }

    void put(ItemKind kind, Item item, int position) {
        jdbc.sql("""
                        insert into agency_item (kind, id, position, content) values (:kind, :id, :position, :content::jsonb)
                        on conflict (kind, id) do update set position = excluded.position, content = excluded.content
                        """)
                .param("kind", kind.name())
                .param("id", item.id())
                .param("position", position)
                .param("content", write(item))
                .update();
    }

    /** Keeps it in its place, in that of the folder, or as the last. */
    void put(ItemKind kind, Item item) {
        put(
                kind,
                item,
                jdbc.sql("""
                                select coalesce(
                                  (select position from agency_item where kind = :kind and id = :id),
                                  (select position from agency_folder where kind = :kind and id = :id),
                                  (select max(position) + 1 from (
                                     select position from agency_item where kind = :kind
                                     union all select position from agency_folder where kind = :kind) as taken),
                                  0)
                                """)
                        .param("kind", kind.name())
                        .param("id", item.id())
                        .query(Integer.class)
                        .single());
    }

    void remove(ItemKind kind, String id) {
        jdbc.sql("delete from agency_item where kind = :kind and id = :id")
                .param("kind", kind.name())
                .param("id", id)
                .update();
    }

    void folderSays(AgencyState folder) {
        jdbc.sql("delete from agency_folder").update();
        folder.items().forEach((kind, items) -> {
            int position = 0;
            for (Item item : items.values()) {
                jdbc.sql("insert into agency_folder (kind, id, position, content) values (?, ?, ?, ?::jsonb)")
                        .params(kind.name(), item.id(), position++, write(item))
                        .update();
            }
        });
    }

    /** @param by who did it on a page; null when the folder did */
    void recordChange(ItemKind kind, String id, Item before, Item after, Instant at, String by) {
        jdbc.sql("""
                        insert into agency_change (changed_at, kind, item_id, file, before, after, changed_by)
                        values (:at, :kind, :id, :file, :before::jsonb, :after::jsonb, :by)
                        """)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("kind", kind.name())
                .param("id", id)
                .param("file", kind.file())
                .param("before", before == null ? null : write(before))
                .param("after", after == null ? null : write(after))
                .param("by", by)
                .update();
    }

    /** The newest change of every item that there ever was, by its kind and id. */
    Map<ItemKind, Map<String, Change>> newest() {
        Map<ItemKind, Map<String, Change>> newest = new EnumMap<>(ItemKind.class);
        jdbc.sql("select distinct on (kind, item_id) * from agency_change order by kind, item_id, id desc")
                .query(AgencyRepository::change)
                .list()
                .forEach(change -> newest.computeIfAbsent(change.kind(), none -> new HashMap<>())
                        .put(change.id(), change));
        return newest;
    }

    /** What was done to an item, the newest first. */
    List<Change> changes(ItemKind kind, String id) {
        return jdbc.sql("select * from agency_change where kind = :kind and item_id = :id order by id desc")
                .param("kind", kind.name())
                .param("id", id)
                .query(AgencyRepository::change)
                .list();
    }

    /** The newest changes of these kinds, the newest first. */
    List<Change> changes(Set<ItemKind> kinds, int most) {
        return jdbc.sql("select * from agency_change where kind = any(:kinds) order by id desc limit :most")
                .param("kinds", kinds.stream().map(ItemKind::name).toArray(String[]::new))
                .param("most", most)
                .query(AgencyRepository::change)
                .list();
    }

    /** Which items of a kind a page added that had never been there, the oldest first. */
    List<EnteredHere.Entered> addedOnPages(ItemKind kind) {
        return jdbc.sql("""
                        select item_id, changed_by, changed_at from (
                          select distinct on (item_id) * from agency_change where kind = :kind order by item_id, id) as first
                        where changed_by is not null and before is null order by id""")
                .param("kind", kind.name())
                .query((row, number) -> new EnteredHere.Entered(
                        row.getString("item_id"),
                        row.getString("changed_by"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Change change(ResultSet row, int number) throws SQLException {
        return new Change(
                row.getLong("id"),
                ItemKind.valueOf(row.getString("kind")),
                row.getString("item_id"),
                Optional.ofNullable(row.getString("before")).map(AgencyRepository::tree),
                Optional.ofNullable(row.getString("after")).map(AgencyRepository::tree),
                Optional.ofNullable(row.getString("changed_by")),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static ObjectNode tree(String json) {
        try {
            return (ObjectNode) AgencyJson.MAPPER.readTree(json);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("A stored change of the agency cannot be read", unreadable);
        }
    }

    static Item read(ItemKind kind, String json) {
        try {
            return AgencyJson.MAPPER.readValue(json, kind.type());
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("The stored " + kind.file() + " cannot be read", unreadable);
        }
    }

    private static String write(Item item) {
        try {
            return AgencyJson.MAPPER.writeValueAsString(item);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("An item of the agency cannot be written", impossible);
        }
    }
}
