create table keys.reseal (
    name       text primary key,
    data_key   text not null,
    seen_up_to text,
    seen       bigint not null,
    resealed   bigint not null,
    done_at    timestamptz
);

comment on table keys.reseal is 'How far the newest round of sealing again has come, for each place that holds sealed values.';
comment on column keys.reseal.name is 'plain: schema.table.column or another place';
comment on column keys.reseal.data_key is 'plain: the key of the round';
comment on column keys.reseal.seen_up_to is 'personal: id of the last row looked at';
comment on column keys.reseal.seen is 'plain';
comment on column keys.reseal.resealed is 'plain';
comment on column keys.reseal.done_at is 'plain';
