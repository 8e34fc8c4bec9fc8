-- What whoever guesses at many accounts has tried in a day: few rows, those of short codes that were
-- mistyped and never typed right.
create index if not exists code_guessed on accounts.code (created_at)
    include (tries)
    where guarded and digits = 6 and tries > 0 and redeemed_at is null;
