-- What a person was told, kept inside the portal: the headline only, never a secret or a link that
-- does something.
create table notifications.notice (
    person_id   uuid not null,
    id          uuid not null,
    kind        text not null,
    subject_id  uuid not null,
    headline    bytea not null,
    told_at     timestamptz not null,
    read_at     timestamptz,
    primary key (person_id, id)
);

create index notice_unread on notifications.notice (person_id) where read_at is null;
create index notice_told on notifications.notice using brin (told_at);

-- A channel somebody does not want for a topic; no row means wanted.
create table notifications.silence (
    person_id  uuid not null,
    topic      text not null check (topic in ('FAMILY', 'REMINDER', 'REQUEST')),
    channel    text not null check (channel in ('EMAIL', 'SMS')),
    chosen_at  timestamptz not null,
    primary key (person_id, topic, channel)
);

comment on column notifications.notice.person_id is 'personal: who was told';
comment on column notifications.notice.id is 'plain: in the order of telling';
comment on column notifications.notice.kind is 'plain';
comment on column notifications.notice.subject_id is 'plain: id of what it is about';
comment on column notifications.notice.headline is 'personal: sealed; the title of the message';
comment on column notifications.notice.told_at is 'plain';
comment on column notifications.notice.read_at is 'plain: none while it is unread';
comment on column notifications.silence.person_id is 'personal: who chose';
comment on column notifications.silence.topic is 'plain';
comment on column notifications.silence.channel is 'plain';
comment on column notifications.silence.chosen_at is 'plain';
