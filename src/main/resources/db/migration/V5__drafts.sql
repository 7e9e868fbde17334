-- What somebody has typed into a form and not sent: sealed, for its writer only, forgotten after a day. Never part of the record.
create table form_draft (
    task_id   text        not null,
    person_id text        not null,
    sealed    bytea       not null,
    kept_at   timestamptz not null,
    primary key (task_id, person_id)
);
create index form_draft_old on form_draft (kept_at);
grant select, insert, update, delete on form_draft to ${application};
