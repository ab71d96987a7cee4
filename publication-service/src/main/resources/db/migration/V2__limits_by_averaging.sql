-- Ambient air has limits for several averagings from the same day on.
alter table applied_limit drop constraint applied_limit_pkey;
alter table applied_limit add primary key (datastream, averaging, valid_from);
