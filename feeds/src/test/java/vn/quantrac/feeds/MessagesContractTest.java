package vn.quantrac.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.quantrac.feeds.readings.Reading;
import vn.quantrac.feeds.registry.Credential;
import vn.quantrac.feeds.registry.Datastream;
import vn.quantrac.feeds.registry.DischargeSource;
import vn.quantrac.feeds.registry.Instrument;
import vn.quantrac.feeds.registry.Parameter;
import vn.quantrac.feeds.registry.RegistryEntry;
import vn.quantrac.feeds.registry.Station;
import vn.quantrac.feeds.verdicts.AirQualityIndex;
import vn.quantrac.feeds.verdicts.AppliedLimit;
import vn.quantrac.feeds.verdicts.Exceedance;
import vn.quantrac.feeds.verdicts.Mean;

/** The committed examples are the contract: what was said once must always be understood, to the last digit. */
class MessagesContractTest {
    private final ObjectMapper json = FeedJson.mapper();

    static Stream<Arguments> messages() {
        TypeFactory types = TypeFactory.defaultInstance();
        return Stream.of(
                Arguments.of("parameter", types.constructParametricType(RegistryEntry.class, Parameter.class)),
                Arguments.of(
                        "discharge-source", types.constructParametricType(RegistryEntry.class, DischargeSource.class)),
                Arguments.of("station", types.constructParametricType(RegistryEntry.class, Station.class)),
                Arguments.of("instrument", types.constructParametricType(RegistryEntry.class, Instrument.class)),
                Arguments.of("datastream", types.constructParametricType(RegistryEntry.class, Datastream.class)),
                Arguments.of("datastream-unit", types.constructParametricType(RegistryEntry.class, Datastream.class)),
                Arguments.of("credential", types.constructParametricType(RegistryEntry.class, Credential.class)),
                Arguments.of(
                        "credential-certificate", types.constructParametricType(RegistryEntry.class, Credential.class)),
                Arguments.of("reading", types.constructType(Reading.class)),
                Arguments.of("mean", types.constructType(Mean.class)),
                Arguments.of("air-quality-index", types.constructType(AirQualityIndex.class)),
                Arguments.of("applied-limit", types.constructType(AppliedLimit.class)),
                Arguments.of("exceedance", types.constructType(Exceedance.class)),
                Arguments.of("announcement", types.constructType(FeedAnnouncement.class)));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void an_example_is_read_and_written_unchanged(String name, JavaType type) throws IOException {
        String example = example(name);
        assertThat(json.writeValueAsString(json.<Object>readValue(example, type)))
                .isEqualTo(example);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void a_field_of_a_newer_version_is_passed_over(String name, JavaType type) throws IOException {
        ObjectNode newer = (ObjectNode) json.readTree(example(name));
        newer.put("ofTheNextVersion", 1);
        assertThat(json.<Object>treeToValue(newer, type)).isEqualTo(json.readValue(example(name), type));
    }

    private static String example(String name) throws IOException {
        try (var file = MessagesContractTest.class.getResourceAsStream("/examples/" + name + ".json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
