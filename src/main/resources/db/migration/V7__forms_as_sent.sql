-- Whether the same person sends the same answers once more, or other ones: a keyed digest, forgotten with the drafts.
create table form_sent (
    form      text        not null,
    person_id text        not null,
    digest    bytea       not null check (length(digest) = 32),
    sent_at   timestamptz not null,
    primary key (form, person_id)
);
create index form_sent_old on form_sent (sent_at);
grant select, insert, update, delete on form_sent to ${application};
