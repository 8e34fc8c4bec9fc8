-- The desk reads a page of one state in the order of what was promised, office by office.
-- Can be made beforehand without holding anybody up: docs/adjusting.md.
create index if not exists adjustment_state
    on adjusting.adjustment (office_code, status, decision_due, id) include (person_id);
