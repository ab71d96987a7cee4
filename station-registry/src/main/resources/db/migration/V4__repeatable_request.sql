-- Answers to requests that came with an Idempotency-Key, so that a repeated one does nothing and hears the same. A
-- secret is not in an answer; it follows from the key, which is not kept, and the salt.
create table repeatable_request (
    key_sha256     text primary key,
    request_sha256 text        not null,
    salt           text        not null,
    answer         text        not null,
    recorded_at    timestamptz not null default clock_timestamp()
);
create index repeatable_request_age on repeatable_request (recorded_at);
