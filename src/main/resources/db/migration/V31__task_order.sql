-- A page of a list in the order that people read it (docs/adr/0003): without these the engine's table of open tasks is
-- read and sorted whole for whoever sees everything.
create index safe_contact_task_by_due on act_ru_task (due_date_, priority_ desc);
create index safe_contact_task_by_urgency on act_ru_task (priority_ desc, due_date_);
