-- Can be made beforehand without holding anybody up: docs/adjusting.md.
create index if not exists adjustment_code on adjusting.adjustment (code) where code is not null;
