-- A child is followed after an agreed contact that upset it, too: what asks for looks is a report or a contact, each with its file.

alter table wellbeing_schedule drop constraint wellbeing_schedule_reference_fkey;
alter table wellbeing_schedule add foreign key (reference) references case_file;
alter table wellbeing_request drop constraint wellbeing_request_reference_fkey;
alter table wellbeing_request add foreign key (reference) references case_file;
alter table wellbeing_look_request drop constraint wellbeing_look_request_reference_fkey;
alter table wellbeing_look_request add foreign key (reference) references case_file;
alter table wellbeing_touchpoint drop constraint wellbeing_touchpoint_reference_fkey;
alter table wellbeing_touchpoint add foreign key (reference) references case_file;
