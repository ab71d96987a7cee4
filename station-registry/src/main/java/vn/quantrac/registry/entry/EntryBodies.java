package vn.quantrac.registry.entry;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.quantrac.registry.problem.Problems;
import vn.quantrac.registry.rule.EntryRules;
import vn.quantrac.registry.rule.JsonRules;

/** Understands the bodies of requests, strictly: what is misspelt or of another type is refused, not guessed. */
@ApplicationScoped
public class EntryBodies {
    /** What an entry is shown with beside its attributes. */
    private static final List<String> ABOUT = List.of("code", "validFrom", "validTo", "version");

    private final ObjectMapper json;
    private final ObjectMapper strict;
    private final EntryRules rules;

    EntryBodies(ObjectMapper json, EntryRules rules) {
        this.json = json;
        this.rules = rules;
        this.strict = json.copy()
                .configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false)
                .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(), true)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        this.strict
                .coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    /** The object that a request consists of. */
    public ObjectNode object(String body) {
        if (body == null || body.isBlank()) {
            throw Problems.badBody("A JSON object must be given");
        }
        try {
            JsonNode tree = strict.readTree(body);
            if (tree instanceof ObjectNode object) {
                return object;
            }
            throw Problems.badBody("Must be a JSON object");
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation();
            throw Problems.badBody(
                    place == null
                            ? "Is no JSON"
                            : "Is no JSON from line " + place.getLineNr() + ", column " + place.getColumnNr());
        }
    }

    /**
     * What is stated of an entry.
     *
     * @param code as the address of the request says it
     */
    public Statement statement(Kind kind, String code, ObjectNode body) {
        if (!kind.isCode(code)) {
            throw Problems.bad("code", "must match " + kind.codePattern());
        }
        List<String> broken = new ArrayList<>(JsonRules.broken(body));
        if (body.hasNonNull("code") && !code.equals(body.get("code").asText())) {
            broken.add("code: is not that of the address");
        }
        if (!broken.isEmpty()) {
            throw Problems.bad(broken);
        }
        Instant validFrom = instant(body, "validFrom");
        Instant validTo = instant(body, "validTo");
        Object attributes = attributes(kind, body);
        broken.addAll(rules.broken(attributes));
        if (!broken.isEmpty()) {
            throw Problems.bad(broken);
        }
        return new Statement(attributes, write(attributes), validFrom, validTo);
    }

    private Object attributes(Kind kind, ObjectNode body) {
        ObjectNode attributes = body.deepCopy();
        attributes.remove(ABOUT);
        Defaults.complete(kind, attributes);
        try {
            return strict.treeToValue(attributes, kind.attributes());
        } catch (JsonMappingException e) {
            throw Problems.bad(Mismatch.field(e), Mismatch.message(e));
        } catch (JsonProcessingException e) {
            throw Problems.badBody("Is no " + kind.eventType());
        }
    }

    private static Instant instant(ObjectNode body, String field) {
        return body.hasNonNull(field) ? Instants.parse(field, body.get(field).asText()) : null;
    }

    private String write(Object attributes) {
        try {
            return json.writeValueAsString(attributes);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
