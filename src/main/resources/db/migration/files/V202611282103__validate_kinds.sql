alter table files.file validate constraint file_kind_check;
