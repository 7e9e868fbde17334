-- A policy that is missing, changed or due is looked at by the registered manager: what was asked and what became of it is added, never changed.

create sequence policy_look_number as integer minvalue 1 maxvalue 999999;
grant usage on sequence policy_look_number to ${application};

create table policy_look (
    reference text        primary key check (reference ~ '^POL-[0-9]{4}-[0-9]{6}$'),
    policy_id text        not null check (length(policy_id) <= 40),
    because   text        not null check (because in ('MISSING', 'CHANGED', 'DUE')),
    about     text        not null check (length(about) <= 200),
    opened_at timestamptz not null
);
comment on table policy_look is 'A look at a policy that the registered manager was asked for';
create index policy_look_policy on policy_look (policy_id, reference);
grant select, insert on policy_look to ${application};
call make_append_only('policy_look');

create table policy_look_end (
    reference      text        primary key references policy_look,
    how            text        not null check (how in ('DECIDED', 'IN_ORDER')),
    asked_again_on date        check ((how = 'DECIDED') = (asked_again_on is not null)),
    by_whom        text        not null,
    at             timestamptz not null
);
comment on table policy_look_end is 'That somebody said what happens with it, or that it was put right meanwhile';
grant select, insert on policy_look_end to ${application};
call make_append_only('policy_look_end');
