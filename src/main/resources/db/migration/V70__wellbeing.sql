-- How a child is in the days after contact: when somebody looks, what came of it. Enumerations and times; words are in the record.

create table wellbeing_schedule (
    id         bigint generated always as identity primary key,
    child_id   text        not null,
    -- The report that opened it, to whose case it belongs.
    reference  text        not null references incident,
    -- False when nothing may reach the home: somebody of it is named, or who is named is not settled.
    with_home  boolean     not null,
    started_at timestamptz not null,
    closed_at  timestamptz,
    closed_by  text
);
-- One schedule for each child; one more, kept apart from the home, where somebody of it is named.
create unique index wellbeing_schedule_running on wellbeing_schedule (child_id, with_home) where closed_at is null;
grant select, insert, update (closed_at, closed_by) on wellbeing_schedule to ${application};

-- What each report asked for, by which rule of which version.
create table wellbeing_request (
    schedule_id   bigint      not null references wellbeing_schedule,
    reference     text        not null references incident,
    risk_level    text        not null,
    rule_id       text        not null,
    table_version text        not null,
    asked_at      timestamptz not null,
    primary key (schedule_id, reference)
);
create index wellbeing_request_of on wellbeing_request (reference);
grant select, insert on wellbeing_request to ${application};
call make_append_only('wellbeing_request');

create table wellbeing_look (
    id          bigint generated always as identity primary key,
    schedule_id bigint      not null references wellbeing_schedule,
    due_at      timestamptz not null,
    state       text        not null check (state in ('PLANNED', 'OPEN', 'DONE', 'MISSED', 'CALLED_OFF')),
    compared    text check (compared in ('BETTER', 'SAME', 'WORSE')),
    place       text check (place in ('HOME', 'RESPITE', 'HOSPITAL', 'ELSEWHERE')),
    different   text[]      not null default '{}',
    signs       text[]      not null default '{}',
    done_at     timestamptz,
    done_by     text,
    unique (schedule_id, due_at),
    check ((state = 'DONE') = (compared is not null and place is not null and done_at is not null and done_by is not null))
);
grant select, insert, update (state, compared, place, different, signs, done_at, done_by) on wellbeing_look to ${application};

create table wellbeing_look_request (
    look_id   bigint not null references wellbeing_look,
    reference text   not null references incident,
    primary key (look_id, reference)
);
grant select, insert on wellbeing_look_request to ${application};
call make_append_only('wellbeing_look_request');

create table wellbeing_touchpoint (
    id          bigint generated always as identity primary key,
    schedule_id bigint      not null references wellbeing_schedule,
    reference   text        not null references incident,
    due_at      timestamptz not null,
    done_at     timestamptz,
    done_by     text,
    called_off  boolean     not null default false
);
create index wellbeing_touchpoint_of on wellbeing_touchpoint (reference);
grant select, insert, update (done_at, done_by, called_off) on wellbeing_touchpoint to ${application};
