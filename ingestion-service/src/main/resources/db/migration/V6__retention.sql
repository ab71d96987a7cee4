-- Months of readings that retention has announced or dropped. A month is announced before it is dropped; what the feed
-- lost by it is kept for good: its oldest cursor is the largest "last_cursor" of the dropped ones.
create table reading_retention (
    month        date primary key,
    announced_at timestamptz not null,
    dropped_at   timestamptz,
    readings     bigint,
    last_cursor  bigint
);
