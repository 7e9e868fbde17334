-- Until a report is sent, nobody of the child's home sees it but whoever began it.

alter table case_file add column sent boolean not null default false;
comment on column case_file.sent is 'Whether the report was sent; until then the home does not share it';
-- what was there before: a report got its child when it was sent, save for one whose danger alone was tapped
update case_file set sent = true where child_id is not null;
drop index case_file_begun;
create index case_file_begun on case_file (opened_by) where not sent;
