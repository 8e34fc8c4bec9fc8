create schema notifications;

-- A queue, not a table of personal facts: local to the coordinator when the rest is distributed.
create table notifications.message (
    id               uuid primary key,
    kind             text not null,
    channel          text not null check (channel in ('EMAIL', 'SMS')),
    subject_id       uuid not null,
    person_id        uuid,
    language         text not null check (language in ('vi', 'en')),
    recipient        bytea,
    recipient_masked text not null,
    content          bytea,
    is_secret        boolean not null,
    state            text not null check (state in ('QUEUED', 'SENDING', 'HANDED_OVER', 'DELIVERED', 'FAILED', 'DEAD', 'EXPIRED')),
    attempts         integer not null,
    next_attempt_at  timestamptz not null,
    queued_at        timestamptz not null,
    expires_at       timestamptz,
    handed_over_at   timestamptz,
    closed_at        timestamptz,
    provider_id      text,
    problem          text check (problem ~ '^[A-Z0-9_]+$'),
    constraint message_content_is_erased check (
        case when state in ('QUEUED', 'SENDING') then content is not null and recipient is not null
             when state = 'DEAD' and not is_secret then true
             else content is null and recipient is null
        end)
);

create index message_due on notifications.message (channel, is_secret desc, next_attempt_at)
    where state in ('QUEUED', 'SENDING');
create index message_expiring on notifications.message (expires_at)
    where state in ('QUEUED', 'SENDING') and expires_at is not null;
create index message_subject on notifications.message (subject_id, queued_at);
create index message_provider on notifications.message (provider_id) where provider_id is not null;
create index message_undeliverable on notifications.message (queued_at) where state in ('FAILED', 'DEAD');
-- For forgetting old messages; rows lie in the order they were queued.
create index message_queued on notifications.message using brin (queued_at);

comment on column notifications.message.id is 'plain: also the Message-ID, so that a repetition is recognised';
comment on column notifications.message.kind is 'plain';
comment on column notifications.message.channel is 'plain';
comment on column notifications.message.subject_id is 'plain: the declaration, person or code it is about';
comment on column notifications.message.person_id is 'personal: id of the person it is for';
comment on column notifications.message.language is 'plain';
comment on column notifications.message.recipient is 'personal: sealed; erased with the content';
comment on column notifications.message.recipient_masked is 'personal: as much of the address as staff may see';
comment on column notifications.message.content is 'secret: sealed; erased on hand-over';
comment on column notifications.message.is_secret is 'plain: carries a code or a first password';
comment on column notifications.message.state is 'plain';
comment on column notifications.message.attempts is 'plain: tries that count against the message';
comment on column notifications.message.next_attempt_at is 'plain: while SENDING, when the lease of the sender ends';
comment on column notifications.message.queued_at is 'plain';
comment on column notifications.message.expires_at is 'plain: never sent from then on';
comment on column notifications.message.handed_over_at is 'plain: accepted by the mail server or the operator';
comment on column notifications.message.closed_at is 'plain: delivered, refused, given up or expired';
comment on column notifications.message.provider_id is 'plain: the id the mail server or the operator gave';
comment on column notifications.message.problem is 'plain: code of the last failure, without any text of the far side';

-- What the operator reports later, kept on its own because it may come before the hand-over is written.
create table notifications.receipt (
    provider_id text primary key,
    outcome     text not null check (outcome in ('DELIVERED', 'FAILED')),
    problem     text check (problem ~ '^[A-Z0-9_]+$'),
    received_at timestamptz not null
);

create index receipt_received on notifications.receipt (received_at);

comment on column notifications.receipt.provider_id is 'plain';
comment on column notifications.receipt.outcome is 'plain';
comment on column notifications.receipt.problem is 'plain: status the operator reported';
comment on column notifications.receipt.received_at is 'plain';

create table notifications.demo_message (
    id         uuid primary key,
    channel    text not null check (channel in ('EMAIL', 'SMS')),
    kind       text not null,
    recipient  text not null,
    title      text,
    body       text not null,
    enclosure  text,
    subject_id uuid not null,
    sent_at    timestamptz not null
);

create index demo_message_sent on notifications.demo_message (sent_at);

comment on column notifications.demo_message.id is 'plain';
comment on column notifications.demo_message.channel is 'plain';
comment on column notifications.demo_message.kind is 'plain';
comment on column notifications.demo_message.recipient is 'personal: filled in demo mode only';
comment on column notifications.demo_message.title is 'secret: filled in demo mode only';
comment on column notifications.demo_message.body is 'secret: filled in demo mode only';
comment on column notifications.demo_message.enclosure is 'plain: kind of the document attached';
comment on column notifications.demo_message.subject_id is 'plain';
comment on column notifications.demo_message.sent_at is 'plain';
