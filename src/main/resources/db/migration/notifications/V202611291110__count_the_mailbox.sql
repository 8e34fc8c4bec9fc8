-- What lay in the mailbox of returned mail when it was last read, for the alarm of every node.
alter table notifications.bounce_reading add column waiting integer;
alter table notifications.bounce_reading add column left_over integer;

comment on column notifications.bounce_reading.waiting is 'plain: mails not looked at yet';
comment on column notifications.bounce_reading.left_over is 'plain: mails flagged for a person';
