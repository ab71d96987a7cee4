package vn.quantrac.ingestion.intake;

/** Fired after every commit of telegrams. */
public record Committed() {}
