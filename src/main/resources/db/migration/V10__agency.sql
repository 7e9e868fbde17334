-- The agency as its folder of files says it (docs/agency-folder.md): what holds now, and every change there ever was.

create table agency_item (
    kind     text    not null check (length(kind) <= 40),
    id       text    not null check (id ~ '^[a-zA-Z0-9]{1,40}$'),
    position integer not null,
    content  jsonb   not null,
    primary key (kind, id)
);

create table agency_change (
    id         bigint generated always as identity primary key,
    changed_at timestamptz not null,
    kind       text        not null check (length(kind) <= 40),
    item_id    text        not null check (length(item_id) <= 40),
    file       text        not null check (length(file) <= 100),
    before     jsonb,
    after      jsonb,
    check (before is not null or after is not null)
);

grant select, insert, update, delete on agency_item to ${application};
grant select, insert on agency_change to ${application};
call make_append_only('agency_change');
