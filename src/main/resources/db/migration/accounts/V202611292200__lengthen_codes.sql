-- Codes for devices an account does not know grow longer while guesses are spread over many
-- accounts; a row tells what was sent. Codes of before count for devices of any kind.
alter table accounts.code
    add column digits smallint not null default 6 check (digits between 6 and 12),
    add column guarded boolean not null default false;

comment on column accounts.code.digits is 'plain: how many it has';
comment on column accounts.code.guarded is 'plain: it opens an account to a device the account does not know';
