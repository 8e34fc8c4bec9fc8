-- The order of sealing: by writing transaction, then id. Everything below the oldest transaction still
-- under way has ended, so no row can appear there any more, whatever the order of commits.
alter table audit.entry
    add column written_in bigint not null default cast(cast(pg_current_xact_id() as text) as bigint);

create index entry_order on audit.entry (written_in, id);

create table audit.checkpoint (
    number              bigint primary key check (number > 0),
    size                bigint not null check (size > 0),
    root                bytea not null check (length(root) = 32),
    previous            bytea not null check (length(previous) = 32),
    sealed_at           timestamptz not null,
    through_transaction bigint not null,
    through_entry       uuid not null,
    key_id              text not null,
    signature           bytea not null
);

create unique index checkpoint_size on audit.checkpoint (size);
create unique index checkpoint_through on audit.checkpoint (through_transaction, through_entry);

create table audit.leaves (
    number bigint primary key references audit.checkpoint,
    hashes bytea not null
);

-- Hashes do not compress.
alter table audit.leaves alter hashes set storage external;

create table audit.subtree (
    level    integer not null,
    position bigint not null,
    hash     bytea not null check (length(hash) = 32),
    primary key (level, position)
);

-- A restored dump begins to count transactions anew; what is added keeps the order going upwards.
create table audit.era (
    number   integer primary key,
    added    bigint not null,
    begun_at timestamptz not null
);

insert into audit.era (number, added, begun_at) values (1, 0, now());

create table audit.erasure (
    entry_id     uuid primary key,
    details_hash bytea not null check (length(details_hash) = 32),
    erased_at    timestamptz not null
);

-- For the owner alone: empties the details of one entry, keeps their hash so that the entry still
-- proves true, and says so on the trail.
create function audit.erase_details(of_entry uuid) returns void language plpgsql as $$
begin
    insert into audit.erasure (entry_id, details_hash, erased_at)
    select e.id, sha256(convert_to(cast(e.details as text), 'UTF8')), now()
    from audit.entry e where e.id = of_entry
    on conflict do nothing;
    if not found then
        raise exception 'There is no entry %, or its details are erased already', of_entry;
    end if;
    update audit.entry set details = '{}' where id = of_entry;
    insert into audit.entry (id, happened_at, action, actor_kind, subject_kind, subject_id, details)
    values (gen_random_uuid(), now(), 'AUDIT_DETAILS_ERASED', 'SYSTEM', 'audit_entry', cast(of_entry as text), '{}');
end
$$;

revoke execute on function audit.erase_details(uuid) from public;

comment on column audit.entry.written_in is 'plain: transaction that wrote the entry; the order of sealing';
comment on column audit.checkpoint.number is 'plain';
comment on column audit.checkpoint.size is 'plain: entries sealed so far';
comment on column audit.checkpoint.root is 'plain: Merkle tree hash over all of them';
comment on column audit.checkpoint.previous is 'plain: hash of the checkpoint before';
comment on column audit.checkpoint.sealed_at is 'plain';
comment on column audit.checkpoint.through_transaction is 'plain: the order up to which everything is sealed';
comment on column audit.checkpoint.through_entry is 'plain: second part of the order';
comment on column audit.checkpoint.key_id is 'plain: which key signed';
comment on column audit.checkpoint.signature is 'plain: Ed25519';
comment on column audit.leaves.number is 'plain: of the checkpoint';
comment on column audit.leaves.hashes is 'plain: 32 bytes for each entry the checkpoint added, in order';
comment on column audit.subtree.level is 'plain: 8, 16, 24, ...: the subtree covers 2^level entries';
comment on column audit.subtree.position is 'plain: which subtree of that level, from 0';
comment on column audit.subtree.hash is 'plain';
comment on column audit.era.number is 'plain';
comment on column audit.era.added is 'plain: to the transaction numbers of the server';
comment on column audit.era.begun_at is 'plain';
comment on column audit.erasure.entry_id is 'plain';
comment on column audit.erasure.details_hash is 'plain: SHA-256 of the details that were erased';
comment on column audit.erasure.erased_at is 'plain';
