-- What a machine found wanting in a picture: advice for its sender and for the officer.

alter table files.file
    add column faults text,
    add column likeness text;

comment on column files.file.faults is 'plain: codes of faults measured, separated by blanks; null until somebody has looked';
comment on column files.file.likeness is 'personal: 16 by 16 places, whether lighter than the left neighbour; to find the same picture sent twice';
