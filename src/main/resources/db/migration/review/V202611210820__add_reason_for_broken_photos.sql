-- Given by the system itself when a photo turns out broken after it was received.
insert into review.reason (code, valid_from, kind, wrong_vi, wrong_en, to_do_vi, to_do_en) values
('PHOTO_BROKEN', '2020-01-01', 'RETURN',
 'Một tệp ảnh bạn gửi bị hỏng nên không mở được.',
 'One of the photo files you sent is damaged and cannot be opened.',
 'Vui lòng mở lại tờ khai, chụp lại ảnh được đánh dấu và gửi lại. Các thông tin khác vẫn được giữ nguyên.',
 'Please open the declaration again, take the marked photo once more and send it. Everything else is kept.');
