package vn.quantrac.compliance.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;

/** Messages as JSON: in columns that keep them as the feed said them, and in statements that store many at once. */
@ApplicationScoped
public class Messages {
    private final ObjectMapper json;

    Messages(ObjectMapper json) {
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
