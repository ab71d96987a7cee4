-- Months of readings that retention has announced or dropped. A month is announced before it is dropped; what the feed
-- lost by it is kept for good: its oldest cursor is the largest "last_cursor" of the dropped ones.
create table reading_retention (
    month        date primary key,
    announced_at timestamptz not null,
    dropped_at   timestamptz,
    readings     bigint,
    last_cursor  bigint
);

-- Small telegrams compress well only together. Those of a station and day become one after the other a gzip stream;
-- then a telegram's content is null, and is "content_length" bytes from "pack_from" on of its pack.
create table telegram_pack (
    id      uuid primary key,
    station text  not null,
    day     date  not null,
    content bytea not null
);
alter table telegram_pack alter column content set storage external;
create index telegram_pack_of_station on telegram_pack (station, day);

alter table telegram
    alter column content drop not null,
    add column pack uuid,
    add column pack_from integer,
    add column content_length integer;
