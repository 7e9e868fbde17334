-- Not only forms of to-dos: what stands beside them (more worried, add to this, hand over) is kept too, by the address that it is sent to.
alter table form_draft rename column task_id to form;
