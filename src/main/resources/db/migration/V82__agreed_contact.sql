-- Agreed contact that took place, as it was told: enumerations and times; words are in the record. Rows are added and never changed.

-- Of everything about contact that is kept for itself, whoever keeps it.
create sequence contact_number as integer minvalue 1 maxvalue 999999;
grant usage on sequence contact_number to ${application};

create table agreed_contact (
    reference text        primary key references case_file check (reference ~ '^CON-[0-9]{4}-[0-9]{6}$'),
    child_id  text        not null,
    begun_by  text        not null,
    begun_at  timestamptz not null
);
comment on table agreed_contact is 'An agreed contact that somebody began to tell about';
create index agreed_contact_of on agreed_contact (child_id);
grant select, insert on agreed_contact to ${application};
call make_append_only('agreed_contact');

create table agreed_contact_told (
    reference   text        primary key references agreed_contact,
    entry       integer     not null check (entry > 0),
    person_id   text        not null,
    channel     text        not null check (length(channel) <= 40),
    happened_at timestamptz not null,
    went        text        not null check (length(went) <= 40),
    was_there   text check (length(was_there) <= 40),
    before_it   text        not null check (length(before_it) <= 40),
    after_it    text        not null check (length(after_it) <= 40),
    plan_check  text        not null check (length(plan_check) <= 40),
    told_at     timestamptz not null
);
comment on table agreed_contact_told is 'How it went, and what was agreed said of it';
grant select, insert on agreed_contact_told to ${application};
call make_append_only('agreed_contact_told');

create table agreed_contact_report (
    id        bigint generated always as identity primary key,
    reference text        not null references agreed_contact,
    report    text        not null unique references incident,
    at        timestamptz not null
);
comment on table agreed_contact_report is 'The report that came of it; the newest counts';
create index agreed_contact_report_of on agreed_contact_report (reference);
grant select, insert on agreed_contact_report to ${application};
call make_append_only('agreed_contact_report');
