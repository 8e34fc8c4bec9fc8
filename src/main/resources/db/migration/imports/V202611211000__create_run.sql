create schema imports;

create table imports.run (
    run_id      uuid primary key,
    kind        text not null,
    file_digest text not null,
    rows_total  bigint not null,
    rows_done   bigint not null,
    added       bigint not null,
    changed     bigint not null,
    unchanged   bigint not null,
    refused     bigint not null,
    started_at  timestamptz not null,
    changed_at  timestamptz not null,
    finished_at timestamptz,
    check (rows_done between 0 and rows_total)
);

-- A file that was cut off is taken up again, not begun beside itself.
create unique index run_one_unfinished_per_file
    on imports.run (kind, file_digest) where finished_at is null;

comment on column imports.run.run_id is 'plain';
comment on column imports.run.kind is 'plain: what is imported';
comment on column imports.run.file_digest is 'plain: SHA-256 of the file';
comment on column imports.run.rows_total is 'plain';
comment on column imports.run.rows_done is 'plain: rows of the file that are committed, in order';
comment on column imports.run.added is 'plain';
comment on column imports.run.changed is 'plain';
comment on column imports.run.unchanged is 'plain';
comment on column imports.run.refused is 'plain: rows left out';
comment on column imports.run.started_at is 'plain';
comment on column imports.run.changed_at is 'plain';
comment on column imports.run.finished_at is 'plain';

create table imports.refused_row (
    run_id uuid not null references imports.run (run_id),
    line   bigint not null,
    reason text not null,
    primary key (run_id, line)
);

comment on table imports.refused_row is 'Rows the register could not take; what is wrong in the file itself is found again by reading it.';
comment on column imports.refused_row.run_id is 'plain';
comment on column imports.refused_row.line is 'plain: line of the file';
comment on column imports.refused_row.reason is 'plain';
