-- From where a device signed in last, for its owner to see: whether it is the network they are in
-- now, and the words the operator's table has for it. The address itself is not kept.
alter table accounts.known_device
    add column network_hash bytea,
    add column place bytea;

comment on column accounts.known_device.network_hash is 'secret: keyed hash of the person and the first part of the network address; null for sign-ins of before';
comment on column accounts.known_device.place is 'personal: sealed; Vietnamese and English words; null where the table has none';
