alter table files.file add column data_key text check (data_key ~ '^([0-9a-f]{8})?$');

comment on column files.file.data_key is 'plain: id of the data key its content lies under; empty for the one from before keys had ids; null where nobody has looked';
