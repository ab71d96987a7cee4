-- Where a limit is written comes out with it; and whether everything was judged by the figures as they are now, so that
-- a migration that changes one is followed by judging again.

alter table applied_limit add column source_ref text not null default '';

create table judged_figures (
    single      boolean primary key default true check (single),
    fingerprint text
);
insert into judged_figures default values;

-- The registry's unit of colour.
update limit_value set unit = '{Pt-Co}' where parameter = 'Color';

-- Column A of QCVN 19:2009 was for plants from before 2007, and for them until 2014 only.
update limit_value set valid_to = '2015-01-01' where standard = 'QCVN 19:2009/BTNMT' and "column" = 'A';

-- Known by name and date; their tables have not been read in the acts. A permit that names one of them is judged by its
-- own figures and by nothing else.
insert into standard_version (code, medium, valid_from, valid_to, permits_before, averagings, source_ref, verified) values
    ('QCVN 40:2025/BTNMT', 'WASTEWATER', '2025-09-01', null, null, '{24h}', 'TT 06/2025/TT-BTNMT', true),
    ('QCVN 14:2025/BTNMT', 'WASTEWATER', '2025-09-01', null, null, '{24h}', 'TT 05/2025/TT-BTNMT', true),
    ('QCVN 62:2025/BTNMT', 'WASTEWATER', '2025-09-01', null, null, '{24h}', 'TT 04/2025/TT-BTNMT', true),
    ('QCVN 19:2024/BTNMT', 'STACK_GAS', '2025-07-01', null, null, '{1h}', 'TT 45/2024/TT-BTNMT', true);
update standard_version set source_ref = replace(source_ref, 'TT 06/2025/TT-BNNMT', 'TT 06/2025/TT-BTNMT');
