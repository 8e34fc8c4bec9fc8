-- Whether a paper's number stands for somebody else already.
-- Can be made beforehand without holding anybody up: docs/adjusting.md.
create index if not exists paper_number on people.paper (number_hash);
