-- A photo that costs a worker while it is read is tried again, like one that costs it while it is
-- drawn; counted apart, as the two have nothing to do with each other.

-- A constant default: nothing is rewritten.
alter table files.file add column reading_crashes integer not null default 0;

comment on column files.file.reading_crashes is 'plain: how many image workers reading it has cost';
