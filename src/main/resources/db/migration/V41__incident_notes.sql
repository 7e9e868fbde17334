-- What later steps ask for: short words such as who has the phone or whether the authority was told. The newest counts, all stand.
create table incident_note (
    id        bigint generated always as identity primary key,
    reference text        not null references incident,
    what      text        not null check (length(what) <= 60),
    value     text        not null check (length(value) <= 100),
    noted_by  text        not null,
    noted_at  timestamptz not null
);
create index incident_note_of on incident_note (reference, what, id desc);
grant select, insert on incident_note to ${application};
call make_append_only('incident_note');

-- Who said that a report was started by accident; at HIGH and above a second person has to agree.
create table incident_withdrawal (
    id        bigint generated always as identity primary key,
    reference text        not null references incident,
    asked_by  text        not null,
    asked_at  timestamptz not null
);
create index incident_withdrawal_of on incident_withdrawal (reference, id desc);
grant select, insert on incident_withdrawal to ${application};
call make_append_only('incident_withdrawal');
