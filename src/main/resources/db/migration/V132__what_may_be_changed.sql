-- What a report is called and who began it never changes; nor does what anything else is found by.
revoke update on incident, incident_number, agency_item, form_draft, form_sent, login_attempt from ${application};
grant update (child_id, household_id, reporter_id, taken_by, started_at, reported_at, known_at, happened_at, level, police_now, fail_safe,
              escalated, state, ended_at, ended_by) on incident to ${application};
grant update (last_number) on incident_number to ${application};
grant update (position, content) on agency_item to ${application};
grant update (sealed, kept_at) on form_draft to ${application};
grant update (digest, sent_at) on form_sent to ${application};
grant update (tries, since) on login_attempt to ${application};
