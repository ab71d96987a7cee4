package vn.quantrac.local.bench;

/** What a logger sends at once. */
record Telegram(BenchStation station, byte[] json) {}
