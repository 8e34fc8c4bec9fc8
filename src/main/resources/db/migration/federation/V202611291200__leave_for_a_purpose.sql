-- What a browser left for: to sign in, or to set a new password. Rows of before were of the first.
alter table federation.departure add column purpose text not null default 'SIGN_IN';

comment on column federation.departure.purpose is 'plain: SIGN_IN or RECOVER';
