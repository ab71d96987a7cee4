-- The published record: what was measured, judged and registered, as the feeds of the other services say it.

create table registry_entry (
    type  text  not null,
    code  text  not null,
    entry jsonb not null,
    primary key (type, code)
);

-- Names of the numbers by which observations are stored.
create table datastream (
    id        bigint primary key,
    station   text not null,
    parameter text not null
);
create index datastream_of_station on datastream (station, parameter);

-- Every accepted reading. "cursor" is that of the readings feed, which has no gaps: so the ministry can prove that it
-- has everything. Rows are never updated; the highest revision of a time is the current one.
create table observation (
    datastream  bigint      not null,
    time        timestamptz not null,
    revision    integer     not null,
    value       numeric,
    unit        text        not null,
    status      text        not null,
    flags       text[]      not null,
    received_at timestamptz not null,
    cursor      bigint      not null,
    primary key (datastream, time, revision)
) partition by range (time);
create index observation_cursor on observation (cursor);

-- Makes the partition of the month (UTC) in which an instant lies, if it is missing. The table is made first and
-- attached then, because "create table … partition of" would wait for every reader.
create function observation_partition(instant timestamptz) returns void language plpgsql as $$
declare
    first_day date := date_trunc('month', instant at time zone 'UTC');
    partition text := 'observation_' || to_char(first_day, 'YYYY_MM');
begin
    if to_regclass(partition) is not null then
        return;
    end if;
    execute format('create table %I (like observation including defaults including indexes)', partition);
    execute format('alter table observation attach partition %I for values from (%L) to (%L)', partition,
        first_day::timestamp at time zone 'UTC', (first_day + interval '1 month') at time zone 'UTC');
end
$$;

-- The newest observation of each datastream, and since when it has had its status without a break.
create table latest (
    datastream   bigint primary key,
    time         timestamptz not null,
    value        numeric,
    unit         text        not null,
    status       text        not null,
    flags        text[]      not null,
    status_since timestamptz not null
);

create table mean (
    datastream bigint      not null,
    averaging  text        not null,
    end_at     timestamptz not null,
    start_at   timestamptz not null,
    value      numeric,
    count      integer     not null,
    expected   integer     not null,
    valid      boolean     not null,
    revision   integer     not null,
    primary key (datastream, averaging, end_at)
);

create table air_quality_index (
    station   text        not null,
    averaging text        not null,
    end_at    timestamptz not null,
    value     integer,
    dominant  text,
    indices   jsonb       not null,
    revision  integer     not null,
    primary key (station, averaging, end_at)
);

-- Classes of an index and how they are shown.
create table index_band (
    index_name text    not null,
    low        integer not null,
    high       integer not null,
    band       text    not null,
    label_vi   text    not null,
    label_en   text    not null,
    colour     text    not null,
    source_ref text    not null,
    primary key (index_name, low)
);
insert into index_band values
    ('VN_AQI', 0, 50, 'good', 'Tốt', 'Good', '#00e400', 'Quyết định 1459/QĐ-TCMT'),
    ('VN_AQI', 51, 100, 'moderate', 'Trung bình', 'Moderate', '#ffff00', 'Quyết định 1459/QĐ-TCMT'),
    ('VN_AQI', 101, 150, 'poor', 'Kém', 'Poor', '#ff7e00', 'Quyết định 1459/QĐ-TCMT'),
    ('VN_AQI', 151, 200, 'bad', 'Xấu', 'Bad', '#ff0000', 'Quyết định 1459/QĐ-TCMT'),
    ('VN_AQI', 201, 300, 'very-bad', 'Rất xấu', 'Very bad', '#8f3f97', 'Quyết định 1459/QĐ-TCMT'),
    ('VN_AQI', 301, 500, 'hazardous', 'Nguy hại', 'Hazardous', '#7e0023', 'Quyết định 1459/QĐ-TCMT');

create table applied_limit (
    datastream bigint      not null,
    valid_from timestamptz not null,
    valid_to   timestamptz,
    standard   text        not null,
    column_    text,
    averaging  text        not null,
    min        numeric,
    max        numeric,
    unit       text        not null,
    basis      text        not null,
    verified   boolean     not null,
    withdrawn  boolean     not null,
    primary key (datastream, valid_from)
);

create table exceedance (
    id         text primary key,
    datastream bigint      not null,
    station    text        not null,
    parameter  text        not null,
    standard   text        not null,
    averaging  text        not null,
    min        numeric,
    max        numeric,
    unit       text        not null,
    opened_at  timestamptz not null,
    last_at    timestamptz not null,
    closed_at  timestamptz,
    intervals  integer     not null,
    peak       numeric     not null,
    peak_ratio numeric,
    revision   integer     not null,
    withdrawn  boolean     not null
);
create index exceedance_of_station on exceedance (station, opened_at);
