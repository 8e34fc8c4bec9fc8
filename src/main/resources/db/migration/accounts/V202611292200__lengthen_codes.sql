-- Codes for devices an account does not know grow longer while guesses are spread over many
-- accounts; a row tells what was sent. They belong to the entry they open, so whoever waits for one
-- while this is installed asks for another.
alter table accounts.code
    add column digits smallint not null default 6 check (digits between 6 and 12),
    add column guarded boolean not null default false;

alter table accounts.pending_entry
    add column guarded boolean not null default true;

comment on column accounts.code.digits is 'plain: how many it has';
comment on column accounts.code.guarded is 'plain: it opens an account to a device the account does not know';
comment on column accounts.code.subject_id is 'plain: id of what the code is about, such as a draft or an entry';
comment on column accounts.pending_entry.guarded is 'plain: the account does not know the device';
