-- Who outside the agency has to be asked to act on a report, and what came of it. Words and references are in the record.

create table referral (
    id        bigint generated always as identity primary key,
    reference text        not null check (length(reference) between 1 and 40),
    body      text        not null check (length(body) between 1 and 40),
    owed_at   timestamptz not null,
    due_at    timestamptz not null
);
comment on table referral is 'A body outside the agency that has to hear of a report, and by when';
create index referral_of on referral (reference, id);
grant select, insert on referral to ${application};
call make_append_only('referral');

create table referral_step (
    id          bigint generated always as identity primary key,
    referral_id bigint      not null references referral,
    step        text        not null check (step in ('ASKED', 'ASKED_AGAIN', 'ANSWERED', 'SAME_CALL', 'NOT_NEEDED',
                                                     'NEED_NOT_ANSWER', 'CALLED_OFF')),
    done_by     text        not null,
    done_at     timestamptz not null
);
comment on table referral_step is 'What was done about it, the newest counts; done_at is when it was done, not when it was written down';
create index referral_step_of on referral_step (referral_id, id desc);
grant select, insert on referral_step to ${application};
call make_append_only('referral_step');
