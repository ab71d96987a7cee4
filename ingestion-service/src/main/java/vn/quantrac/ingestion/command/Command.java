package vn.quantrac.ingestion.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * What an operator tells a logger to do, and what became of it.
 *
 * @param command such as {@code sample}; what a logger understands is its maker's to say
 * @param arguments a JSON object
 * @param issuedBy the user
 * @param attempts how often it was sent
 * @param deliveredAt when the logger acknowledged it, or null
 * @param answeredAt when the logger said what came of it, or null
 * @param result what it said, JSON or a text; or null
 */
record Command(
        UUID id,
        String station,
        String command,
        JsonNode arguments,
        CommandState state,
        String issuedBy,
        Instant issuedAt,
        Instant expiresAt,
        int attempts,
        Instant deliveredAt,
        Instant answeredAt,
        JsonNode result) {}
