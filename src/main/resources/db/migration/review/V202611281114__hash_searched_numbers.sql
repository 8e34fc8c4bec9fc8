-- The queue is searched by words of a name or code in plain, as long as the file is open, and by whole
-- numbers through their keyed hashes (ADR 0015).
alter table review.queue_entry add column number_hashes bytea[];

comment on column review.queue_entry.search_text is 'personal: name and code in search form, while the file is open';
comment on column review.queue_entry.number_hashes is 'personal: keyed hashes of the numbers and the phone, while the file is open';
