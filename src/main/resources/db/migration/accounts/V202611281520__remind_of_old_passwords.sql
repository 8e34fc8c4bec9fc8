-- A reminder after six months (requirement R12), one message each time. The index holds the line of
-- accounts by the age of what they were told last, so that a round reads its own few rows only.
alter table accounts.account add column password_reminded_at timestamptz;

create index account_password_age
    on accounts.account (coalesce(password_reminded_at, password_set_at))
    where status = 'ACTIVE';

comment on column accounts.account.password_reminded_at is 'plain: when the person was last told that the password is old; null since it was set';
