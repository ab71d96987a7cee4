-- Entries refer to each other and are called by names. What must hold between them is asked after a change, within its
-- transaction: the view "contradiction" is empty, or the change is refused.

-- Ending a period and opening the next one is one step; their order within it does not matter.
alter table entry_period drop constraint entry_period_kind_code_tstzrange_excl;
alter table entry_period add constraint entry_period_overlap
    exclude using gist (kind with =, code with =, tstzrange(valid_from, valid_to) with &&) deferrable initially deferred;

create index entry_period_code on entry_period (kind, code);

create view entry_reference as
    select id, kind, code, valid_from, valid_to, 'station' as field, 'station' as other_kind, station as other_code
    from entry_period where station is not null
union all
    select id, kind, code, valid_from, valid_to, 'dischargeSource', 'discharge-source',
        attributes::jsonb ->> 'dischargeSource'
    from entry_period where kind = 'station' and attributes::jsonb ->> 'dischargeSource' is not null
union all
    select id, kind, code, valid_from, valid_to, 'parameter', 'parameter', attributes::jsonb ->> 'parameter'
    from entry_period where kind = 'datastream'
union all
    select id, kind, code, valid_from, valid_to, 'instrument', 'instrument', attributes::jsonb ->> 'instrument'
    from entry_period where kind = 'datastream' and attributes::jsonb ->> 'instrument' is not null
union all
    select id, kind, code, valid_from, valid_to, 'parameters', 'parameter', parameter
    from entry_period, jsonb_array_elements_text(attributes::jsonb -> 'parameters') parameter
    where kind = 'instrument'
union all
    select id, kind, code, valid_from, valid_to, 'permit.limits', 'parameter', permitted ->> 'parameter'
    from entry_period, jsonb_array_elements(attributes::jsonb #> '{permit,limits}') permitted
    where kind = 'discharge-source';

-- Spellings of one symbol, as ingestion reads them: a mark between digits is a decimal point, other marks say nothing.
create function symbol_normal(symbol text) returns text immutable language sql as $$
    select upper(regexp_replace(
        regexp_replace(symbol, '(?<=\d)[,._ -](?=\d)', '.', 'g'),
        '(?<!\d)[,._ -]|[,._ -](?!\d)', '', 'g'));
$$;

-- By what data are told to be of a station, and within a station of a datastream.
create view entry_name as
    select id, kind, code, valid_from, valid_to, '' as scope, upper(code) as name
    from entry_period where kind = 'station'
union
    select id, kind, code, valid_from, valid_to, '', upper(alias)
    from entry_period, jsonb_array_elements_text(attributes::jsonb -> 'aliases') alias where kind = 'station'
union
    select id, kind, code, valid_from, valid_to, station, symbol_normal(symbol)
    from entry_period, jsonb_array_elements_text(attributes::jsonb -> 'symbols') symbol where kind = 'datastream';

create view contradiction as
    select 'unknown-reference' as rule, r.kind, r.code, r.field, r.other_kind, r.other_code
    from entry_reference r
    where not coalesce(
        (select range_agg(tstzrange(o.valid_from, o.valid_to)) @> tstzrange(r.valid_from, r.valid_to)
         from entry_period o where o.kind = r.other_kind and o.code = r.other_code), false)
union all
    select 'name-taken', n.kind, n.code, n.name, o.kind, o.code
    from entry_name n join entry_name o on o.scope = n.scope and o.name = n.name and o.code <> n.code
        and tstzrange(o.valid_from, o.valid_to) && tstzrange(n.valid_from, n.valid_to)
union all
    select case when o.station <> p.station then 'foreign-instrument' else 'not-measured' end,
        p.kind, p.code, r.field, o.kind, o.code
    from entry_reference r
    join entry_period p on p.id = r.id
    join entry_period o on o.kind = r.other_kind and o.code = r.other_code
        and tstzrange(o.valid_from, o.valid_to) && tstzrange(p.valid_from, p.valid_to)
    where r.kind = 'datastream' and r.other_kind = 'instrument'
        and (o.station <> p.station
            or not o.attributes::jsonb -> 'parameters' @> jsonb_build_array(p.attributes::jsonb -> 'parameter'))
union all
    select case when o.medium <> p.medium then 'other-medium' else 'other-facility' end,
        p.kind, p.code, r.field, o.kind, o.code
    from entry_reference r
    join entry_period p on p.id = r.id
    join entry_period o on o.kind = r.other_kind and o.code = r.other_code
        and tstzrange(o.valid_from, o.valid_to) && tstzrange(p.valid_from, p.valid_to)
    where r.kind = 'station' and r.other_kind = 'discharge-source'
        and (o.medium <> p.medium or o.facility <> p.facility);

-- A station is of the facility it names, or else of the facility of the source it watches.
create view station_facility as
    select s.id, s.code, coalesce(s.facility, o.facility) as facility,
        greatest(s.valid_from, o.valid_from) as valid_from, least(s.valid_to, o.valid_to) as valid_to
    from entry_period s
    left join entry_period o on s.facility is null and o.kind = 'discharge-source'
        and o.code = s.attributes::jsonb ->> 'dischargeSource'
        and tstzrange(o.valid_from, o.valid_to) && tstzrange(s.valid_from, s.valid_to)
    where s.kind = 'station';

-- Which periods a facility may see: its sources, its stations, and what was at a station while that was its own.
create view facility_entry as
    select id, facility from entry_period where kind = 'discharge-source'
union
    select id, facility from station_facility where facility is not null
union
    select p.id, s.facility from entry_period p
    join station_facility s on s.code = p.station and s.facility is not null
        and tstzrange(s.valid_from, s.valid_to) && tstzrange(p.valid_from, p.valid_to);
