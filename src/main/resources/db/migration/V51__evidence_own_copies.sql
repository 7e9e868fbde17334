-- A worker tells the carer that the copies on the home's own telephones may go.
alter table evidence_custody drop constraint evidence_custody_what_check;
alter table evidence_custody add constraint evidence_custody_what_check check (what in ('NOTED', 'MOVED', 'AGREED', 'LIST_READ',
    'ADDED', 'REFUSED', 'OPENED', 'LOCKED', 'CONFIRMED_AGAIN', 'SEALED', 'KEPT_SEALED', 'DIRECTED', 'REMOVED', 'DAMAGED',
    'OWN_COPIES_MAY_GO'));
