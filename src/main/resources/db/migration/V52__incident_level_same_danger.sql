-- Whether a decision that says that it got worse knows of no danger that was not known before, only that the child is worse for it.
alter table incident_level add column same_danger boolean not null default false;
alter table incident_level alter column same_danger drop default;
