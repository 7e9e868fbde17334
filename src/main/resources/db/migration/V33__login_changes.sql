-- Who was given a login, a password or a group, by whom and when: whoever can do that can become somebody who reads cases.

create table login_change (
    id       bigint generated always as identity primary key,
    login    text        not null check (char_length(login) between 1 and 64),
    change   text        not null check (char_length(change) between 1 and 200),
    made_by  text        not null check (char_length(made_by) between 1 and 64),
    made_at  timestamptz not null
);
comment on table login_change is 'Every change that a person made to a login, for good';
create index login_change_made_at on login_change (made_at);

grant select, insert on login_change to ${application};
call make_append_only('login_change');
