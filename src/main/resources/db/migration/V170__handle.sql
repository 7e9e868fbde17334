-- Accounts, numbers and gamer tags that stand in reports: added and never changed, as are what was found and what was decided.

create table handle (
    id          bigint generated always as identity primary key,
    reference   text        not null check (length(reference) between 1 and 40),
    name        text        not null check (length(name) between 1 and 300),
    app         text        not null check (length(app) <= 100),
    app_written text        not null check (length(app_written) <= 300),
    written     text        not null check (length(written) between 1 and 300),
    met_by      text        not null,
    met_at      timestamptz not null
);
comment on table handle is 'An account as a report names it: compared by name and app, shown as written';
create index handle_name on handle (name);
create index handle_reference on handle (reference);
grant select, insert on handle to ${application};
call make_append_only('handle');

create sequence handle_find_number as integer minvalue 1 maxvalue 999999;
grant usage on sequence handle_find_number to ${application};

create table handle_find (
    reference text        primary key check (reference ~ '^ACC-[0-9]{4}-[0-9]{6}$'),
    found_at  timestamptz not null
);
comment on table handle_find is 'The same account turned up for another child';
grant select, insert on handle_find to ${application};
call make_append_only('handle_find');

create table handle_find_report (
    find      text        not null references handle_find,
    handle_id bigint      not null references handle,
    child_id  text,
    primary key (find, handle_id)
);
comment on table handle_find_report is 'In which reports, and for which children, as it was known then';
create index handle_find_report_handle on handle_find_report (handle_id);
grant select, insert on handle_find_report to ${application};
call make_append_only('handle_find_report');

create table handle_answer (
    find        text        primary key references handle_find,
    same_person text        not null check (same_person in ('yes', 'no', 'notSure')),
    answered_by text        not null,
    answered_at timestamptz not null
);
comment on table handle_answer is 'Whether the registered manager says that it is the same person';
grant select, insert on handle_answer to ${application};
call make_append_only('handle_answer');
