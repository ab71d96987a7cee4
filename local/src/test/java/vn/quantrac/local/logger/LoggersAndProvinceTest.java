package vn.quantrac.local.logger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The loggers send what the registry is told of, in units that are converted to its. */
class LoggersAndProvinceTest {
    /** The spellings that loggers send, by the canonical unit they become. */
    private static final Map<String, Set<String>> SPELLINGS = Map.ofEntries(
            Map.entry("mg/L", Set.of("mg/L")),
            Map.entry("ug/m3", Set.of("ug/m3")),
            Map.entry("mg/m3", Set.of("mg/Nm3")),
            Map.entry("m3/h", Set.of("m3/h")),
            Map.entry("Cel", Set.of("oC")),
            Map.entry("[pH]", Set.of("-")),
            Map.entry("uS/cm", Set.of("uS/cm")),
            Map.entry("[NTU]", Set.of("NTU")),
            Map.entry("{Pt-Co}", Set.of("Pt-Co")),
            Map.entry("%", Set.of("%", "%V")),
            Map.entry("kPa", Set.of("kPa")),
            Map.entry("m/s", Set.of("m/s")));

    private final Map<String, JsonNode> parameters = parameters();

    @Test
    void every_symbol_is_one_datastream_and_every_datastream_is_measured() throws IOException {
        Set<String> measured = new TreeSet<>();
        for (LoggerProfile logger : LoggerProfile.all()) {
            for (Profile profile : logger.measures()) {
                List<String> named = datastreams().entrySet().stream()
                        .filter(datastream -> datastream.getKey().startsWith(logger.station() + "/"))
                        .filter(datastream -> isCalled(datastream.getValue(), profile.symbol()))
                        .map(Map.Entry::getKey)
                        .toList();
                assertThat(named).as(logger.station() + " " + profile.symbol()).hasSize(1);
                measured.add(named.get(0));
                assertThat(SPELLINGS.get(unitOf(named.get(0)))).as(named.get(0)).contains(profile.unit());
            }
        }
        assertThat(measured).isEqualTo(datastreams().keySet());
    }

    /** Its own unit, such as mg/m3 for the gases of a stack, or that of its parameter. */
    private String unitOf(String name) {
        JsonNode datastream = datastreams().get(name);
        JsonNode parameter = parameters.get(datastream.get("parameter").asText());
        return datastream.path("unit").asText(parameter.get("unit").asText());
    }

    /** Symbols, as ingestion reads them: the parameter's code or one of its or the datastream's other names. */
    private boolean isCalled(JsonNode datastream, String symbol) {
        JsonNode parameter = parameters.get(datastream.get("parameter").asText());
        return parameter.get("code").asText().equals(symbol)
                || holds(parameter.get("symbols"), symbol)
                || holds(datastream.get("symbols"), symbol);
    }

    private static boolean holds(JsonNode symbols, String symbol) {
        for (JsonNode one : symbols) {
            if (one.asText().equals(symbol)) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, JsonNode> datastreams() {
        Map<String, JsonNode> all = new TreeMap<>();
        entries("datastreams")
                .forEach(one -> all.put(
                        one.get("station").asText() + "/" + one.get("parameter").asText(), one));
        return all;
    }

    private static Map<String, JsonNode> parameters() {
        Map<String, JsonNode> all = new HashMap<>();
        entries("parameters").forEach(one -> all.put(one.get("code").asText(), one));
        return all;
    }

    private static JsonNode entries(String name) {
        try {
            return new ObjectMapper()
                    .readTree(LoggersAndProvinceTest.class.getResource("/province/" + name + ".json"))
                    .get("entries");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
