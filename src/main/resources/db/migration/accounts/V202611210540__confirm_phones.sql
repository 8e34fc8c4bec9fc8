-- Until now every claim counted alike; whoever holds a phone already keeps it.
alter table accounts.phone_claim add column confirmed boolean not null default true;
alter table accounts.phone_claim alter column confirmed drop default;

comment on column accounts.phone_claim.confirmed is 'plain: the holder has typed a code sent to it; gives way to nobody any more';

alter table accounts.code_series drop constraint code_series_purpose_check;
alter table accounts.code_series add constraint code_series_purpose_check
    check (purpose in ('CONFIRM_DECLARATION', 'CONFIRM_PHONE', 'SIGN_IN'));
alter table accounts.code drop constraint code_purpose_check;
alter table accounts.code add constraint code_purpose_check
    check (purpose in ('CONFIRM_DECLARATION', 'CONFIRM_PHONE', 'SIGN_IN'));
