-- A feed is numbered by one counter row that stays locked until the writer commits. So cursors are in commit
-- order, a rolled-back transaction gives its numbers back, and 1..head has no gap (docs/adr/0002).
create table feed_head (
    single boolean primary key default true check (single),
    cursor bigint  not null default 0
);
insert into feed_head default values;

create table feed_event (
    cursor      bigint primary key,
    type        text        not null,
    key         text        not null,
    data        jsonb       not null,
    recorded_at timestamptz not null default clock_timestamp()
);

-- How far this service has applied the feeds of others; written in the transaction of the effects.
create table feed_position (
    feed   text primary key,
    cursor bigint not null
);

-- Takes the next n cursors and returns the one before them; nobody else gets any until this transaction ends.
create function feed_advance(n bigint) returns bigint language sql as $$
    update feed_head set cursor = cursor + n returning cursor - n;
$$;

create function feed_append(type text, key text, data jsonb) returns bigint language sql as $$
    insert into feed_event (cursor, type, key, data) values (feed_advance(1) + 1, type, key, data) returning cursor;
$$;
