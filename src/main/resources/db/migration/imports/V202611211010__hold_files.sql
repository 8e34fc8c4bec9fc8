-- Local to the coordinator: small, short-lived, of nobody's person.
create table imports.held_file (
    officer_id uuid not null,
    kind       text not null,
    file_id    uuid not null,
    content    bytea not null,
    held_until timestamptz not null,
    primary key (officer_id, kind)
);

comment on table imports.held_file is 'Files an administrator looks at before deciding; gone after two hours.';
comment on column imports.held_file.officer_id is 'plain: whose it is';
comment on column imports.held_file.kind is 'plain';
comment on column imports.held_file.file_id is 'plain: another file, another id';
comment on column imports.held_file.content is 'secret: sealed, since nobody knows what was uploaded';
comment on column imports.held_file.held_until is 'plain';
