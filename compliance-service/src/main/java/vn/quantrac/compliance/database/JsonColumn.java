package vn.quantrac.compliance.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;

/** Messages kept in columns as the feed said them. */
@ApplicationScoped
public class JsonColumn {
    private final ObjectMapper json;

    JsonColumn(ObjectMapper json) {
        this.json = json;
    }

    public <T> T read(String text, Class<T> of) {
        try {
            return json.readValue(text, of);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String write(Object message) {
        try {
            return json.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
