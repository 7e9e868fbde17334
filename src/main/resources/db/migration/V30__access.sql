-- Who may see which case. Read on every request; nothing here is cached, so a change counts on the very next one.

create table case_file (
    reference    text primary key check (char_length(reference) between 1 and 40),
    opened_by    text not null check (char_length(opened_by) between 1 and 64),
    opened_at    timestamptz not null,
    household_id text,
    child_id     text,
    urgency      integer not null default 0,
    walled       boolean not null default false,
    closed_at    timestamptz
);
comment on table case_file is 'One row per case: what decides who may see it';
create index case_file_household on case_file (household_id);
create index case_file_child on case_file (child_id);
-- a report without a child yet belongs to whoever began it
create index case_file_begun on case_file (opened_by) where household_id is null;

create table case_instance (
    process_instance_id text primary key,
    reference           text not null references case_file
);
comment on table case_instance is 'Which running process belongs to which case; a case has several';
create index case_instance_reference on case_instance (reference);

create table case_exclusion (
    reference text not null references case_file,
    person_id text not null,
    why       text not null check (char_length(why) between 1 and 500),
    since     timestamptz not null,
    primary key (reference, person_id)
);
comment on table case_exclusion is 'People who see nothing of the case and do not learn that it exists';
create index case_exclusion_person on case_exclusion (person_id);

create table case_grant (
    reference text not null references case_file,
    person_id text not null,
    since     timestamptz not null,
    primary key (reference, person_id)
);
comment on table case_grant is 'People who see the case although their work alone would not show it to them';
create index case_grant_person on case_grant (person_id);

create table case_access_change (
    id        bigint generated always as identity primary key,
    reference text not null references case_file,
    change    text not null,
    person_id text,
    made_by   text,
    made_at   timestamptz not null
);
comment on table case_access_change is 'Every change of who may see a case, for good';
create index case_access_change_reference on case_access_change (reference);

grant select, insert, update on case_file to ${application};
grant select, insert on case_instance, case_exclusion, case_grant to ${application};
grant select, insert on case_access_change to ${application};
call make_append_only('case_access_change');
