-- Whether a paper's number stands for somebody else already.
create index paper_number on people.paper (number_hash);
