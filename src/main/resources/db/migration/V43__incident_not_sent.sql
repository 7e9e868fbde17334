-- Asked at each press of Report contact.
create index incident_not_sent on incident (started_by) where reported_at is null;
