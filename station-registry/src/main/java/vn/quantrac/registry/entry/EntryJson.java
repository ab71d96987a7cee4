package vn.quantrac.registry.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import vn.quantrac.feeds.registry.Effective;
import vn.quantrac.feeds.registry.RegistryEntry;

/** An entry as the API shows it, as the database keeps it and as the feed says it. */
@ApplicationScoped
class EntryJson {
    private final ObjectMapper json;

    EntryJson(ObjectMapper json) {
        this.json = json;
    }

    /** The attributes of a request body; a field that the kind does not have is refused, so that a typo is noticed. */
    Object attributes(Kind kind, ObjectNode body) {
        ObjectNode attributes = body.deepCopy();
        attributes.remove(List.of("code", "validFrom", "validTo", "version"));
        ObjectReader reader = json.readerFor(kind.attributes()).with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        try {
            return reader.readValue(attributes);
        } catch (JsonProcessingException e) {
            throw Problems.bad(kind.eventType(), e.getOriginalMessage());
        } catch (java.io.IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Instant instant(ObjectNode body, String field, Instant absent) {
        if (!body.hasNonNull(field)) {
            return absent;
        }
        try {
            return Instant.parse(body.get(field).asText());
        } catch (java.time.format.DateTimeParseException e) {
            throw Problems.bad(field, "is no instant such as 2026-01-01T00:00:00Z");
        }
    }

    String write(Object attributes) {
        try {
            return json.writeValueAsString(attributes);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    ObjectNode shown(EntryPeriod period) {
        ObjectNode shown = json.createObjectNode();
        shown.put("code", period.code);
        shown.set("validFrom", json.valueToTree(period.validFrom));
        if (period.validTo != null) {
            shown.set("validTo", json.valueToTree(period.validTo));
        }
        shown.put("version", period.version);
        shown.setAll(attributes(period));
        return shown;
    }

    /** The message of the feed. */
    String message(String code, List<EntryPeriod> periods) {
        return write(new RegistryEntry<>(
                code,
                periods.stream()
                        .map(period -> new Effective<>(period.validFrom, period.validTo, attributes(period)))
                        .toList()));
    }

    private ObjectNode attributes(EntryPeriod period) {
        try {
            return (ObjectNode) json.readTree(period.attributes);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
