alter table guardianship.link drop constraint link_end_reason_check;
alter table guardianship.link add constraint link_end_reason_check
    check (end_reason in
      ('BY_OFFICE', 'CHILD_SAID_NO', 'OF_AGE', 'DEATH', 'REVOKED', 'GIVEN_UP', 'TERM_OVER',
       'ACCOUNT_CLOSED')) not valid;
