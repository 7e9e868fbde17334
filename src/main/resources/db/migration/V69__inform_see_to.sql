-- One more thing that a message can ask for: see to something that is nothing to decide and no call.
alter table outgoing_message drop constraint outgoing_message_wanted_check;
alter table outgoing_message add constraint outgoing_message_wanted_check
    check (wanted in ('ANSWER', 'KNOW', 'RING', 'TAKE_OVER', 'TAKE', 'READ', 'LOOK_AFTER', 'MEND', 'DECIDE', 'SEE_TO'));
