-- What people did on a report: each to-do with who did it, by when it was to be done, and when it was done. Its words are in the record.
create table incident_action (
    id        bigint generated always as identity primary key,
    reference text        not null references incident,
    key       text        not null check (length(key) <= 80),
    name      text        not null check (length(name) <= 300),
    heading   text        not null check (length(heading) <= 200),
    done_by   text        not null,
    done_role text        not null,
    due_at    timestamptz,
    done_at   timestamptz not null
);
comment on column incident_action.heading is 'Of what it left in the record';
comment on column incident_action.done_role is 'Of whoever did it, at that time';
comment on table incident_action is 'Who did which to-do of a report, by when it was to be done, and when it was';
create index incident_action_of on incident_action (reference, id);
grant select, insert on incident_action to ${application};
call make_append_only('incident_action');
