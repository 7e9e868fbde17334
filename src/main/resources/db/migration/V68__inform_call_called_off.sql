-- A call to the authority need not be made any more when the answer settled what it was about.
alter table told drop constraint told_what_check;
alter table told add constraint told_what_check
    check (what in ('TOLD', 'TAKEN', 'GIVEN_BACK', 'ANSWERED', 'TO_BE_RUNG', 'REACHED', 'NOT_REACHED', 'CALLED_OFF'));
