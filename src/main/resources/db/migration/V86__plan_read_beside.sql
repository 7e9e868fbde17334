-- What stands beside what is agreed, a signed Safer Care Plan, is read with it: who has read which.

alter table plan_acknowledged add column beside text not null default '';
alter table plan_acknowledged drop constraint plan_acknowledged_pkey;
alter table plan_acknowledged add primary key (child_id, person_id, version, beside);
comment on column plan_acknowledged.beside is 'Names what was read beside that version; empty where nothing was';
