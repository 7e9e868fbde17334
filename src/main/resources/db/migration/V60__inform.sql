-- Who was told, when, how, by whom, and what they answered; which message left the house. All of it only grows.

create table ladder_rung (
    id            bigint generated always as identity primary key,
    ladder        text        not null check (length(ladder) <= 64),
    reference     text        not null check (length(reference) <= 40),
    number        integer     not null check (number >= 1),
    repetition    integer     not null check (repetition >= 0),
    role          text        not null check (length(role) <= 40),
    level         text        not null check (length(level) <= 20),
    started_at    timestamptz not null,
    due_at        timestamptz not null,
    table_version text        not null check (length(table_version) <= 100),
    rules         text        not null check (length(rules) <= 4000),
    unique (ladder, number, repetition)
);
comment on table ladder_rung is 'Each step of an alarm: whose turn it was, until when, and which rules of who-to-tell said so';

create table told (
    id         bigint generated always as identity primary key,
    reference  text        not null check (length(reference) <= 40),
    ladder     text        not null check (length(ladder) <= 64),
    rung       integer     not null,
    repetition integer     not null,
    what       text        not null check (what in ('TOLD', 'TAKEN', 'GIVEN_BACK', 'ANSWERED', 'TO_BE_RUNG', 'REACHED', 'NOT_REACHED', 'CALLED_OFF')),
    role       text        not null check (length(role) <= 40),
    person_id  text check (length(person_id) <= 64),
    how        text        not null check (length(how) <= 40),
    by_whom    text        not null check (length(by_whom) <= 64),
    at         timestamptz not null,
    until      timestamptz
);
comment on table told is 'Who was told of a case, in which role, when, how and by whom; who took it, gave it back, answered';
create index told_reference on told (reference, id);
create index told_ladder on told (ladder, id);

create table outgoing_message (
    id         text primary key check (length(id) <= 200),
    reference  text        not null check (length(reference) <= 40),
    recipient  text        not null check (length(recipient) <= 64),
    wanted     text        not null check (wanted in ('ANSWER', 'KNOW', 'RING')),
    by_when    timestamptz,
    created_at timestamptz not null
);
comment on table outgoing_message is 'Every message that had to leave the house; the id is its Message-ID and never changes';

create table outgoing_message_event (
    id         bigint generated always as identity primary key,
    message_id text        not null references outgoing_message,
    at         timestamptz not null,
    what       text        not null check (what in ('SENT', 'FAILED', 'CALLED_OFF')),
    by_whom    text        not null check (length(by_whom) <= 64)
);
comment on table outgoing_message_event is 'Each attempt to hand a message over, and who called it off';
create index outgoing_message_event_message on outgoing_message_event (message_id, id);

grant select, insert on ladder_rung, told, outgoing_message, outgoing_message_event to ${application};
call make_append_only('ladder_rung');
call make_append_only('told');
call make_append_only('outgoing_message');
call make_append_only('outgoing_message_event');
