-- Why each turn asks: what is handed over in the morning does not change who answered the alarm.
alter table ladder_rung add column purpose text not null default 'alarm' check (length(purpose) <= 40);
alter table ladder_rung alter column purpose drop default;

alter table ladder_rung disable trigger only_grows;
update ladder_rung set purpose = 'phoneTaken' where ladder = reference || '-phone';
alter table ladder_rung enable always trigger only_grows;
