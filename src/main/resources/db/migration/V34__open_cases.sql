-- Lists of what is open, the newest first: the few that are open, never all that ever were.
create index case_file_open on case_file (opened_at desc) where closed_at is null;
