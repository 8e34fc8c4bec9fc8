-- An owner may stop using the account (Form 01). A closed account is as none and gives way to a new
-- one; its password is kept so that whoever shows it, and nobody else, is told.
alter table accounts.account add column closed_at timestamptz;

comment on column accounts.account.closed_at is 'plain: its owner has stopped using it; there is none any more for anybody who cannot show its password';

alter table accounts.session drop constraint session_end_reason_check;
alter table accounts.session add constraint session_end_reason_check
    check (end_reason in ('SIGNED_OUT', 'REPLACED', 'TIMED_OUT', 'PASSWORD_CHANGED', 'DENIED', 'SENT_AWAY', 'CLOSED'));

alter table accounts.code_series drop constraint code_series_purpose_check;
alter table accounts.code_series add constraint code_series_purpose_check
    check (purpose in ('CONFIRM_DECLARATION', 'CONFIRM_PHONE', 'SIGN_IN', 'RECOVER', 'NEW_CONTACT', 'OLD_CONTACT', 'CONFIRM_GUARDIAN', 'STOP_USE'));
alter table accounts.code drop constraint code_purpose_check;
alter table accounts.code add constraint code_purpose_check
    check (purpose in ('CONFIRM_DECLARATION', 'CONFIRM_PHONE', 'SIGN_IN', 'RECOVER', 'NEW_CONTACT', 'OLD_CONTACT', 'CONFIRM_GUARDIAN', 'STOP_USE'));

comment on column accounts.denial.session_id is 'plain: the sign-in, the change of a contact or the declaration that is told of';
