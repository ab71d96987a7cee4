-- What people do with what loggers send: they put files in by hand, and have the quarantine read again after the
-- registry was corrected.

-- The user who sent it; null for a logger.
alter table telegram add column sent_by text;

create table replay (
    id         uuid primary key,
    operator   text        not null,
    station    text,
    reason     text,
    started_at timestamptz not null
);

-- An entry is the bytes of its telegram from "from_byte" to before "to_byte"; without them it is not replayed. It is
-- resolved once: "stored" when readings came of it, "superseded" when all of them had been sent again meanwhile.
alter table quarantine
    add column from_byte integer,
    add column to_byte integer,
    add column resolved_at timestamptz,
    add column resolution text,
    add column replay uuid references replay;

-- Entries so far are found by their bytes; several of one line have all the same ones and are left out.
update quarantine q
set from_byte = case when q.line = 0 then 0 else position(q.content in t.content) - 1 end,
    to_byte = case when q.line = 0 then length(t.content) else position(q.content in t.content) - 1 + length(q.content) end
from telegram t
where t.id = q.telegram
    and not exists (select from quarantine o where o.telegram = q.telegram and o.line = q.line and o.id <> q.id);

create index quarantine_open on quarantine (telegram) where resolved_at is null;
