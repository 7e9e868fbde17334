-- Wrong passwords, counted for all nodes and through a restart; who and where are hashed, since what is typed as a login may be a password.

create table login_attempt (
    whose text        primary key check (char_length(whose) = 64),
    tries integer     not null check (tries >= 0),
    since timestamptz not null
);
comment on table login_attempt is 'How many wrong passwords were tried since when; forgotten when the wait is over';
create index login_attempt_since on login_attempt (since);

create table known_device (
    token text        not null check (char_length(token) = 64),
    login text        not null check (char_length(login) between 1 and 64),
    since timestamptz not null,
    primary key (token, login)
);
comment on table known_device is 'Browsers that logged in before, each with every login that did, by the hash of what they keep: strangers who guess cannot make these wait';
create index known_device_since on known_device (since);

grant select, insert, update, delete on login_attempt to ${application};
grant select, insert, delete on known_device to ${application};
