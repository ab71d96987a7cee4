package vn.quantrac.ingestion.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/** A command that is to be said to a logger now, by whoever has claimed it. */
@RegisterForReflection
public record Delivery(
        UUID id, String station, String command, JsonNode arguments, Instant issuedAt, Instant expiresAt) {}
