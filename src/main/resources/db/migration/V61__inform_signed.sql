-- Each turn also says who had signed the version of who-to-tell that decided it; empty for turns from before this was kept.
alter table ladder_rung add column signed text not null default '' check (length(signed) <= 400);
comment on column ladder_rung.signed is 'Who had signed the version that decided, or that nobody had';

-- Nothing ever wrote CALLED_OFF here: who ended a case and why is an entry of its own in the record.
alter table told drop constraint told_what_check;
alter table told add constraint told_what_check
    check (what in ('TOLD', 'TAKEN', 'GIVEN_BACK', 'ANSWERED', 'TO_BE_RUNG', 'REACHED', 'NOT_REACHED'));
