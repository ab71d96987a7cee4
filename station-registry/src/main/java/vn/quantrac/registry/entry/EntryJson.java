package vn.quantrac.registry.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import vn.quantrac.feeds.registry.Effective;
import vn.quantrac.feeds.registry.RegistryEntry;

/** An entry as the API shows it and as the feed says it. */
@ApplicationScoped
public class EntryJson {
    private final ObjectMapper json;

    EntryJson(ObjectMapper json) {
        this.json = json;
    }

    public ObjectNode shown(EntryPeriod period) {
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
    String message(Timeline timeline) {
        try {
            return json.writeValueAsString(new RegistryEntry<>(
                    timeline.code(),
                    timeline.periods().stream()
                            .map(period -> new Effective<>(period.validFrom, period.validTo, attributes(period)))
                            .toList()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    ObjectNode attributes(EntryPeriod period) {
        try {
            return (ObjectNode) json.readTree(period.attributes);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
