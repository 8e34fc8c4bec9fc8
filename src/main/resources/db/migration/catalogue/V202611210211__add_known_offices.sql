-- The agency, its provincial offices of both layers, and the base offices whose codes are published.
-- Addresses, telephones and hours are not: they stay null until an administrator or a file gives them.
-- Founding of the agency: Decree 19/CP of 16 February 1995.
insert into catalogue.office (code, name, open_from)
values ('00000', 'BHXH Việt Nam', date '1995-02-16');

-- 63 offices, one for each province until 30 June 2025; those of provinces whose code does not
-- live on end that day and hand over to the office of the province their wards went into.
create temporary table merged_province on commit drop as
select distinct district.parent_code as old_code, new_ward.parent_code as new_code
from catalogue.ward_successor successor
join catalogue.unit old_ward on old_ward.layer = successor.old_layer and old_ward.code = successor.old_code
join catalogue.unit district on district.layer = old_ward.layer and district.code = old_ward.parent_code
join catalogue.unit new_ward on new_ward.layer = successor.new_layer and new_ward.code = successor.new_code;

create temporary table province_name on commit drop as
select unit.layer, unit.code,
       'BHXH ' || replace(replace(coalesce(renaming.name, unit.name), 'Tỉnh ', 'tỉnh '), 'Thành phố ', 'TP. ') as office_name
from catalogue.unit
left join catalogue.unit_renaming renaming on renaming.layer = unit.layer and renaming.code = unit.code
where unit.level = 'PROVINCE';

insert into catalogue.office (code, name, parent_code, open_from)
select '0' || code, office_name, '00000', date '1995-02-16'
from province_name
where layer = 'SINCE_2025';

insert into catalogue.office (code, name, parent_code, open_from, open_until, successor_code)
select '0' || code, office_name, '00000', date '1995-02-16', date '2025-06-30', '0' || merged.new_code
from province_name
join merged_province merged on merged.old_code = code
where layer = 'UNTIL_2025' and not exists (
    select from catalogue.unit where unit.layer = 'SINCE_2025' and unit.code = province_name.code);

-- A code that lives on may have belonged to a province of another name: 015 was Yên Bái, is Lào Cai.
insert into catalogue.office_former_name (office_code, valid_until, name)
select office.code, date '2025-06-30', former.office_name
from catalogue.office
join province_name former on former.layer = 'UNTIL_2025' and '0' || former.code = office.code
where office.open_until is null and former.office_name <> office.name
  and office.code <> '075'
union all
values ('046', date '2024-12-31', 'BHXH tỉnh Thừa Thiên Huế'),
       ('075', date '2026-04-29', 'BHXH tỉnh Đồng Nai');

insert into catalogue.office_unit (office_code, layer, unit_code)
select '0' || code, 'SINCE_2025', code from province_name where layer = 'SINCE_2025'
union all
select '0' || new_code, 'UNTIL_2025', old_code from merged_province
union
select '0' || old_code, 'UNTIL_2025', old_code from merged_province;

-- Base offices. Cần Thơ's are named after the ward they sit in; the first is the city's own.
create temporary table base_office (code text, name text, parent_code text, open_from date, layer text, unit_code text)
on commit drop;

insert into base_office
values
    ('07906', 'BHXH cơ sở Bình Thạnh', '079', date '2025-07-01', 'UNTIL_2025', '765'),
    ('07919', 'BHXH Quận 7', '079', date '1995-02-16', 'UNTIL_2025', '778'),
    ('09200', 'Văn phòng BHXH TP. Cần Thơ', '092', date '2025-07-01', null, null);

insert into base_office
select known.code, 'BHXH cơ sở ' || known.place, '092', date '2025-07-01', 'SINCE_2025', unit.code
from (values
    ('09203', 'Bình Thủy'), ('09204', 'Hưng Phú'), ('09205', 'Thốt Nốt'), ('09206', 'Vĩnh Thạnh'),
    ('09209', 'Thới Lai'), ('09300', 'Vị Tân'), ('09302', 'Tân Hòa'), ('09304', 'Hiệp Hưng'),
    ('09307', 'Ngã Bảy'), ('09308', 'Long Mỹ'), ('09400', 'Phú Lợi'), ('09402', 'Kế Sách'),
    ('09406', 'Mỹ Tú'), ('09407', 'Ngã Năm'), ('09409', 'Vĩnh Châu'), ('09410', 'Phú Tâm'),
    ('09411', 'Trần Đề')
) known (code, place)
left join catalogue.unit
  on unit.layer = 'SINCE_2025' and unit.parent_code = '92'
  and unit.name in ('Phường ' || known.place, 'Xã ' || known.place);

insert into catalogue.office (code, name, parent_code, open_from)
select distinct code, name, parent_code, open_from from base_office;

insert into catalogue.office_unit (office_code, layer, unit_code)
select code, layer, unit_code from base_office where unit_code is not null;

-- Who was served as an old district is served as the new wards its wards went into.
insert into catalogue.office_unit (office_code, layer, unit_code)
select distinct base_office.code, 'SINCE_2025', successor.new_code
from base_office
join catalogue.unit old_ward on old_ward.layer = base_office.layer and old_ward.parent_code = base_office.unit_code
join catalogue.ward_successor successor on successor.old_code = old_ward.code
where base_office.layer = 'UNTIL_2025';
