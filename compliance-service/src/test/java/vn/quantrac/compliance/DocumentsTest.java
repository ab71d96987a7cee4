package vn.quantrac.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.quantrac.feeds.Topics;
import vn.quantrac.feeds.verdicts.VerdictMessages;

/** The documents say what the code does. */
class DocumentsTest {
    private static final String SOURCES = "src/main/java/vn/quantrac/compliance/";

    private final String readme = read("README.md");
    private final String asyncApi = read("src/main/resources/META-INF/asyncapi.yaml");

    @Test
    void every_problem_is_explained() {
        assertThat(found("\"([a-z]+-[a-z]+)\", \"[A-Z]", SOURCES + "question/Problems.java"))
                .containsExactlyInAnyOrder("bad-parameter", "unknown-station")
                .allSatisfy(slug -> assertThat(readme).contains("| `/problems/" + slug + "` |"));
    }

    @Test
    void every_gap_is_explained() {
        assertThat(found("[A-Z_]+\\(\"([a-z-]+)\"\\)", SOURCES + "standard/Gap.java"))
                .hasSizeGreaterThan(8)
                .allSatisfy(reason -> assertThat(readme).contains("| `" + reason + "` |"));
    }

    @Test
    void every_variable_is_explained() {
        assertThat(found("\\$\\{(QUANTRAC_[A-Z_]+)", "src/main/resources/application.properties"))
                .contains("QUANTRAC_FEED_POLL")
                .allSatisfy(variable -> assertThat(readme).contains("`" + variable + "`"));
    }

    @Test
    void every_metric_is_explained() {
        for (String file : List.of("verdict/VerdictFeed", "exceedance/Exceedances")) {
            assertThat(found("builder\\(\\s*\"(compliance\\.[a-z.]+)\"", SOURCES + file + ".java"))
                    .isNotEmpty()
                    .allSatisfy(metric -> assertThat(readme).contains("`" + metric + "`"));
        }
        assertThat(found(
                        "FollowerGauges\\.register\\(follower, \"(compliance\\.[a-z.]+)\"",
                        SOURCES + "verdict/Followers.java"))
                .isNotEmpty()
                .allSatisfy(prefix -> assertThat(readme)
                        .contains("`" + prefix + ".position`", "`" + prefix + ".lag`", "`" + prefix + ".silence`"));
    }

    @Test
    void every_path_is_explained() {
        for (String file : List.of(
                "verdict/FeedResource",
                "exceedance/ExceedanceResource",
                "mean/MeanResource",
                "index/IndexResource",
                "standard/LimitResource",
                "standard/StandardResource")) {
            assertThat(found("^@Path\\(\"(/[a-z]+)\"\\)", SOURCES + file + ".java"))
                    .isNotEmpty()
                    .allSatisfy(path -> assertThat(readme).contains("| `GET " + path));
        }
    }

    @Test
    void the_topics_and_messages_are_those_of_the_suite() {
        for (String topic : List.of(Topics.VERDICTS_FEED, Topics.REGISTRY_FEED, Topics.READINGS_FEED)) {
            assertThat(asyncApi).contains("address: " + topic + "\n");
            assertThat(read("src/main/resources/application.properties")).contains(".topic=" + topic + "\n");
        }
        assertThat(asyncApi)
                .contains("enum: [%s, %s, %s, %s]"
                        .formatted(
                                VerdictMessages.MEAN,
                                VerdictMessages.APPLIED_LIMIT,
                                VerdictMessages.EXCEEDANCE,
                                VerdictMessages.AIR_QUALITY_INDEX));
    }

    private static List<String> found(String pattern, String file) {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(read(file))
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
