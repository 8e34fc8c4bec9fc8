-- For whoever asks for all that is held about them: also what has ended, and what a guardian sent in
-- about a child.
create index link_guardian_ever on guardianship.link (guardian_id);
create index application_about on guardianship.application (child_id) where child_id is not null;
