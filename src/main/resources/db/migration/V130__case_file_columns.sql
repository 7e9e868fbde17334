-- What a case is called, who began it and when never changes: only what is said of it later does.
revoke update on case_file from ${application};
grant update (child_id, household_id, urgency, walled, closed_at, sent, no_case) on case_file to ${application};
revoke update on case_moved from ${application};
grant update (followed_at) on case_moved to ${application};
