-- Whether a decision says that it got worse: what was answered, rung or assessed before it is answered, rung or assessed no longer.
alter table incident_level add column worse boolean not null default true;
alter table incident_level alter column worse type boolean using (rule_id = 'person');
alter table incident_level alter column worse drop default;
