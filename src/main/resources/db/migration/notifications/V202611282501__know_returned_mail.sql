-- A mail server may take an e-mail over and say later that it cannot deliver it, or not yet. No
-- index: rows are found by the id the returned mail carries.
alter table notifications.message add column delayed_at timestamptz;

comment on column notifications.message.delayed_at is 'plain: when a mail server last said that it goes on trying';

-- One row: which node reads the mailbox of returned mail, and when it is due again.
create table notifications.bounce_reading (
    id      integer primary key check (id = 1),
    due_at  timestamptz not null,
    holder  uuid,
    read_at timestamptz,
    problem text check (problem ~ '^[A-Z0-9_]+$')
);

insert into notifications.bounce_reading (id, due_at) values (1, '-infinity');

comment on column notifications.bounce_reading.id is 'plain: always 1';
comment on column notifications.bounce_reading.due_at is 'plain: when the next reading may begin; while one runs, when its lease ends';
comment on column notifications.bounce_reading.holder is 'plain: the reading that runs';
comment on column notifications.bounce_reading.read_at is 'plain: when the mailbox was last read to the end';
comment on column notifications.bounce_reading.problem is 'plain: code of what went wrong the last time';
