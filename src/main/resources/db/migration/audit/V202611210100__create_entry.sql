create schema audit;

create table audit.entry (
    id           uuid primary key,
    happened_at  timestamptz not null,
    action       text not null check (action ~ '^[A-Z][A-Z_]+$'),
    actor_kind   text not null check (actor_kind in ('VISITOR', 'PERSON', 'OFFICER', 'SYSTEM')),
    actor_id     uuid,
    subject_kind text not null,
    subject_id   text not null,
    person_id    uuid,
    details      jsonb not null,
    request_id   text
);

create index entry_subject on audit.entry (subject_kind, subject_id, happened_at);
create index entry_person on audit.entry (person_id, happened_at) where person_id is not null;

comment on column audit.entry.id is 'plain';
comment on column audit.entry.happened_at is 'plain';
comment on column audit.entry.action is 'plain: what happened, past tense';
comment on column audit.entry.actor_kind is 'plain';
comment on column audit.entry.actor_id is 'personal: id of the person or officer who acted';
comment on column audit.entry.subject_kind is 'plain';
comment on column audit.entry.subject_id is 'plain: id of the record acted on';
comment on column audit.entry.person_id is 'personal: whose record it is';
comment on column audit.entry.details is 'plain: codes and ids only';
comment on column audit.entry.request_id is 'plain';
