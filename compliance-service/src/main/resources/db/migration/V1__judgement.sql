-- What is judged: the copy of the registry and the current value of every reading. What was judged: means, limits,
-- episodes and indices as they were last said. The second follows from the first; only its revisions do not.

create table registry_entry (
    type  text  not null,
    code  text  not null,
    entry jsonb not null,
    primary key (type, code)
);

create table reading (
    datastream bigint      not null,
    time       timestamptz not null,
    station    text        not null,
    parameter  text        not null,
    unit       text        not null,
    value      numeric,
    status     text        not null,
    revision   integer     not null,
    primary key (datastream, time)
);

create table mean (
    datastream bigint      not null,
    averaging  text        not null,
    ends       timestamptz not null,
    starts     timestamptz not null,
    station    text        not null,
    parameter  text        not null,
    value      numeric,
    count      integer     not null,
    expected   integer     not null,
    valid      boolean     not null,
    revision   integer     not null,
    primary key (datastream, averaging, ends)
);
create index mean_of_station on mean (station, averaging, ends);

create table applied_limit (
    datastream bigint      not null,
    averaging  text        not null,
    valid_from timestamptz not null,
    station    text        not null,
    data       jsonb       not null,
    primary key (datastream, averaging, valid_from)
);

create table exceedance (
    id         text primary key,
    datastream bigint      not null,
    station    text        not null,
    averaging  text        not null,
    opened_at  timestamptz not null,
    closed_at  timestamptz,
    withdrawn  boolean     not null,
    data       jsonb       not null
);
create index exceedance_of_datastream on exceedance (datastream, averaging, opened_at);
create index exceedance_of_station on exceedance (station, opened_at);

create table air_quality_index (
    station   text        not null,
    averaging text        not null,
    ends      timestamptz not null,
    data      jsonb       not null,
    primary key (station, averaging, ends)
);
