-- Tables that only grow. The application's role loses the right to change them, and triggers refuse the change
-- to everybody else too, the owner included, as long as they stand.

create function refuse_change() returns trigger
    language plpgsql
as
$$
begin
    raise exception 'The table % only grows: % is refused', tg_table_name, tg_op
        using errcode = 'insufficient_privilege';
end;
$$;

create procedure make_append_only(target regclass)
    language plpgsql
as
$$
begin
    execute format('create trigger only_grows before update or delete or truncate on %s '
                   'for each statement execute function refuse_change()', target);
    execute format('alter table %s enable always trigger only_grows', target);
    -- Where one role is everything, the triggers alone stand: PostgreSQL itself needs the owner's rights for foreign keys.
    if '${application}'::regrole <> (select relowner from pg_class where oid = target) then
        execute format('revoke update, delete, truncate on %s from ${application}', target);
        execute format('grant select, insert on %s to ${application}', target);
    end if;
end;
$$;

revoke execute on procedure make_append_only(regclass) from public;
