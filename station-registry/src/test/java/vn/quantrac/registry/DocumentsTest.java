package vn.quantrac.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.quantrac.feeds.Topics;

/** The documents say what the code does. */
class DocumentsTest {
    private final String readme = read("README.md");

    @Test
    void every_problem_is_explained() {
        assertThat(found("\"([a-z]+(?:-[a-z]+)*)\"", "src/main/java/vn/quantrac/registry/problem/Problems.java"))
                .hasSizeGreaterThan(10)
                .contains("stale", "bad-field")
                .filteredOn(slug -> !slug.equals("problems"))
                .allSatisfy(slug -> assertThat(readme).contains("| `" + slug + "` |"));
    }

    @Test
    void every_variable_is_explained() {
        assertThat(found("(QUANTRAC_[A-Z_]+)", "src/main/resources/application.properties"))
                .isNotEmpty()
                .allSatisfy(variable -> assertThat(readme).contains("`" + variable + "`"));
    }

    @Test
    void the_topics_are_those_of_the_suite() {
        assertThat(read("src/main/resources/META-INF/asyncapi.yaml"))
                .contains("address: " + Topics.REGISTRY_FEED + "\n")
                .contains("address: " + Topics.registryEntry("{type}", "{code}") + "\n");
    }

    private static List<String> found(String pattern, String file) {
        return Pattern.compile(pattern)
                .matcher(read(file))
                .results()
                .map((MatchResult match) -> match.group(1))
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
