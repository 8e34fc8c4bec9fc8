-- What was typed is kept five years after the register was changed. Nobody else writes these rows.
update adjusting.adjustment set kept_until = changed_at + interval '1825 days'
where status = 'DONE' and content is not null and kept_until is null;
