-- Evidence: what was seen and where it is, files where they are allowed, and the ledger of every touch.

-- What was seen. Words only; what changes later (where it is, who has it) is in the ledger.
create table evidence_item (
    id            bigint generated always as identity primary key,
    reference     text        not null check (length(reference) between 1 and 40),
    number        integer     not null check (number > 0),
    kind          text        not null check (kind in
                      ('textMessages', 'possibleIndecentImage', 'identifyingPost', 'liveChat', 'disappearing', 'other')),
    app           text        not null check (length(app) <= 100),
    handle        text        not null check (length(handle) <= 300),
    seen_from     timestamptz,
    seen_to       timestamptz,
    device        text        not null check (length(device) <= 300),
    words         text        not null check (length(words) <= 4000),
    ticks         text        not null check (length(ticks) <= 500),
    noted_by      text        not null,
    noted_at      timestamptz not null,
    unique (reference, number)
);

-- Where it is and who has it, each time somebody says so; the newest counts.
create table evidence_whereabouts (
    id        bigint generated always as identity primary key,
    item_id   bigint      not null references evidence_item,
    place     text        not null check (length(place) between 1 and 300),
    holder    text        not null check (length(holder) between 1 and 300),
    said_by   text        not null,
    said_at   timestamptz not null
);
create index evidence_whereabouts_item on evidence_whereabouts (item_id, id desc);

-- Somebody who answered agreed that files of this kind are added.
create table evidence_agreement (
    id         bigint generated always as identity primary key,
    reference  text        not null,
    kind       text        not null,
    agreed_by  text        not null,
    agreed_at  timestamptz not null
);
create index evidence_agreement_reference on evidence_agreement (reference, kind);

-- Pictures that may be sexual were named: from here on no file enters the case. There is no way back.
create table evidence_closed_to_files (
    reference  text        primary key,
    closed_at  timestamptz not null
);

create table evidence_file (
    id               uuid        primary key,
    item_id          bigint      not null references evidence_item,
    reference        text        not null,
    number           integer     not null check (number > 0),
    type             text        not null check (type in
                         ('image/png', 'image/jpeg', 'text/plain', 'application/pdf', 'message/rfc822')),
    size             bigint      not null check (size > 0),
    sha256           bytea       not null check (length(sha256) = 32),
    received_sha256  bytea       not null check (length(received_sha256) = 32),
    confirmation     text        not null check (length(confirmation) <= 500),
    added_by         text        not null,
    added_at         timestamptz not null,
    unique (reference, number)
);
create index evidence_file_item on evidence_file (item_id);

-- The file itself, in pieces. The only rows of evidence that may ever go: those of a sealed file whose removal a police
-- officer directed in writing and two people decided.
create table evidence_chunk (
    file_id  uuid    not null references evidence_file deferrable initially deferred,
    number   integer not null check (number >= 0),
    bytes    bytea   not null check (length(bytes) between 1 and 262144),
    primary key (file_id, number)
);
alter table evidence_chunk alter column bytes set storage external;

create table evidence_direction (
    id              bigint generated always as identity primary key,
    file_id         uuid        not null references evidence_file,
    officer         text        not null check (length(officer) between 1 and 200),
    officer_number  text        not null check (length(officer_number) between 1 and 50),
    force           text        not null check (length(force) between 1 and 200),
    police_ref      text        not null check (length(police_ref) between 1 and 100),
    backups         text        not null check (length(backups) between 1 and 1000),
    decided_by      text        not null,
    decided_at      timestamptz not null
);

create table evidence_removal (
    file_id       uuid        primary key references evidence_file,
    direction_id  bigint      not null references evidence_direction,
    confirmed_by  text        not null,
    confirmed_at  timestamptz not null
);

-- Every touch: who did what to which item or file, when, and why.
create table evidence_custody (
    id         bigint generated always as identity primary key,
    reference  text        not null,
    item_id    bigint      references evidence_item,
    file_id    uuid        references evidence_file,
    what       text        not null check (what in ('NOTED', 'MOVED', 'AGREED', 'LIST_READ', 'ADDED', 'REFUSED', 'OPENED',
                   'LOCKED', 'CONFIRMED_AGAIN', 'SEALED', 'KEPT_SEALED', 'DIRECTED', 'REMOVED', 'DAMAGED')),
    person_id  text        not null,
    role       text        not null,
    at         timestamptz not null,
    detail     text        not null check (length(detail) <= 1000)
);
create index evidence_custody_reference on evidence_custody (reference, id);
create index evidence_custody_file on evidence_custody (file_id, id);

call make_append_only('evidence_item');
call make_append_only('evidence_whereabouts');
call make_append_only('evidence_agreement');
call make_append_only('evidence_closed_to_files');
call make_append_only('evidence_file');
call make_append_only('evidence_direction');
call make_append_only('evidence_removal');
call make_append_only('evidence_custody');

create function refuse_to_lose_evidence() returns trigger
    language plpgsql
as
$$
begin
    if tg_op = 'DELETE' then
        if exists (select 1
                     from evidence_removal r
                     join evidence_direction d on d.id = r.direction_id and d.file_id = r.file_id
                    where r.file_id = old.file_id and r.confirmed_by <> d.decided_by)
           and exists (select 1 from evidence_custody c where c.file_id = old.file_id and c.what = 'SEALED') then
            return old;
        end if;
    end if;
    raise exception 'Evidence stays: % is refused', tg_op using errcode = 'insufficient_privilege';
end;
$$;
create trigger only_on_direction before update or delete on evidence_chunk
    for each row execute function refuse_to_lose_evidence();
create trigger never_emptied before truncate on evidence_chunk
    for each statement execute function refuse_to_lose_evidence();
alter table evidence_chunk enable always trigger only_on_direction;
alter table evidence_chunk enable always trigger never_emptied;

grant select, insert on evidence_item, evidence_whereabouts, evidence_agreement, evidence_closed_to_files, evidence_file,
    evidence_direction, evidence_removal, evidence_custody to ${application};
grant select, insert, delete on evidence_chunk to ${application};
