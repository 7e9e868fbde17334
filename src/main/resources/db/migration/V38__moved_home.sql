-- A child lives in another home: which files went with it, and whether what is open in them has followed.

create table case_moved (
    id          bigint generated always as identity primary key,
    reference   text not null references case_file,
    moved_from  text,
    moved_to    text not null,
    moved_at    timestamptz not null,
    followed_at timestamptz
);
comment on table case_moved is 'Files that went with a child to another home; followed_at once what is open in them went too';
create index case_moved_open on case_moved (id) where followed_at is null;

grant select, insert, update on case_moved to ${application};
