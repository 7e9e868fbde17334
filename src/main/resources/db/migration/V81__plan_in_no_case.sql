-- What is agreed about a child is kept in no case: its to-dos are duty's only in the place of whoever supervises the home.
alter table case_file add column no_case boolean not null default false;
comment on column case_file.no_case is 'Kept about a child in no case: never open as a case is';
update case_file set no_case = true where reference in (select reference from plan_file);
