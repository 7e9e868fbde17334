package org.safecontact.inform;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code outgoing_message} and {@code outgoing_message_event}. */
@Repository
class MessageRepository {

    private final JdbcClient jdbc;

    MessageRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it is new; the same id again changes nothing */
    boolean add(OutgoingMessage message) {
        return jdbc.sql("""
                                insert into outgoing_message (id, reference, recipient, wanted, by_when, created_at)
                                values (:id, :reference, :recipient, :wanted, :byWhen, :createdAt) on conflict do nothing
                                """)
                        .param("id", message.id())
                        .param("reference", message.reference())
                        .param("recipient", message.recipientId())
                        .param("wanted", message.wanted().name())
                        .param(
                                "byWhen",
                                message.byWhen().map(MessageRepository::utc).orElse(null))
                        .param("createdAt", utc(message.createdAt()))
                        .update()
                == 1;
    }

    Optional<OutgoingMessage> find(String id) {
        return jdbc.sql("select * from outgoing_message where id = :id")
                .param("id", id)
                .query((row, number) -> new OutgoingMessage(
                        row.getString("id"),
                        row.getString("reference"),
                        row.getString("recipient"),
                        OutgoingMessage.Wanted.valueOf(row.getString("wanted")),
                        Optional.ofNullable(row.getObject("by_when", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    void event(String messageId, String what, String by, Instant at) {
        jdbc.sql("insert into outgoing_message_event (message_id, at, what, by_whom) values (:id, :at, :what, :by)")
                .param("id", messageId)
                .param("at", utc(at))
                .param("what", what)
                .param("by", by)
                .update();
    }

    boolean has(String messageId, String what) {
        return jdbc.sql("select exists (select 1 from outgoing_message_event where message_id = :id and what = :what)")
                .param("id", messageId)
                .param("what", what)
                .query(Boolean.class)
                .single();
    }

    boolean has(String messageId, String what, String by) {
        return jdbc.sql("""
                        select exists (select 1 from outgoing_message_event
                            where message_id = :id and what = :what and by_whom = :by)
                        """)
                .param("id", messageId)
                .param("what", what)
                .param("by", by)
                .query(Boolean.class)
                .single();
    }

    /** Whether the last that is known of a message is that an attempt began, at that moment or later. */
    boolean underWaySince(String messageId, Instant from) {
        return jdbc.sql("""
                        select what in ('BEGUN', 'TAKEN') and at >= :from from outgoing_message_event
                        where message_id = :id order by id desc limit 1
                        """)
                .param("id", messageId)
                .param("from", utc(from))
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Whether one is written that nobody has taken or called off, and no attempt is under way of which nobody knows how it ended. */
    boolean waits(String reference, String recipient, OutgoingMessage.Wanted wanted) {
        return jdbc.sql("""
                        select exists (select 1 from outgoing_message message
                            where reference = :reference and recipient = :recipient and wanted = :wanted
                              and not exists (select 1 from outgoing_message_event event
                                  where event.message_id = message.id and what in ('TAKEN', 'SENT', 'CALLED_OFF'))
                              and coalesce((select what from outgoing_message_event event
                                  where event.message_id = message.id order by id desc limit 1), 'FAILED') = 'FAILED')
                        """)
                .param("reference", reference)
                .param("recipient", recipient)
                .param("wanted", wanted.name())
                .query(Boolean.class)
                .single();
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
