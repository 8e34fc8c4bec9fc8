-- Whoever asks for all that is held about them gets their messages too. One more entry for each
-- message, gone with it.
create index message_person on notifications.message (person_id) where person_id is not null;
