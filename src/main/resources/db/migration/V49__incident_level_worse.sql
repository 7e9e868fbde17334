-- Whether a decision says that it got worse: what was answered, rung or assessed before it is answered, rung or assessed no longer.
-- A table that only grows is given a new column by its owner once, with what the levels themselves say.
alter table incident_level add column worse boolean not null default false;
alter table incident_level alter column worse drop default;
alter table incident_level disable trigger only_grows;
update incident_level level
   set worse = true
  from (select id,
               array_position(array ['LOW', 'MEDIUM', 'HIGH', 'IMMEDIATE'], level::text) as present,
               lag(array_position(array ['LOW', 'MEDIUM', 'HIGH', 'IMMEDIATE'], level::text))
                   over (partition by reference order by id) as before
          from incident_level) change
 where change.id = level.id
   and (change.present > change.before or change.present = change.before and level.rule_id = 'person');
alter table incident_level enable always trigger only_grows;
