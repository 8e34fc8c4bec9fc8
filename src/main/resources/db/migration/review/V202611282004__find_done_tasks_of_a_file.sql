create index task_file on review.task (declaration_id);
