-- What the registry says of a code, period by period. One table for all kinds: what must be unique, ordered and
-- referenced is a column, the rest of a period is its attributes.
create extension if not exists btree_gist;

create table entry_period (
    id         bigint generated always as identity primary key,
    kind       text        not null,
    code       text        not null,
    valid_from timestamptz not null,
    valid_to   timestamptz,
    version    integer     not null,
    station    text,
    facility   text,
    medium     text,
    attributes text        not null check (attributes is json object),
    check (valid_to is null or valid_to > valid_from),
    exclude using gist (kind with =, code with =, tstzrange(valid_from, valid_to) with &&)
);
create index entry_period_station on entry_period (station, kind);

create sequence datastream_id;
