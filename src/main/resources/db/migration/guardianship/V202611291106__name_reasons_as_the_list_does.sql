-- The list of reasons is the administrators' now; its codes for applications are told from the others'.
update guardianship.application
set reasons = array(select 'CHILD_' || code from unnest(reasons) as code)
where reasons <> '{}';
