alter table review.queue_entry alter column number_hashes set not null;
