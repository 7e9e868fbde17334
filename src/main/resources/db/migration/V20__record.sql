-- The record of every case. The chain (record_entry) holds commitments only; what was said stands beside it
-- (record_content) with the salts, so that disposal or encryption of the words never touches the chain.
create table record_entry (
    id             bigint generated always as identity primary key,
    reference      text        not null check (length(reference) between 1 and 40),
    number         integer     not null check (number > 0),
    format         smallint    not null,
    written_at     timestamptz not null,
    circumstances  bytea       not null check (length(circumstances) = 32),
    words          bytea       not null check (length(words) = 32),
    previous_hash  bytea       not null check (length(previous_hash) = 32),
    hash           bytea       not null check (length(hash) = 32),
    unique (reference, number)
);

create table record_content (
    entry_id            bigint      primary key references record_entry,
    kind                text        not null check (kind in
                            ('FACT', 'CHILDS_WORDS', 'OPINION', 'THIRD_PARTY', 'ACTION', 'DECISION', 'TOLD')),
    happened_at         timestamptz not null,
    known_at            timestamptz not null,
    author_id           text        not null check (length(author_id) between 1 and 100),
    author_role         text        not null check (length(author_role) between 1 and 100),
    supersedes          integer     check (supersedes > 0),
    circumstances_salt  bytea       not null check (length(circumstances_salt) = 32),
    title               text        not null check (length(title) <= 300),
    statements          jsonb       not null,
    words_salt          bytea       not null check (length(words_salt) = 32)
);
create index record_content_author on record_content (author_id, entry_id);

-- Who read the record of which case, when, and how far it went then.
create table record_reading (
    id           bigint generated always as identity primary key,
    reference    text        not null check (length(reference) between 1 and 40),
    up_to        integer     not null,
    reader_id    text        not null check (length(reader_id) between 1 and 100),
    reader_role  text        not null check (length(reader_role) between 1 and 100),
    read_at      timestamptz not null
);
create index record_reading_reference on record_reading (reference, read_at);

-- A checkpoint gathers the heads of the cases that grew since the one before.
create table record_checkpoint (
    number         integer     primary key check (number > 0),
    format         smallint    not null,
    made_at        timestamptz not null,
    heads          integer     not null check (heads > 0),
    previous_hash  bytea       not null check (length(previous_hash) = 32),
    hash           bytea       not null check (length(hash) = 32)
);

create table record_checkpoint_head (
    checkpoint  integer not null references record_checkpoint deferrable initially deferred,
    reference   text    not null check (length(reference) between 1 and 40),
    number      integer not null check (number > 0),
    hash        bytea   not null check (length(hash) = 32),
    primary key (checkpoint, reference)
);
create index record_checkpoint_head_entry on record_checkpoint_head (reference collate "C", number);
create index record_entry_order on record_entry (reference collate "C", number);

-- Entries that no checkpoint has gathered yet: a list of work, not a record. What it forgets, the verifier still sees.
create table record_not_gathered (
    entry_id   bigint primary key references record_entry,
    reference  text   not null
);

call make_append_only('record_entry');
call make_append_only('record_content');
call make_append_only('record_reading');
call make_append_only('record_checkpoint');
call make_append_only('record_checkpoint_head');

grant select, insert on record_entry, record_content, record_reading, record_checkpoint, record_checkpoint_head
    to ${application};
grant select, insert, delete on record_not_gathered to ${application};
