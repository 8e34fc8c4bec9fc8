create table accounts.budget (
    key_hash     bytea primary key,
    window_start timestamptz not null,
    window_end   timestamptz not null,
    used         integer not null check (used > 0)
);

create index budget_window_end on accounts.budget (window_end);

comment on column accounts.budget.key_hash is 'plain: keyed hash of what is counted; not reversible without the key';
comment on column accounts.budget.window_start is 'plain: moment of the first use counted';
comment on column accounts.budget.window_end is 'plain: from here on the row counts anew';
comment on column accounts.budget.used is 'plain';
