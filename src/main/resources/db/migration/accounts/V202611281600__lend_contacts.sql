-- A child's account uses a guardian's contact as long as the guardian may act for the child; what it
-- is, is asked of the guardianship at every use.
alter table accounts.account add column lent_by uuid;
alter table accounts.account add constraint account_not_lent_by_itself check (lent_by <> person_id);

comment on column accounts.account.lent_by is 'personal: the guardian whose contact it uses; null when the contact is the person''s own';

alter table accounts.code_series drop constraint code_series_purpose_check;
alter table accounts.code_series add constraint code_series_purpose_check
    check (purpose in ('CONFIRM_DECLARATION', 'CONFIRM_PHONE', 'SIGN_IN', 'RECOVER', 'NEW_CONTACT', 'OLD_CONTACT', 'CONFIRM_GUARDIAN'));
alter table accounts.code drop constraint code_purpose_check;
alter table accounts.code add constraint code_purpose_check
    check (purpose in ('CONFIRM_DECLARATION', 'CONFIRM_PHONE', 'SIGN_IN', 'RECOVER', 'NEW_CONTACT', 'OLD_CONTACT', 'CONFIRM_GUARDIAN'));
