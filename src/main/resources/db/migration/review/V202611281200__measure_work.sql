-- How long a decision took the officer who made it, as the trail of looks at the file tells, and what
-- the machine had made of the file. Decisions made before have neither.
alter table review.decision add column assessment text
    check (assessment in ('CONSISTENT', 'LOOK_HERE', 'CONTRADICTION'));
alter table review.decision add column worked_seconds integer check (worked_seconds >= 0);

-- Everything an office's times are worked out from, read without touching the table.
create index decision_work on review.decision (office_code, decided_at)
    include (officer_id, kind, assessment, worked_seconds);
drop index review.decision_office;

create index decision_file on review.decision (declaration_id, decided_at);

comment on column review.decision.assessment is 'plain: how declared, register and cards compared';
comment on column review.decision.worked_seconds is 'personal: how long the officer worked on the file; absent where it could not be measured';
