create schema registration;

-- Local to the coordinator: nobody in particular owns a draft yet.
create table registration.draft (
    id                     uuid primary key,
    secret_hash            bytea not null unique,
    content                bytea not null,
    candidates             bytea,
    code_sent_to           bytea,
    confirmed_contact      bytea,
    verified_facts         bytea,
    correcting_declaration uuid,
    submitted_declaration  uuid,
    created_at             timestamptz not null,
    expires_at             timestamptz not null
);

create index draft_expires_at on registration.draft (expires_at);
create index draft_correcting on registration.draft (correcting_declaration)
    where correcting_declaration is not null;

comment on column registration.draft.id is 'plain';
comment on column registration.draft.secret_hash is 'secret: keyed hash of the draft''s link';
comment on column registration.draft.content is 'personal: sealed JSON of what was typed; an empty draft once submitted';
comment on column registration.draft.candidates is 'personal: sealed numbers the look-up found, of one length whether found or not';
comment on column registration.draft.code_sent_to is 'personal: keyed hash of the contact a code was sent to';
comment on column registration.draft.confirmed_contact is 'personal: keyed hash of the contact confirmed';
comment on column registration.draft.verified_facts is 'personal: keyed hash of what the population registry vouched for';
comment on column registration.draft.correcting_declaration is 'plain: the returned declaration it corrects';
comment on column registration.draft.submitted_declaration is 'plain: what it became';
comment on column registration.draft.created_at is 'plain';
comment on column registration.draft.expires_at is 'plain: seven days after the last change';

-- A row of its own per picture, because pictures are uploaded side by side.
create table registration.draft_photo (
    draft_id uuid not null references registration.draft (id) on delete cascade,
    kind     text not null check (kind in ('PORTRAIT', 'PAPER_FRONT', 'PAPER_BACK')),
    file_id  uuid not null,
    primary key (draft_id, kind)
);

comment on column registration.draft_photo.draft_id is 'plain';
comment on column registration.draft_photo.kind is 'plain';
comment on column registration.draft_photo.file_id is 'plain: the picture, in module files';
