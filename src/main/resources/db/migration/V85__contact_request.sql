-- Asking for new or extra contact: what was asked and what was answered, each written once.

create table contact_request (
    reference text        primary key check (reference ~ '^CON-[0-9]{4}-[0-9]{6}$'),
    child_id  text        not null,
    begun_by  text        not null,
    begun_at  timestamptz not null,
    renews    integer,
    because   text,
    person_id text,
    channel   text check (length(channel) <= 40)
);
comment on table contact_request is 'A request for contact from the moment it was begun, and what it was begun with: an agreement that ends, or a contact that was good';
create index contact_request_child on contact_request (child_id);
grant select, insert on contact_request to ${application};
call make_append_only('contact_request');

create table contact_asked (
    reference  text        primary key references contact_request,
    wanted     jsonb       not null,
    asked_by   text        not null,
    asked_at   timestamptz not null
);
comment on table contact_asked is 'What was asked for, as it was sent';
grant select, insert on contact_asked to ${application};
call make_append_only('contact_asked');

create table contact_answer (
    reference   text        primary key references contact_asked,
    outcome     text        not null check (length(outcome) <= 40),
    answered_by text        not null,
    answered_at timestamptz not null,
    entry       integer,
    words       text        not null check (length(words) <= 4000)
);
comment on table contact_answer is 'What became of it: one answer, what it changed in what is agreed, and the words for the home';
grant select, insert on contact_answer to ${application};
call make_append_only('contact_answer');
