-- Asked at every closing.
create index wellbeing_look_request_of on wellbeing_look_request (reference);
create index wellbeing_touchpoint_of_schedule on wellbeing_touchpoint (schedule_id);
