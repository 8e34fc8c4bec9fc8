-- How a device signed in last, for its owner to see; null for sign-ins of before.
alter table accounts.known_device
    add column signed_in_by text,
    add column provider text,
    add column level integer;

comment on column accounts.known_device.signed_in_by is 'plain: PASSWORD, PASSWORD_AND_CODE, PASSWORD_AND_APP, PASSWORD_AND_RECOVERY_CODE, NEW_PASSWORD, PASSKEY or IDENTITY';
comment on column accounts.known_device.provider is 'plain: name of the identity provider in the settings, for IDENTITY';
comment on column accounts.known_device.level is 'plain: level of assurance there, for IDENTITY';
