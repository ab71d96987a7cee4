-- Technical regulations as dated data; nothing of them is compiled in. "verified" is false until a figure was read in
-- the act itself.

create table standard_version (
    code       text primary key,
    medium     text not null,
    valid_from date not null,
    valid_to   date,
    -- From this day on only for points permitted before it.
    permits_before date,
    averagings text[] not null,
    source_ref text not null,
    verified   boolean not null
);

create table limit_value (
    standard     text not null references standard_version,
    "column"     text,
    parameter    text not null,
    averaging    text,
    lo           numeric,
    hi           numeric,
    unit         text not null,
    coefficients text[] not null,
    valid_from   date not null default '-infinity',
    valid_to     date,
    source_ref   text not null,
    verified     boolean not null,
    unique nulls not distinct (standard, "column", parameter, averaging, valid_from)
);

-- A coefficient by the quantity it depends on: above "over" up to and with "up_to". Without a known quantity the row
-- of quantity null counts.
create table coefficient (
    standard text not null references standard_version,
    name     text not null,
    kind     text not null,
    over     numeric,
    up_to    numeric,
    known    boolean not null default true,
    value    numeric not null,
    source_ref text not null,
    verified boolean not null
);

create table judging_rule (
    key        text primary key,
    value      numeric not null,
    source_ref text not null
);
insert into judging_rule values
    ('min_completeness_hour', 0.75, 'international practice; no Vietnamese act found'),
    ('min_completeness_day', 0.75, 'international practice; no Vietnamese act found');

insert into standard_version values
    ('QCVN 40:2011/BTNMT', 'WASTEWATER', '2012-02-15', '2032-01-01', '2025-09-01', '{24h}', 'TT 47/2011/TT-BTNMT; transition of TT 06/2025/TT-BNNMT', true),
    ('QCVN 11-MT:2015/BTNMT', 'WASTEWATER', '2015-06-01', '2032-01-01', '2025-09-01', '{24h}', 'TT 12/2015/TT-BTNMT; transition of TT 06/2025/TT-BNNMT', false),
    ('QCVN 12-MT:2015/BTNMT', 'WASTEWATER', '2015-06-01', '2032-01-01', '2025-09-01', '{24h}', 'TT 12/2015/TT-BTNMT; transition of TT 06/2025/TT-BNNMT', false),
    ('QCVN 19:2009/BTNMT', 'STACK_GAS', '2010-01-01', null, '2025-07-01', '{1h}', 'TT 25/2009/TT-BTNMT; end of the transition of TT 45/2024/TT-BTNMT not verified', false),
    ('QCVN 05:2023/BTNMT', 'AMBIENT_AIR', '2023-09-12', null, null, '{1h,24h}', 'TT 01/2023/TT-BTNMT', true);

insert into limit_value (standard, "column", parameter, averaging, lo, hi, unit, coefficients, source_ref, verified)
select 'QCVN 40:2011/BTNMT', c, p, null, l, h, u, k, 'QCVN 40:2011/BTNMT, Bảng 1', v
from (values
    ('A', 'Temp', null::numeric, 40::numeric, 'Cel', '{}'::text[], false), ('B', 'Temp', null, 40, 'Cel', '{}', false),
    ('A', 'Color', null, 50, '[hnsf''U]', '{}', false), ('B', 'Color', null, 150, '[hnsf''U]', '{}', false),
    ('A', 'pH', 6, 9, '[pH]', '{}', true), ('B', 'pH', 5.5, 9, '[pH]', '{}', true),
    ('A', 'COD', null, 75, 'mg/L', '{Kq,Kf}', true), ('B', 'COD', null, 150, 'mg/L', '{Kq,Kf}', true),
    ('A', 'TSS', null, 50, 'mg/L', '{Kq,Kf}', true), ('B', 'TSS', null, 100, 'mg/L', '{Kq,Kf}', true),
    ('A', 'NH4', null, 5, 'mg/L', '{Kq,Kf}', true), ('B', 'NH4', null, 10, 'mg/L', '{Kq,Kf}', true),
    ('A', 'TN', null, 20, 'mg/L', '{Kq,Kf}', false), ('B', 'TN', null, 40, 'mg/L', '{Kq,Kf}', false),
    ('A', 'TP', null, 4, 'mg/L', '{Kq,Kf}', false), ('B', 'TP', null, 6, 'mg/L', '{Kq,Kf}', false),
    ('A', 'Cl', null, 1, 'mg/L', '{Kq,Kf}', false), ('B', 'Cl', null, 2, 'mg/L', '{Kq,Kf}', false)
) as row (c, p, l, h, u, k, v);

insert into limit_value (standard, "column", parameter, averaging, lo, hi, unit, coefficients, source_ref, verified)
select 'QCVN 11-MT:2015/BTNMT', c, p, null, l, h, u, k, 'QCVN 11-MT:2015/BTNMT, Bảng 1', false
from (values
    ('A', 'pH', 6::numeric, 9::numeric, '[pH]', '{}'::text[]), ('B', 'pH', 5.5, 9, '[pH]', '{}'),
    ('A', 'COD', null, 75, 'mg/L', '{Kq,Kf}'), ('B', 'COD', null, 150, 'mg/L', '{Kq,Kf}'),
    ('A', 'TSS', null, 50, 'mg/L', '{Kq,Kf}'), ('B', 'TSS', null, 100, 'mg/L', '{Kq,Kf}'),
    ('A', 'NH4', null, 10, 'mg/L', '{Kq,Kf}'), ('B', 'NH4', null, 20, 'mg/L', '{Kq,Kf}'),
    ('A', 'TN', null, 30, 'mg/L', '{Kq,Kf}'), ('B', 'TN', null, 60, 'mg/L', '{Kq,Kf}'),
    ('A', 'TP', null, 10, 'mg/L', '{Kq,Kf}'), ('B', 'TP', null, 20, 'mg/L', '{Kq,Kf}'),
    ('A', 'Cl', null, 1, 'mg/L', '{Kq,Kf}'), ('B', 'Cl', null, 2, 'mg/L', '{Kq,Kf}')
) as row (c, p, l, h, u, k);

insert into limit_value (standard, "column", parameter, averaging, lo, hi, unit, coefficients, source_ref, verified)
select 'QCVN 19:2009/BTNMT', c, p, null, null, h, 'mg/m3', '{Kp,Kv}', 'QCVN 19:2009/BTNMT, Bảng 1', false
from (values
    ('A', 'PM', 400::numeric), ('B', 'PM', 200), ('A', 'CO', 1000), ('B', 'CO', 1000), ('A', 'SO2', 1500),
    ('B', 'SO2', 500), ('A', 'NOx', 1000), ('B', 'NOx', 850), ('A', 'NH3', 76), ('B', 'NH3', 50),
    ('A', 'H2S', 7.5), ('B', 'H2S', 7.5)
) as row (c, p, h);

insert into limit_value (standard, "column", parameter, averaging, lo, hi, unit, coefficients, valid_from, valid_to, source_ref, verified)
select 'QCVN 05:2023/BTNMT', null, p, a, null, h, 'ug/m3', '{}', coalesce(f::date, '-infinity'), t::date,
    'QCVN 05:2023/BTNMT, Bảng 1', v
from (values
    ('SO2', '1h', 350::numeric, null, null, true), ('SO2', '24h', 125, null, null, true),
    ('CO', '1h', 30000, null, null, true),
    ('NO2', '1h', 200, null, null, true), ('NO2', '24h', 100, null, null, true),
    ('O3', '1h', 200, null, null, true),
    ('PM10', '24h', 100, null, null, true),
    ('PM2,5', '24h', 50, null, '2026-01-01', true), ('PM2,5', '24h', 45, '2026-01-01', null, false)
) as row (p, a, h, f, t, v);

insert into coefficient (standard, name, kind, over, up_to, known, value, source_ref, verified) values
    ('QCVN 40:2011/BTNMT', 'Kq', 'RIVER', null, 50, true, 0.9, 'QCVN 40:2011/BTNMT, 2.3.1', false),
    ('QCVN 40:2011/BTNMT', 'Kq', 'RIVER', 50, 200, true, 1.0, 'QCVN 40:2011/BTNMT, 2.3.1', false),
    ('QCVN 40:2011/BTNMT', 'Kq', 'RIVER', 200, 500, true, 1.1, 'QCVN 40:2011/BTNMT, 2.3.1', false),
    ('QCVN 40:2011/BTNMT', 'Kq', 'RIVER', 500, null, true, 1.2, 'QCVN 40:2011/BTNMT, 2.3.1', false),
    ('QCVN 40:2011/BTNMT', 'Kq', 'RIVER', null, null, false, 0.9, 'QCVN 40:2011/BTNMT, 2.3.3', false),
    ('QCVN 40:2011/BTNMT', 'Kq', 'LAKE', null, 10000000, true, 0.6, 'QCVN 40:2011/BTNMT, 2.3.2', false),
    ('QCVN 40:2011/BTNMT', 'Kq', 'LAKE', 10000000, 100000000, true, 0.8, 'QCVN 40:2011/BTNMT, 2.3.2', false),
    ('QCVN 40:2011/BTNMT', 'Kq', 'LAKE', 100000000, null, true, 1.0, 'QCVN 40:2011/BTNMT, 2.3.2', false),
    ('QCVN 40:2011/BTNMT', 'Kq', 'LAKE', null, null, false, 0.6, 'QCVN 40:2011/BTNMT, 2.3.3', false),
    ('QCVN 40:2011/BTNMT', 'Kq', 'COAST_PROTECTED', null, null, false, 1.0, 'QCVN 40:2011/BTNMT, 2.3.4', false),
    ('QCVN 40:2011/BTNMT', 'Kq', 'COAST_OTHER', null, null, false, 1.3, 'QCVN 40:2011/BTNMT, 2.3.4', false),
    ('QCVN 40:2011/BTNMT', 'Kf', 'FLOW', null, 50, true, 1.2, 'QCVN 40:2011/BTNMT, 2.4', false),
    ('QCVN 40:2011/BTNMT', 'Kf', 'FLOW', 50, 500, true, 1.1, 'QCVN 40:2011/BTNMT, 2.4', false),
    ('QCVN 40:2011/BTNMT', 'Kf', 'FLOW', 500, 5000, true, 1.0, 'QCVN 40:2011/BTNMT, 2.4', false),
    ('QCVN 40:2011/BTNMT', 'Kf', 'FLOW', 5000, null, true, 0.9, 'QCVN 40:2011/BTNMT, 2.4', false),
    ('QCVN 19:2009/BTNMT', 'Kp', 'FLOW', null, 20000, true, 1.0, 'QCVN 19:2009/BTNMT, 2.3', false),
    ('QCVN 19:2009/BTNMT', 'Kp', 'FLOW', 20000, 100000, true, 0.9, 'QCVN 19:2009/BTNMT, 2.3', false),
    ('QCVN 19:2009/BTNMT', 'Kp', 'FLOW', 100000, null, true, 0.8, 'QCVN 19:2009/BTNMT, 2.3', false),
    ('QCVN 19:2009/BTNMT', 'Kv', 'ZONE', 0, 1, true, 0.6, 'QCVN 19:2009/BTNMT, 2.4', false),
    ('QCVN 19:2009/BTNMT', 'Kv', 'ZONE', 1, 2, true, 0.8, 'QCVN 19:2009/BTNMT, 2.4', false),
    ('QCVN 19:2009/BTNMT', 'Kv', 'ZONE', 2, 3, true, 1.0, 'QCVN 19:2009/BTNMT, 2.4', false),
    ('QCVN 19:2009/BTNMT', 'Kv', 'ZONE', 3, 4, true, 1.2, 'QCVN 19:2009/BTNMT, 2.4', false),
    ('QCVN 19:2009/BTNMT', 'Kv', 'ZONE', 4, 5, true, 1.4, 'QCVN 19:2009/BTNMT, 2.4', false);

-- The sector regulations take Kq and Kf as QCVN 40:2011 has them.
insert into coefficient (standard, name, kind, over, up_to, known, value, source_ref, verified)
select sector, name, kind, over, up_to, known, value, source_ref, false
from coefficient, unnest(array['QCVN 11-MT:2015/BTNMT', 'QCVN 12-MT:2015/BTNMT']) as sector
where standard = 'QCVN 40:2011/BTNMT';

-- VN_AQI, Decision 1459/QĐ-TCMT, Table 1: the concentration (µg/m³) at which an index is reached.
create table aqi_breakpoint (
    parameter     text    not null,
    averaging     text    not null,
    index         integer not null,
    concentration numeric not null,
    primary key (parameter, averaging, index)
);
insert into aqi_breakpoint
select p, a, i, c from (values
    ('O3', '1h', '{0,160,200,300,400,800,1000,1200}'::numeric[]), ('O3', '8h', '{0,100,120,170,210,400}'),
    ('CO', '1h', '{0,10000,30000,45000,60000,90000,120000,150000}'),
    ('SO2', '1h', '{0,125,350,550,800,1600,2100,2630}'), ('NO2', '1h', '{0,100,200,700,1200,2350,3100,3850}'),
    ('PM10', '24h', '{0,50,150,250,350,420,500,600}'), ('PM2,5', '24h', '{0,25,50,80,150,250,350,500}')
) as row (p, a, cs), unnest(cs, '{0,50,100,150,200,300,400,500}'::integer[]) as pair (c, i)
where c is not null;
