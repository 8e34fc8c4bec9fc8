-- Where an officer worked on a day is told by the trail itself: the last line before it that placed
-- the officer. Without this index every sign-in since would be read on the way there. Some lines for
-- each officer; nothing else grows it.
create index entry_posting on audit.entry (subject_id, happened_at)
    where action in ('OFFICER_ADDED', 'OFFICER_CHANGED');
