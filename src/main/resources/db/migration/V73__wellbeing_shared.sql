-- A report that keeps anybody away is followed in a schedule of its own: whoever is kept away from it would see in a shared one that it exists.
alter table wellbeing_schedule rename column with_home to shared;
drop index wellbeing_schedule_running;
create unique index wellbeing_schedule_running on wellbeing_schedule (child_id) where shared and closed_at is null;
