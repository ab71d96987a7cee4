package vn.quantrac.ingestion.intake;

import java.util.concurrent.CompletableFuture;
import vn.quantrac.ingestion.reading.Understood;
import vn.quantrac.ingestion.telegram.Outcome;

/**
 * A telegram on its way into the database, and who waits to hear of it.
 *
 * @param since when it came, on the clock of {@link System#nanoTime()}
 */
record Waiting(Understood understood, CompletableFuture<Outcome> outcome, long since) {}
