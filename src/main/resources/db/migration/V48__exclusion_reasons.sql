-- Somebody can be kept away from a case for several reasons, and each of them stands or ends by itself.
alter table case_exclusion drop constraint case_exclusion_pkey;
alter table case_exclusion add primary key (reference, person_id, why);
-- What was decided ends a reason; case_access_change keeps that it was there.
grant delete on case_exclusion to ${application};
