-- Somebody may be told that a to-do was handed over to them.
alter table outgoing_message drop constraint outgoing_message_wanted_check;
alter table outgoing_message add constraint outgoing_message_wanted_check
    check (wanted in ('ANSWER', 'KNOW', 'RING', 'TAKE_OVER'));
