-- What is agreed about each child's digital contact: entries that are added and never changed. What holds on a day is worked out from them.

create sequence plan_number as integer minvalue 1 maxvalue 999999;
grant usage on sequence plan_number to ${application};

create table plan_file (
    child_id  text        primary key,
    reference text        not null unique check (reference ~ '^PLN-[0-9]{4}-[0-9]{6}$'),
    opened_by text        not null,
    opened_at timestamptz not null
);
comment on table plan_file is 'One file per child: whose to-dos and record the plan has';
grant select, insert on plan_file to ${application};
call make_append_only('plan_file');

create table plan_person (
    id           bigint generated always as identity primary key,
    child_id     text        not null references plan_file,
    label        text        not null check (length(label) between 1 and 100),
    relationship text        not null check (length(relationship) <= 40),
    added_by     text        not null,
    added_at     timestamptz not null
);
comment on table plan_person is 'Who is spoken of in what is agreed, as the home speaks of them';
create unique index plan_person_label on plan_person (child_id, lower(label));
grant select, insert on plan_person to ${application};
call make_append_only('plan_person');

create table plan_entry (
    child_id          text        not null references plan_file,
    number            integer     not null check (number > 0),
    item              jsonb       not null,
    replaces          integer,
    confirmed_by      text check (length(confirmed_by) <= 200),
    confirmed_on      date,
    confirmed_how     text check (length(confirmed_how) <= 40),
    entered_by        text        not null,
    entered_at        timestamptz not null,
    primary key (child_id, number),
    foreign key (child_id, replaces) references plan_entry (child_id, number),
    check (replaces < number),
    check ((confirmed_by is null) = (confirmed_on is null) and (confirmed_by is null) = (confirmed_how is null))
);
comment on table plan_entry is 'What was entered, confirmed, checked or ended; the last number is the version';
grant select, insert on plan_entry to ${application};
call make_append_only('plan_entry');

create table plan_acknowledged (
    child_id  text        not null references plan_file,
    person_id text        not null,
    version   integer     not null,
    at        timestamptz not null,
    primary key (child_id, person_id, version)
);
comment on table plan_acknowledged is 'Which version a carer has read';
grant select, insert on plan_acknowledged to ${application};
call make_append_only('plan_acknowledged');
