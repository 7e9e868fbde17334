-- Which answers a decision rested on: what comes after the newest of them is new.
alter table incident_level add column known_answers bigint not null default 9223372036854775807;
alter table incident_level alter column known_answers drop default;
