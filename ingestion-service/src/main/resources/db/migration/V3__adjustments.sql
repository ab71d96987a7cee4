-- People correct what loggers sent, and approve what may be taken as final: who, when, why, on what evidence. What a
-- logger sent stays; a correction is a further revision beside it.

-- The adjustment that made this revision, or took it back; null for what a logger sent. The newest revision without it
-- is the logger's own last word: with that one the next thing it sends is compared, not with what people made of it.
alter table reading add column adjustment uuid;

create table adjustment (
    id              uuid primary key,
    station         text        not null,
    parameter       text        not null,
    change          jsonb       not null,
    reason          text        not null,
    explanation     text        not null,
    attachments     jsonb       not null,
    readings        integer     not null,
    first_time      timestamptz not null,
    last_time       timestamptz not null,
    state           text        not null,
    proposed_by     text        not null,
    idempotency_key text,
    request_sha256  bytea       not null,
    unique (proposed_by, idempotency_key)
);
create index adjustment_of_station on adjustment (station, id);

create table adjustment_step (
    adjustment uuid        not null references adjustment,
    number     integer     not null,
    step       text        not null,
    person     text        not null,
    at         timestamptz not null,
    comment    text        not null,
    primary key (adjustment, number)
);

-- What an adjustment makes of each reading, as it is shown to who approves it. "original" is the revision that is
-- adjusted; its value and status are copied, for they outlive the partition.
create table adjusted_reading (
    adjustment      uuid        not null references adjustment,
    number          integer     not null,
    datastream      bigint      not null,
    time            timestamptz not null,
    original        integer     not null,
    original_value  numeric,
    original_status text        not null,
    unit            text        not null,
    value           numeric,
    status          text        not null,
    flags           text[]      not null,
    primary key (adjustment, number)
);

-- The data of a station for a period, as far as they had come by a cursor of the feed: what came later is provisional
-- until it is approved again.
create table approval (
    id              uuid primary key,
    station         text        not null,
    from_time       timestamptz not null,
    to_time         timestamptz not null,
    cursor          bigint      not null,
    comment         text        not null,
    approved_by     text        not null,
    approved_at     timestamptz not null,
    revoked_by      text,
    revoked_at      timestamptz,
    revoked_because text,
    idempotency_key text,
    unique (approved_by, idempotency_key)
);
create index approval_of_station on approval (station, id);
