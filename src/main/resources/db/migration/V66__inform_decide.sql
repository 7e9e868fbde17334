-- One more thing that a message can ask for: decide, or agree as the second person.
alter table outgoing_message drop constraint outgoing_message_wanted_check;
alter table outgoing_message add constraint outgoing_message_wanted_check
    check (wanted in ('ANSWER', 'KNOW', 'RING', 'TAKE_OVER', 'TAKE', 'READ', 'LOOK_AFTER', 'MEND', 'DECIDE'));
