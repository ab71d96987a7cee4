-- What loggers sent, byte for byte, and what was understood of it. A reading is kept once per change of its value or
-- status: equal repetitions are no-ops, a change is the next revision. Nothing here is ever updated.

create table telegram (
    id          uuid primary key,
    station     text        not null,
    door        text        not null,
    name        text,
    content     bytea       not null,
    sha256      bytea       not null,
    received_at timestamptz not null,
    accepted    integer     not null,
    revised     integer     not null,
    duplicate   integer     not null,
    quarantined integer     not null
);
create index telegram_of_station on telegram (station, received_at);

create table reading (
    datastream  bigint      not null,
    time        timestamptz not null,
    revision    integer     not null,
    value       numeric,
    unit        text        not null,
    status      text        not null,
    flags       text[]      not null,
    received_at timestamptz not null,
    telegram    uuid        not null,
    cursor      bigint      not null,
    primary key (datastream, time, revision)
) partition by range (time);
create index reading_cursor on reading (cursor);

-- Makes the partition of the month (UTC) in which an instant lies, if it is missing. The table is made first and
-- attached then, because "create table … partition of" would wait for every reader of the feed.
create function reading_partition(instant timestamptz) returns void language plpgsql as $$
declare
    first_day date := date_trunc('month', instant at time zone 'UTC');
    partition text := 'reading_' || to_char(first_day, 'YYYY_MM');
begin
    if to_regclass(partition) is not null then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtext('reading_partition'));
    if to_regclass(partition) is not null then
        return;
    end if;
    execute format('create table %I (like reading including defaults including indexes)', partition);
    execute format('alter table reading attach partition %I for values from (%L) to (%L)', partition,
        first_day::timestamp at time zone 'UTC', (first_day + interval '1 month') at time zone 'UTC');
end
$$;

-- Lines that were not understood, and whole telegrams as line 0. The first 8 KB are kept here, the rest is in the
-- telegram.
create table quarantine (
    id          bigint generated always as identity primary key,
    telegram    uuid        not null,
    line        integer     not null,
    station     text        not null,
    content     bytea       not null,
    reason      text        not null,
    detail      text        not null,
    received_at timestamptz not null
);
create index quarantine_of_telegram on quarantine (telegram);
create index quarantine_of_station on quarantine (station, id);

-- The copy of the registry, as its feed says it; "cursor" is the event that said it last.
create table registry_entry (
    type   text   not null,
    code   text   not null,
    cursor bigint not null,
    entry  jsonb  not null,
    primary key (type, code)
);
create index registry_entry_cursor on registry_entry (cursor);

-- Which station and parameter an id is, also after the registry withdrew it: readings are served by these codes.
create table datastream (
    id        bigint primary key,
    station   text not null,
    parameter text not null
);
