-- When somebody outside was reached, as whoever rang them says: they write it down later.

alter table told add column said_at timestamptz;
comment on column told.said_at is 'When it was, as whoever did it says; null where that is when it was written';
