-- Where several ways lead out of the house, a message is sent when each of them took it, and none takes it twice.
alter table outgoing_message_event drop constraint outgoing_message_event_what_check;
alter table outgoing_message_event add constraint outgoing_message_event_what_check
    check (what in ('BEGUN', 'TAKEN', 'SENT', 'FAILED', 'CALLED_OFF'));
comment on column outgoing_message_event.by_whom is
    'The person who called it off, the gateway that took it, else "system"';
