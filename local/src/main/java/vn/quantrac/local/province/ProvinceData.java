package vn.quantrac.local.province;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The sample province as its files tell it, in the form in which the registry takes it. A file says from when its
 * entries hold; what changes of an entry afterwards stands in its {@code later}, each with only what is different.
 */
final class ProvinceData {
    static final String PARAMETERS = "parameters";
    static final String SOURCES = "discharge-sources";
    static final String STATIONS = "stations";
    static final String INSTRUMENTS = "instruments";
    static final String DATASTREAMS = "datastreams";

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private ProvinceData() {}

    /** The entries of a collection of the registry, each as its periods in order of time. */
    static List<List<ObjectNode>> entries(String collection) {
        JsonNode file = file(collection);
        List<List<ObjectNode>> entries = new ArrayList<>();
        for (JsonNode entry : file.get("entries")) {
            entries.add(periods(entry.deepCopy(), file.get("validFrom").asText()));
        }
        return entries;
    }

    private static List<ObjectNode> periods(ObjectNode first, String validFrom) {
        JsonNode later = first.remove("later");
        first.put("validFrom", validFrom);
        List<ObjectNode> periods = new ArrayList<>(List.of(first));
        if (later != null) {
            later.forEach(change -> {
                ObjectNode period = periods.get(periods.size() - 1).deepCopy();
                periods.add(period.setAll((ObjectNode) change));
            });
        }
        return periods;
    }

    private static JsonNode file(String collection) {
        try (InputStream file = ProvinceData.class.getResourceAsStream("/province/" + collection + ".json")) {
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
