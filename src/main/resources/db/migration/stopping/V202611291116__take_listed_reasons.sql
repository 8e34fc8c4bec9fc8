-- The administrators keep the list now.
alter table stopping.declaration drop constraint declaration_reason_check;
alter table stopping.declaration add constraint declaration_reason_check
    check (reason ~ '^[A-Z0-9][A-Z0-9_-]{0,19}$') not valid;
comment on column stopping.declaration.reason is 'plain: code of the list STOP_REASON';
