-- Three questions ask about danger: a tap says to which of them it answers; "not sure" answers all.
alter table incident_danger_tap add column question text not null default 'immediateDanger'
    check (question in ('immediateDanger', 'nearOrMeeting', 'threatToLife', 'all'));
alter table incident_danger_tap alter column question drop default;
alter table incident_danger_tap drop constraint incident_danger_tap_pkey;
alter table incident_danger_tap add primary key (reference, question, answer);
