-- Three more things that a message can ask for: do what was handed over, take a to-do that is open again, read what was added.
alter table outgoing_message drop constraint outgoing_message_wanted_check;
alter table outgoing_message add constraint outgoing_message_wanted_check
    check (wanted in ('ANSWER', 'KNOW', 'RING', 'TAKE_OVER', 'TAKE', 'READ'));
