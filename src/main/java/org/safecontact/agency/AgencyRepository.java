package org.safecontact.agency;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code agency_item} (what holds now) and {@code agency_change} (everything that ever changed). */
@Repository
class AgencyRepository {

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
        Map<ItemKind, List<Item>> items = new EnumMap<>(ItemKind.class);
        jdbc.sql("select kind, content from agency_item order by kind, position")
                .query(row -> {
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

    void remove(ItemKind kind, String id) {
        jdbc.sql("delete from agency_item where kind = :kind and id = :id")
                .param("kind", kind.name())
                .param("id", id)
                .update();
    }

    void recordChange(ItemKind kind, String id, Item before, Item after, Instant at) {
        jdbc.sql("""
                        insert into agency_change (changed_at, kind, item_id, file, before, after)
                        values (:at, :kind, :id, :file, :before::jsonb, :after::jsonb)
                        """)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("kind", kind.name())
                .param("id", id)
                .param("file", kind.file())
                .param("before", before == null ? null : write(before))
                .param("after", after == null ? null : write(after))
                .update();
    }

    private static Item read(ItemKind kind, String json) {
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
