-- The words of each version of the agency's policies, as they were when that version came; agency_change says from when to when it was in force.

create table policy_document (
    policy_id text        not null check (policy_id ~ '^[a-zA-Z0-9]{1,40}$'),
    version   text        not null check (length(version) between 1 and 20),
    file      text        not null check (length(file) <= 100),
    sha256    text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    content   bytea       not null check (length(content) <= 10000000),
    kept_at   timestamptz not null,
    primary key (policy_id, version)
);
comment on table policy_document is 'What a version of a policy says';
grant select, insert on policy_document to ${application};
call make_append_only('policy_document');
