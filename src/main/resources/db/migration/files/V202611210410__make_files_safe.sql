-- An upload is durable with the row that names it, and nobody may see it before it is drawn anew.

alter table files.file
    add column state text not null default 'SAFE'
        check (state in ('RECEIVED', 'SAFE', 'REFUSED', 'QUARANTINED')),
    add column format text check (format in ('JPEG', 'PNG')),
    add column orientation integer,
    add column refusal text,
    add column crashes integer not null default 0,
    add column leased_until timestamptz;
alter table files.file alter column state drop default;

create index file_received on files.file (stored_at) where state = 'RECEIVED';

create table files.original (
    file_id uuid primary key references files.file on delete cascade,
    content bytea not null
);
-- Sealed bytes do not compress.
alter table files.original alter column content set storage external;

comment on column files.file.state is 'plain: only SAFE pictures are ever shown';
comment on column files.file.format is 'plain: of the original, by its first bytes';
comment on column files.file.orientation is 'plain: how the camera was held, 1-8 as in Exif';
comment on column files.file.refusal is 'plain: why it was refused after it had been received';
comment on column files.file.crashes is 'plain: how many image workers it has cost';
comment on column files.file.leased_until is 'plain: until then a node is at work on it; null for nobody';
comment on column files.file.width is 'plain: pixels; of the original until SAFE, then as kept';
comment on column files.file.height is 'plain: pixels; of the original until SAFE, then as kept';
comment on column files.file.bytes is 'plain: length of the original until SAFE, then of the JPEG as kept';
comment on table files.original is 'What was received and is not yet safe; erased as soon as it is';
comment on column files.original.file_id is 'plain';
comment on column files.original.content is 'personal: the picture as received, bare of metadata, sealed';

create index file_quarantined on files.file (stored_at) where state = 'QUARANTINED';
