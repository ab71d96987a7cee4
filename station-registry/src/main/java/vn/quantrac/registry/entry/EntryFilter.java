package vn.quantrac.registry.entry;

import java.time.Instant;

/** Which entries a list shows; null is no restriction. */
record EntryFilter(Instant at, String station, String medium, String facility) {}
