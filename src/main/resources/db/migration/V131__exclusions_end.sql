-- That somebody was kept away from a case, and that it ended, is kept for good; nothing of it is taken back.

alter table case_exclusion drop constraint case_exclusion_pkey;
alter table case_exclusion add column id bigint generated always as identity primary key;
create index case_exclusion_reference on case_exclusion (reference, person_id);
call make_append_only('case_exclusion');

create table case_exclusion_end (
    exclusion_id bigint primary key references case_exclusion,
    ended_at     timestamptz not null
);
comment on table case_exclusion_end is 'Which reason to keep somebody away is over';
call make_append_only('case_exclusion_end');
grant select, insert on case_exclusion_end to ${application};

create view case_excluded as
select id, reference, person_id, why from case_exclusion x
where not exists (select from case_exclusion_end e where e.exclusion_id = x.id);
comment on view case_excluded is 'Who is kept away from which case now; whoever asks reads this';
grant select on case_excluded to ${application};
