-- After every migration, as the role that migrates: what the application's own role may do. It reads
-- and writes rows, changes no table, and of the audit trail and its seals it can only add.

-- A restored dump begins to count transactions anew: go on above what is there, or entries would be
-- written into the sealed past. One statement, so that both numbers are of one moment.
do $$
declare
    lowest bigint;
begin
    if to_regclass('audit.era') is null then
        return;
    end if;
    select greatest(
             coalesce((select max(written_in) from audit.entry), 0),
             coalesce((select max(through_transaction) from audit.checkpoint), 0))
           - cast(cast(pg_snapshot_xmax(pg_current_snapshot()) as text) as bigint) + 1
      into lowest;
    if lowest > (select added from audit.era order by number desc limit 1) then
        insert into audit.era (number, added, begun_at) select max(number) + 1, lowest, now() from audit.era;
        execute format(
            'alter table audit.entry alter written_in set default cast(cast(pg_current_xact_id() as text) as bigint) + %s',
            lowest);
    end if;
end
$$;

do $$
declare
    application text := '${application}';
    ours record;
begin
    if not exists (select 1 from pg_roles where rolname = application)
       or pg_has_role(application, current_user, 'member') then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('ansinh.grants', 0));
    for ours in
        select nspname from pg_namespace
        where nspowner = (select oid from pg_roles where rolname = current_user)
          and nspname <> 'public' and nspname <> 'information_schema' and nspname not like 'pg\_%'
    loop
        execute format('grant usage on schema %I to %I', ours.nspname, application);
        if ours.nspname = 'audit' then
            execute format('grant select on all tables in schema audit to %I', application);
        else
            execute format('grant select, insert, update, delete on all tables in schema %I to %I', ours.nspname, application);
        end if;
        execute format('grant usage on all sequences in schema %I to %I', ours.nspname, application);
    end loop;
    if to_regclass('audit.checkpoint') is not null then
        -- Not written_in: where an entry stands in the order is not for its writer to say.
        execute format(
            'grant insert (id, happened_at, action, actor_kind, actor_id, subject_kind, subject_id, person_id, details, request_id)
               on audit.entry to %I',
            application);
        execute format('grant insert on audit.checkpoint, audit.leaves, audit.subtree to %I', application);
    end if;
end
$$;
