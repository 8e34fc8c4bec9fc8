alter table accounts.code_series drop constraint code_series_purpose_check;
alter table accounts.code_series add constraint code_series_purpose_check
    check (purpose in ('CONFIRM_DECLARATION', 'CONFIRM_PHONE', 'SIGN_IN', 'RECOVER', 'NEW_CONTACT', 'OLD_CONTACT', 'CONFIRM_GUARDIAN', 'STOP_USE', 'ADJUST')) not valid;
alter table accounts.code drop constraint code_purpose_check;
alter table accounts.code add constraint code_purpose_check
    check (purpose in ('CONFIRM_DECLARATION', 'CONFIRM_PHONE', 'SIGN_IN', 'RECOVER', 'NEW_CONTACT', 'OLD_CONTACT', 'CONFIRM_GUARDIAN', 'STOP_USE', 'ADJUST')) not valid;
