package vn.quantrac.local.ingest;

/** What the logger of a station sends at once. */
record Sending(String station, byte[] content) {}
