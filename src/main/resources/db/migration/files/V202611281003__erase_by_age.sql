-- For the nightly sweep, which looks for the oldest of a kind in a state.
create index file_age on files.file (state, kind, stored_at);
