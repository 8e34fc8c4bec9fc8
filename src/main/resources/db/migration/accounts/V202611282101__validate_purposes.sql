-- In a transaction of its own: reading the tables through holds up nobody.
alter table accounts.code_series validate constraint code_series_purpose_check;
alter table accounts.code validate constraint code_purpose_check;
