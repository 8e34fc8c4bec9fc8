-- Not valid at first: the rows there are satisfied a narrower check, and nobody waits for reading them through.
alter table files.file drop constraint file_kind_check;
alter table files.file add constraint file_kind_check
    check (kind in ('PORTRAIT', 'PAPER_FRONT', 'PAPER_BACK', 'BIRTH_CERTIFICATE', 'RESIDENCE_PAPER')) not valid;
