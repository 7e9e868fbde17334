-- A report of contact that nobody planned: ids, times, enumerations. Narrative is in the record, never here.

create table incident_number (
    year        integer primary key,
    last_number integer not null check (last_number between 1 and 999999)
);
grant select, insert, update on incident_number to ${application};

create table incident (
    reference    text primary key check (reference ~ '^INC-[0-9]{4}-[0-9]{6}$'),
    child_id     text,
    household_id text,
    reporter_id  text        not null,
    taken_by     text,
    started_by   text        not null,
    started_at   timestamptz not null,
    reported_at  timestamptz,
    known_at     timestamptz not null,
    happened_at  timestamptz,
    level        text check (level in ('LOW', 'MEDIUM', 'HIGH', 'IMMEDIATE')),
    police_now   boolean     not null default false,
    fail_safe    boolean     not null default false,
    escalated    boolean     not null default false,
    state        text        not null check (state in ('UNSENT', 'OPEN', 'CLOSED', 'NOTHING_TO_REPORT', 'WITHDRAWN')),
    ended_at     timestamptz,
    ended_by     text
);
create index incident_of_child on incident (child_id, reported_at);
create index incident_unsent on incident (started_by) where state = 'UNSENT';
grant select, insert, update on incident to ${application};

-- Every answer that was ever given to a question of the decision; the newest counts, all stand.
create table incident_answer (
    id        bigint generated always as identity primary key,
    reference text        not null references incident,
    question  text        not null check (length(question) <= 60),
    answer    jsonb,
    given_by  text        not null,
    given_at  timestamptz not null
);
create index incident_answer_of on incident_answer (reference, question, id desc);
grant select, insert on incident_answer to ${application};
call make_append_only('incident_answer');

-- Every level that was ever set: by which rule of which version, signed by whom, or by which person.
create table incident_level (
    id            bigint generated always as identity primary key,
    reference     text        not null references incident,
    level         text        not null check (level in ('LOW', 'MEDIUM', 'HIGH', 'IMMEDIATE')),
    police_now    boolean     not null,
    fail_safe     boolean     not null,
    reason        text        not null check (length(reason) <= 500),
    rule_id       text        not null,
    table_version text        not null,
    signed        text        not null check (length(signed) <= 300),
    decided_by    text        not null,
    decided_at    timestamptz not null
);
create index incident_level_of on incident_level (reference, id desc);
grant select, insert on incident_level to ${application};
call make_append_only('incident_level');

-- The same contact touches several children of one home: one incident each, linked.
create table incident_link (
    reference text        not null references incident,
    other     text        not null references incident,
    linked_at timestamptz not null,
    primary key (reference, other)
);
grant select, insert on incident_link to ${application};
call make_append_only('incident_link');

-- A tap on "yes" or "not sure" to danger, before the report is sent. The same tap twice is one tap.
create table incident_danger_tap (
    reference text        not null references incident,
    answer    text        not null check (answer in ('yes', 'unsure')),
    tapped_by text        not null,
    tapped_at timestamptz not null,
    primary key (reference, answer)
);
grant select, insert on incident_danger_tap to ${application};
call make_append_only('incident_danger_tap');
