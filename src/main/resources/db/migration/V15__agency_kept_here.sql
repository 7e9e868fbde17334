-- The agency is kept on pages too: who changed what there, and what the folder said when it was last loaded, so that a folder whose words are as
-- before undoes nothing.

alter table agency_change add column changed_by text check (length(changed_by) <= 64);

create table agency_folder (
    kind     text    not null,
    id       text    not null,
    position integer not null,
    content  jsonb   not null,
    primary key (kind, id)
);

insert into agency_folder (kind, id, position, content) select kind, id, position, content from agency_item;

grant select, insert, delete on agency_folder to ${application};
