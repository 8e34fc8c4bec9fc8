-- Requests from a device the account knows are counted for themselves, so that no stranger uses up
-- the owner's. Looked up afterwards like the rest of the request.
alter table accounts.recovery add column device bytea;

comment on column accounts.recovery.device is 'secret: sealed; what the asking device is known by, if anything; gone once looked at';
