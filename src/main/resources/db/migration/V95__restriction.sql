-- Limits on a child's phone or apps: what became of each is added and never changed. Where it stands is worked out from that.

create sequence restriction_number as integer minvalue 1 maxvalue 999999;
grant usage on sequence restriction_number to ${application};

create table restriction (
    reference      text        primary key check (reference ~ '^RES-[0-9]{4}-[0-9]{6}$'),
    child_id       text        not null,
    case_reference text,
    opened_by      text        not null,
    opened_at      timestamptz not null
);
comment on table restriction is 'A limit that was asked for, or made because of danger';
create index restriction_child on restriction (child_id);
create index restriction_case on restriction (case_reference);
grant select, insert on restriction to ${application};
call make_append_only('restriction');

create table restriction_step (
    reference text        not null references restriction,
    number    integer     not null check (number > 0),
    what      text        not null check (length(what) <= 40),
    asked     jsonb,
    terms     jsonb,
    answer    jsonb,
    by_whom   text        not null,
    at        timestamptz not null,
    primary key (reference, number)
);
comment on table restriction_step is 'What became of a limit, in order; the newest terms count';
grant select, insert on restriction_step to ${application};
call make_append_only('restriction_step');
