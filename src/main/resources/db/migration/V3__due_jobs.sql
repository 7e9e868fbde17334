-- The engine asks every second which jobs are due. Without this index it reads every future timer each time,
-- and timers are exactly what this product has many of. The engine's own scripts bring no index on the due date.
create index safe_contact_due_job on act_ru_job (duedate_) where retries_ > 0 and suspension_state_ = 1;

-- Jobs come and go all day: clean up after a fiftieth of the table instead of a fifth.
alter table act_ru_job set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
