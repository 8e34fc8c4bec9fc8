-- What photos of papers say by themselves: a QR code, the machine lines. Read by a worker once the
-- photo is safe, for comparison with what is typed.

-- A constant default: nothing is rewritten, and what was kept before is not read any more.
alter table files.file add column reading_due boolean not null default false;

create index file_reading_due on files.file (stored_at) where reading_due;

comment on column files.file.reading_due is 'plain: a photo of a paper that is safe and has not been read yet';

create table files.reading (
    file_id uuid primary key references files.file on delete cascade,
    lines   text not null check (lines in ('READ', 'UNREADABLE', 'NONE', 'UNABLE')),
    content bytea,
    read_at timestamptz not null
);

comment on table files.reading is 'What a machine has read on photos of papers; goes with the photo';
comment on column files.reading.file_id is 'plain';
comment on column files.reading.lines is 'plain: what came of looking for machine lines';
comment on column files.reading.content is 'personal: code and lines word for word, sealed; null when there is neither';
comment on column files.reading.read_at is 'plain';
