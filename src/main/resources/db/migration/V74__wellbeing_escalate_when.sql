-- When the looks that a report asked for go back to the risk decision, as the table said it then. Until now the table was not
-- asked and all four counted.
alter table wellbeing_request add column escalate_when text[] not null
    default '{TWO_WORSE_IN_A_ROW,SELF_HARM_TALK,MISSING,NEW_CONTACT}';
alter table wellbeing_request alter column escalate_when drop default;
