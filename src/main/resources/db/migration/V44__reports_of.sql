-- What somebody reported, the newest first.
create index incident_of_reporter on incident (reporter_id, started_at desc);
