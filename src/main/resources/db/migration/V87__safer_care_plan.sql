-- The Safer Care Plan of each child as a document: what was written, and which of it was signed. It names no report: everybody who may read what is
-- agreed about the child reads all of it. Rows are added and never changed.

create table safer_care_text (
    id         bigint generated always as identity primary key,
    child_id   text        not null,
    begun_from integer     not null check (begun_from >= 0),
    says       text        not null check (length(says) between 1 and 4000),
    changed    text        not null check (length(changed) between 1 and 1000),
    why        text        not null check (length(why) between 1 and 1000),
    learn      text        not null check (length(learn) <= 1000),
    review_on  date        not null,
    written_by text        not null,
    written_at timestamptz not null
);
comment on table safer_care_text is 'What somebody wrote as the Safer Care Plan, and from which version they began; nobody reads it here before it is signed';
grant select, insert on safer_care_text to ${application};
call make_append_only('safer_care_text');

create table safer_care_plan (
    child_id  text        not null,
    version   integer     not null check (version > 0),
    text_id   bigint      not null unique references safer_care_text,
    signed_by text        not null,
    signed_at timestamptz not null,
    primary key (child_id, version)
);
comment on table safer_care_plan is 'What was signed; the last version holds. Who of the home has read which stands in plan_acknowledged';
grant select, insert on safer_care_plan to ${application};
call make_append_only('safer_care_plan');
