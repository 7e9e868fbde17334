-- A report that becomes more serious asks its child's schedule again.
alter table wellbeing_request drop constraint wellbeing_request_pkey;
alter table wellbeing_request add primary key (schedule_id, reference, risk_level, asked_at);
-- The touchpoint of that report is then due earlier.
grant update (due_at) on wellbeing_touchpoint to ${application};
