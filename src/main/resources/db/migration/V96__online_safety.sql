-- Online safety is looked at with each child of a home, on its day: days and what became of each look are added and never changed.

create sequence online_safety_number as integer minvalue 1 maxvalue 999999;
grant usage on sequence online_safety_number to ${application};

create table online_safety_day (
    id           bigint      generated always as identity primary key,
    child_id     text        not null,
    household_id text        not null,
    day          date        not null,
    because      text        not null check (because in ('FIRST', 'ARRIVED', 'NEXT', 'REPORT_CLOSED')),
    report       text        check ((because = 'REPORT_CLOSED') = (report is not null)),
    set_by       text        not null,
    set_at       timestamptz not null
);
comment on table online_safety_day is 'On which day online safety is looked at with a child in a home; the newest of a child counts';
create index online_safety_day_child on online_safety_day (child_id, id);
grant select, insert on online_safety_day to ${application};
call make_append_only('online_safety_day');

create table online_safety_review (
    reference text        primary key check (reference ~ '^REV-[0-9]{4}-[0-9]{6}$'),
    day_id    bigint      not null unique references online_safety_day,
    opened_at timestamptz not null
);
comment on table online_safety_review is 'A look at online safety with a child; each day begins one';
grant select, insert on online_safety_review to ${application};
call make_append_only('online_safety_review');

create table online_safety_step (
    reference text        not null references online_safety_review,
    number    integer     not null check (number > 0),
    what      text        not null check (length(what) <= 40),
    findings  jsonb       not null,
    by_whom   text        not null,
    at        timestamptz not null,
    primary key (reference, number)
);
comment on table online_safety_step is 'What became of a look, in order; the newest finding of a topic counts';
grant select, insert on online_safety_step to ${application};
call make_append_only('online_safety_step');
