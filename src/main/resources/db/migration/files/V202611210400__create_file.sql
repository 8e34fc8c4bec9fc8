create schema files;

create table files.file (
    id         uuid primary key,
    holder     uuid not null,
    kind       text not null check (kind in ('PORTRAIT', 'PAPER_FRONT', 'PAPER_BACK')),
    width      integer not null,
    height     integer not null,
    bytes      bigint not null,
    stored_at  timestamptz not null,
    kept_until timestamptz
);

create index file_kept_until on files.file (kept_until) where kept_until is not null;

comment on table files.file is 'Pictures; their sealed content lies under the same id in the storage directory';
comment on column files.file.id is 'plain';
comment on column files.file.holder is 'personal: id of the draft or declaration it was uploaded for';
comment on column files.file.kind is 'plain';
comment on column files.file.width is 'plain: pixels, as kept';
comment on column files.file.height is 'plain: pixels, as kept';
comment on column files.file.bytes is 'plain: length of the JPEG as kept';
comment on column files.file.stored_at is 'plain';
comment on column files.file.kept_until is 'plain: erased after this moment; null while a declaration needs it';
