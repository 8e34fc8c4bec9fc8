-- Until now a fixed list in the program.
insert into catalogue.code_version (list, code, valid_from, name_vi, name_en) values
('STOP_REASON', 'NO_LONGER_NEEDED', '1900-01-01', 'Không còn nhu cầu giao dịch điện tử', 'No need for electronic transactions any more'),
('STOP_REASON', 'OTHER_CHANNEL', '1900-01-01', 'Chuyển sang nộp giấy, bưu chính hoặc qua đơn vị', 'Using paper, post or the employer instead'),
('STOP_REASON', 'ABROAD', '1900-01-01', 'Ra nước ngoài sinh sống', 'Moving abroad'),
('STOP_REASON', 'SAFETY', '1900-01-01', 'Lo ngại về an toàn thông tin của tài khoản', 'Worried about the safety of the account'),
('STOP_REASON', 'OTHER', '1900-01-01', 'Lý do khác', 'Another reason');
