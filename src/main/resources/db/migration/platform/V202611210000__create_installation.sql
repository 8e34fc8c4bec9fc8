create schema platform;

-- One row: what this database was opened for. Production refuses a demo's, the demo a production's.
create table platform.installation (
    only_one  boolean primary key default true check (only_one),
    kind      text not null check (kind in ('DEMO', 'PRODUCTION')),
    opened_at timestamptz not null
);

comment on column platform.installation.only_one is 'plain';
comment on column platform.installation.kind is 'plain: the mode that opened the database first';
comment on column platform.installation.opened_at is 'plain';
