-- What an operator tells the logger of a station to do. Delivered at least once: whoever delivers it claims it for a
-- while, so that two replicas do not both say it; the logger's acknowledgement is the delivery, its answer the result.

create table command (
    id              uuid primary key,
    station         text        not null,
    command         text        not null,
    arguments       jsonb       not null,
    issued_by       text        not null,
    issued_at       timestamptz not null,
    expires_at      timestamptz not null,
    idempotency_key text,
    claimed_until   timestamptz,
    attempts        integer     not null default 0,
    delivered_at    timestamptz,
    answered_at     timestamptz,
    result          bytea,
    unique (issued_by, idempotency_key)
);
create index command_of_station on command (station, id);
create index command_to_deliver on command (station, id) where delivered_at is null;
