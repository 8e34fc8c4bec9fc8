-- The desk reads a page of one state in the order of what was promised, office by office.
drop index adjusting.adjustment_desk;
create index adjustment_desk on adjusting.adjustment (office_code, status, decision_due, id) include (person_id);
create index adjustment_code on adjusting.adjustment (code) where code is not null;

-- What was typed is kept five years after the register was changed.
update adjusting.adjustment set kept_until = changed_at + interval '1825 days'
where status = 'DONE' and content is not null and kept_until is null;
