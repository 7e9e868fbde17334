package org.safecontact.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.safecontact.SafeContactTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What happened is never changed: every table of ours only grows, unless a line here says what the application may change in it or remove from it,
 * and why. A new table with more than that fails until somebody gives the reason.
 */
@SafeContactTest
class WhatMayBeChangedTest {

    private static final Map<String, String> WHY = Map.ofEntries(
            Map.entry("delete agency_item", "what holds now; agency_change keeps what held"),
            Map.entry(
                    "delete agency_folder",
                    "what the folder said when it was last loaded, whole; agency_change keeps what that changed"),
            Map.entry("update agency_item: content, position", "the same"),
            Map.entry(
                    "update case_file: child_id, closed_at, household_id, no_case, sent, urgency, walled",
                    "who may see a case now; case_access_change, case_moved and the record keep what it was"),
            Map.entry("update case_moved: followed_at", "that what is open has followed, once"),
            Map.entry(
                    "delete evidence_chunk",
                    "a file that the police direct to be removed; a trigger asks for both decisions"),
            Map.entry("delete form_draft", "what is not sent yet is its writer's, and forgotten"),
            Map.entry("update form_draft: kept_at, sealed", "the same"),
            Map.entry("delete form_sent", "a digest of what was sent, for a moment; forgotten with the drafts"),
            Map.entry("update form_sent: digest, sent_at", "the same"),
            Map.entry(
                    "update incident: child_id, ended_at, ended_by, escalated, fail_safe, happened_at, household_id, known_at, level,"
                            + " police_now, reported_at, reporter_id, started_at, state, taken_by",
                    "how a report stands now, from its first tap until its end; what was said of it is in the record, in incident_answer and in"
                            + " incident_level"),
            Map.entry("update incident_number: last_number", "how far the numbers of a year have come"),
            Map.entry("delete known_device", "a browser that has not logged in for long is forgotten"),
            Map.entry("delete login_attempt", "wrong passwords are forgotten when the wait is over"),
            Map.entry("update login_attempt: since, tries", "one more"),
            Map.entry("delete record_not_gathered", "a list of work for the next checkpoint"),
            Map.entry(
                    "update wellbeing_look: compared, different, done_at, done_by, place, signs, state",
                    "planned, then looked or missed; the words are in the record"),
            Map.entry("update wellbeing_schedule: closed_at, closed_by", "its end"),
            Map.entry(
                    "update wellbeing_touchpoint: called_off, done_at, done_by, due_at",
                    "due earlier when it gets more serious, then kept or called off; both are in the record"));

    @Autowired
    private JdbcClient jdbc;

    @Test
    void everyTableOnlyGrowsUnlessSomebodySaysWhyNot() {
        Map<String, String> may = new TreeMap<>();
        jdbc.sql("""
                        with ours as (
                          select oid, relname from pg_class
                          where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'v', 'm')
                            and relname not like 'act\\_%')
                        select 'update ' || relname || ': ' || string_agg(attname, ', ' order by attname) what
                        from ours join pg_attribute on attrelid = ours.oid and attnum > 0 and not attisdropped
                        where has_column_privilege(ours.oid, attnum, 'update')
                        group by relname
                        union all
                        select may || ' ' || relname from ours, unnest(array ['delete', 'truncate', 'trigger']) may
                        where has_table_privilege(ours.oid, may)""")
                .query(String.class)
                .list()
                .forEach(what -> may.put(what, WHY.getOrDefault(what, "Nobody has said why")));

        assertThat(may).containsExactlyInAnyOrderEntriesOf(WHY);
    }
}
