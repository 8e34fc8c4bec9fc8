create schema catalogue;

create table catalogue.unit (
    layer       text not null check (layer in ('UNTIL_2025', 'SINCE_2025')),
    code        text not null check (code ~ '^([0-9]{2}|[0-9]{3}|[0-9]{5})$'),
    level       text not null generated always as (
        case length(code) when 2 then 'PROVINCE' when 3 then 'DISTRICT' else 'WARD' end) stored,
    name        text not null check (name <> ''),
    parent_code text,
    valid_from  date,
    valid_to    date,
    primary key (layer, code),
    foreign key (layer, parent_code) references catalogue.unit (layer, code),
    check ((length(code) = 2) = (parent_code is null)),
    check (valid_from <= valid_to)
);

create index unit_parent on catalogue.unit (layer, parent_code);

comment on column catalogue.unit.layer is 'plain';
comment on column catalogue.unit.code is 'plain: code of the General Statistics Office';
comment on column catalogue.unit.level is 'plain';
comment on column catalogue.unit.name is 'plain: full official name when the unit was made';
comment on column catalogue.unit.parent_code is 'plain';
comment on column catalogue.unit.valid_from is 'plain: first day in force; null where older than the records';
comment on column catalogue.unit.valid_to is 'plain: last day in force';

create table catalogue.unit_renaming (
    layer      text not null,
    code       text not null,
    valid_from date not null,
    name       text not null check (name <> ''),
    primary key (layer, code, valid_from),
    foreign key (layer, code) references catalogue.unit (layer, code)
);

comment on column catalogue.unit_renaming.layer is 'plain';
comment on column catalogue.unit_renaming.code is 'plain';
comment on column catalogue.unit_renaming.valid_from is 'plain: first day of the new name';
comment on column catalogue.unit_renaming.name is 'plain';

create table catalogue.unit_alias (
    layer text not null,
    code  text not null,
    name  text not null check (name <> ''),
    primary key (layer, code, name),
    foreign key (layer, code) references catalogue.unit (layer, code)
);

comment on column catalogue.unit_alias.layer is 'plain';
comment on column catalogue.unit_alias.code is 'plain';
comment on column catalogue.unit_alias.name is 'plain: another name it is found by';

create table catalogue.ward_successor (
    old_layer text not null default 'UNTIL_2025' check (old_layer = 'UNTIL_2025'),
    old_code  text not null,
    new_layer text not null default 'SINCE_2025' check (new_layer = 'SINCE_2025'),
    new_code  text not null,
    primary key (old_code, new_code),
    foreign key (old_layer, old_code) references catalogue.unit (layer, code),
    foreign key (new_layer, new_code) references catalogue.unit (layer, code)
);

create index ward_successor_old on catalogue.ward_successor (old_layer, old_code);
create index ward_successor_new on catalogue.ward_successor (new_layer, new_code);

comment on column catalogue.ward_successor.old_layer is 'plain';
comment on column catalogue.ward_successor.old_code is 'plain: ward until 30 June 2025';
comment on column catalogue.ward_successor.new_layer is 'plain';
comment on column catalogue.ward_successor.new_code is 'plain: ward from 1 July 2025';
