create table catalogue.office (
    code           text primary key check (code ~ '^0([0-9]{2}|[0-9]{4})$'),
    name           text not null check (name <> ''),
    parent_code    text references catalogue.office (code),
    address        text,
    phone          text,
    hours          text,
    open_from      date not null,
    open_until     date,
    successor_code text references catalogue.office (code),
    check (open_from <= open_until),
    check (parent_code <> code),
    check (successor_code <> code)
);

create index office_parent on catalogue.office (parent_code);
create index office_successor on catalogue.office (successor_code);

comment on column catalogue.office.code is 'plain';
comment on column catalogue.office.name is 'plain: the name it bears now';
comment on column catalogue.office.parent_code is 'plain';
comment on column catalogue.office.address is 'plain: null while it is not known';
comment on column catalogue.office.phone is 'plain: the public number of the office';
comment on column catalogue.office.hours is 'plain: opening hours in words';
comment on column catalogue.office.open_from is 'plain: first day it receives files; the founding of the agency where its own is not known';
comment on column catalogue.office.open_until is 'plain: last day it receives files';
comment on column catalogue.office.successor_code is 'plain: the office that took its work over';

create table catalogue.office_former_name (
    office_code text not null references catalogue.office (code),
    valid_until date not null,
    name        text not null check (name <> ''),
    primary key (office_code, valid_until)
);

comment on column catalogue.office_former_name.office_code is 'plain';
comment on column catalogue.office_former_name.valid_until is 'plain: last day of that name';
comment on column catalogue.office_former_name.name is 'plain';

create table catalogue.office_unit (
    office_code text not null references catalogue.office (code),
    layer       text not null,
    unit_code   text not null,
    primary key (office_code, layer, unit_code),
    foreign key (layer, unit_code) references catalogue.unit (layer, code)
);

create index office_unit_unit on catalogue.office_unit (layer, unit_code);

comment on column catalogue.office_unit.office_code is 'plain';
comment on column catalogue.office_unit.layer is 'plain';
comment on column catalogue.office_unit.unit_code is 'plain: the ward, district or province it serves';
