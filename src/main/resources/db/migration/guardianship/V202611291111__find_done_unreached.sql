create index if not exists unreached_done on guardianship.unreached (done_at) where done_at is not null;
