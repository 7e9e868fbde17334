package org.safecontact.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.safecontact.plan.Channel;
import org.safecontact.plan.Choice;
import org.safecontact.plan.PlanCheck;
import org.safecontact.plan.Supervision;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of {@link Contacts}; nothing in them is ever changed. */
@Repository
class ContactRepository {

    private static final String CONTACT = """
            select c.reference, c.child_id, c.begun_by, c.begun_at, t.entry, t.person_id, t.channel, t.happened_at,
              t.went, t.was_there, t.before_it, t.after_it, t.plan_check, t.told_at,
              (select r.report from agreed_contact_report r where r.reference = c.reference
               order by r.id desc limit 1) as report
            from agreed_contact c left join agreed_contact_told t on t.reference = c.reference
            """;

    private final JdbcClient jdbc;

    ContactRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** This person begins no other one until the transaction ends. */
    void waitForTurn(String personId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('agreed contact ' || ?, 0))")
                .param(personId)
                .query((row, at) -> true)
                .single();
    }

    void begin(String reference, String childId, String by, Instant at) {
        jdbc.sql("insert into agreed_contact (reference, child_id, begun_by, begun_at) values (?, ?, ?, ?)")
                .params(reference, childId, by, utc(at))
                .update();
    }

    void keep(String reference, Contact.Kept kept) {
        jdbc.sql("""
                        insert into agreed_contact_told (reference, entry, person_id, channel, happened_at, went,
                          was_there, before_it, after_it, plan_check, told_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        reference,
                        kept.entry(),
                        kept.personId(),
                        kept.channel().id(),
                        utc(kept.happenedAt()),
                        kept.went().id(),
                        kept.there().map(Supervision::id).orElse(null),
                        kept.before().id(),
                        kept.after().id(),
                        kept.planCheck().id(),
                        utc(kept.toldAt()))
                .update();
    }

    void becameReport(String reference, String report, Instant at) {
        jdbc.sql("insert into agreed_contact_report (reference, report, at) values (?, ?, ?) on conflict do nothing")
                .params(reference, report, utc(at))
                .update();
    }

    Optional<Contact> find(String reference) {
        return jdbc.sql(CONTACT + "where c.reference = ?")
                .param(reference)
                .query(ContactRepository::contact)
                .optional();
    }

    /** What was told about the child, the newest contact first. */
    List<Contact> toldAbout(String childId, int most) {
        return jdbc.sql(CONTACT + "where c.child_id = ? and t.reference is not null"
                        + " order by t.happened_at desc, t.told_at desc limit ?")
                .params(childId, most)
                .query(ContactRepository::contact)
                .list();
    }

    /** What was told about the child and took place since then, the newest contact first. */
    List<Contact> toldSince(String childId, Instant from, int most) {
        return jdbc.sql(CONTACT + "where c.child_id = ? and t.happened_at >= ?"
                        + " order by t.happened_at desc, t.told_at desc limit ?")
                .params(childId, utc(from), most)
                .query(ContactRepository::contact)
                .list();
    }

    /** The contact that each of the child's reports came of. */
    Map<String, String> byReport(String childId) {
        Map<String, String> contacts = new HashMap<>();
        jdbc.sql("""
                        select r.report, r.reference from agreed_contact_report r
                        join agreed_contact c on c.reference = r.reference
                        where c.child_id = ?""").param(childId).query(row -> {
            contacts.put(row.getString("report"), row.getString("reference"));
        });
        return contacts;
    }

    /** References of everything that was told about the child. */
    List<String> toldOf(String childId) {
        return jdbc.sql("""
                        select c.reference from agreed_contact c
                        join agreed_contact_told t on t.reference = c.reference
                        where c.child_id = ? order by c.reference""").param(childId).query(String.class).list();
    }

    /** What was told of the same entry between two moments. */
    List<Contact> toldBetween(String childId, int entry, Instant from, Instant to) {
        return jdbc.sql(CONTACT + "where c.child_id = ? and t.entry = ? and t.happened_at between ? and ?"
                        + " order by t.told_at")
                .params(childId, entry, utc(from), utc(to))
                .query(ContactRepository::contact)
                .list();
    }

    private static Contact contact(ResultSet row, int number) throws SQLException {
        return new Contact(
                row.getString("reference"),
                row.getString("child_id"),
                row.getString("begun_by"),
                instant(row, "begun_at"),
                row.getString("went") == null ? Optional.empty() : Optional.of(kept(row)),
                Optional.ofNullable(row.getString("report")));
    }

    private static Contact.Kept kept(ResultSet row) throws SQLException {
        String planCheck = row.getString("plan_check");
        return new Contact.Kept(
                row.getInt("entry"),
                row.getString("person_id"),
                choice(Channel.class, row.getString("channel")),
                instant(row, "happened_at"),
                choice(Went.class, row.getString("went")),
                Optional.ofNullable(row.getString("was_there")).map(id -> choice(Supervision.class, id)),
                choice(Presentation.class, row.getString("before_it")),
                choice(Presentation.class, row.getString("after_it")),
                Stream.of(PlanCheck.Result.values())
                        .filter(result -> result.id().equals(planCheck))
                        .findFirst()
                        .orElseThrow(),
                instant(row, "told_at"));
    }

    private static <C extends Enum<C> & Choice> C choice(Class<C> type, String id) {
        return Choice.of(type, id).orElseThrow();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
