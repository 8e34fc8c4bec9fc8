-- What an entry says from a day on, until the day of its next row; a row without names ends it.
-- So two versions of one entry can never hold on the same day, and the key alone ensures it.
create table catalogue.code_version (
    list       text not null,
    code       text not null check (code ~ '^[A-Z0-9][A-Z0-9_-]{0,19}$'),
    valid_from date not null,
    name_vi    text check (name_vi <> ''),
    name_en    text check (name_en <> ''),
    attributes jsonb not null default '{}',
    primary key (list, code, valid_from),
    check ((name_vi is null) = (name_en is null))
);

comment on column catalogue.code_version.list is 'plain';
comment on column catalogue.code_version.code is 'plain';
comment on column catalogue.code_version.valid_from is 'plain: first day it holds; 1900-01-01 where older than the records';
comment on column catalogue.code_version.name_vi is 'plain: null where the entry ends';
comment on column catalogue.code_version.name_en is 'plain: null where the entry ends';
comment on column catalogue.code_version.attributes is 'plain: further facts of the entry, such as the level of a card object';
