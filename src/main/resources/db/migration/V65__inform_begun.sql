-- An attempt is on record when it begins: a mail server may take minutes to say OK, and until then nobody begins another one.
alter table outgoing_message_event drop constraint outgoing_message_event_what_check;
alter table outgoing_message_event add constraint outgoing_message_event_what_check
    check (what in ('BEGUN', 'SENT', 'FAILED', 'CALLED_OFF'));
comment on table outgoing_message_event is
    'Each attempt to hand a message over, when it began and what became of it, and who called it off';
