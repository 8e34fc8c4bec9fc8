-- What the machine made of a file, so that officers can begin with what agrees. Refreshed with every
-- change of the declaration and of the match; what lay here before counts as not compared.
alter table review.queue_entry add column assessment text not null default 'LOOK_HERE'
    check (assessment in ('CONSISTENT', 'LOOK_HERE', 'CONTRADICTION'));
alter table review.queue_entry alter column assessment drop default;

create index queue_entry_assessment on review.queue_entry (office_code, assessment, due_at);

comment on column review.queue_entry.assessment is 'plain: how declared, register and cards compare';
