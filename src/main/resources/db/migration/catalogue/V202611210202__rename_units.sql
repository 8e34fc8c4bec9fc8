-- Resolution 175/2024/QH15: Huế under the central government; Resolution 30/2026/QH16: Đồng Nai.
insert into catalogue.unit_renaming (layer, code, valid_from, name)
values
    ('UNTIL_2025', '46', date '2025-01-01', 'Thành phố Huế'),
    ('SINCE_2025', '75', date '2026-04-30', 'Thành phố Đồng Nai');
