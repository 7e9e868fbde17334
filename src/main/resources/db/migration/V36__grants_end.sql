-- Access that somebody was given beside their work ends with its reason. Both is kept for good: that it was given, and that it ended.

alter table case_grant drop constraint case_grant_pkey;
alter table case_grant add column id bigint generated always as identity primary key;
alter table case_grant add column reason text not null default 'EARLIER' check (reason in ('EARLIER', 'LAST_RESORT', 'FOLLOWS_THE_CHILD'));
alter table case_grant alter column reason drop default;
create index case_grant_reference on case_grant (reference);
call make_append_only('case_grant');

create table case_grant_end (
    grant_id bigint primary key references case_grant,
    why      text not null check (why in ('CASE_CLOSED', 'REASON_OVER')),
    ended_at timestamptz not null
);
comment on table case_grant_end is 'Which access is over, and why';

insert into case_grant_end (grant_id, why, ended_at)
select g.id, 'CASE_CLOSED', c.closed_at
from case_grant g join case_file c using (reference)
where c.closed_at is not null;

call make_append_only('case_grant_end');
grant select, insert on case_grant_end to ${application};
