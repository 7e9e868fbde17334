-- That only people who are named could be asked stands with what else was changed about who may see a case.
insert into case_access_change (reference, change, made_by, made_at)
select reference, 'everybody named', noted_by, noted_at from incident_note where what = 'everybodyNamed';
