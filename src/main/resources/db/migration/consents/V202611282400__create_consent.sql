create schema consents;

-- What somebody agreed to, word by word. The trail holds the proof and stays when rows go.
create table consents.consent (
    holder_id    uuid not null,
    id           uuid not null,
    purpose      text not null check (purpose in
                   ('FORM_BY_EMAIL', 'POPULATION_REGISTRY', 'CHILD_BY_GUARDIAN', 'CHILD_BY_CHILD')),
    wording      integer not null check (wording > 0),
    language     text not null check (language in ('vi', 'en')),
    given_by     uuid,
    given_at     timestamptz not null,
    given_where  text not null,
    given_on     text not null,
    ended_at     timestamptz,
    ended_how    text check (ended_how in ('WITHDRAWN', 'REPLACED', 'ACCOUNT_CLOSED', 'GUARDIANSHIP_ENDED')),
    ended_where  text,
    ended_on     text,
    primary key (holder_id, id),
    check ((ended_at is null) = (ended_how is null)),
    check ((given_by is not null) = (purpose like 'CHILD_%'))
);

create unique index consent_one_live on consents.consent (holder_id, purpose, given_by) nulls not distinct
    where ended_at is null;
create index consent_given_by on consents.consent (given_by, given_at) where given_by is not null;

comment on column consents.consent.holder_id is 'personal: whose consent; a draft, declaration or application until an officer decides whose that is';
comment on column consents.consent.id is 'plain: as the trail names it';
comment on column consents.consent.purpose is 'plain';
comment on column consents.consent.wording is 'plain: version of the text that was read';
comment on column consents.consent.language is 'plain: of the text that was read';
comment on column consents.consent.given_by is 'personal: the representative of a child; none for one''s own';
comment on column consents.consent.given_at is 'plain';
comment on column consents.consent.given_where is 'plain: which page';
comment on column consents.consent.given_on is 'personal: browser and system in words';
comment on column consents.consent.ended_at is 'plain: none while it is live';
comment on column consents.consent.ended_how is 'plain';
comment on column consents.consent.ended_where is 'plain: which page';
comment on column consents.consent.ended_on is 'personal: browser and system in words';
