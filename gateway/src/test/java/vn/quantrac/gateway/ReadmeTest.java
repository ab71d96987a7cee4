package vn.quantrac.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.quantrac.gateway.problem.Problem;

class ReadmeTest {
    private final String readme = read("README.md");

    @Test
    void every_problem_is_explained() throws IllegalAccessException {
        for (Field field : Problem.class.getFields()) {
            if (field.get(null) instanceof Problem problem) {
                assertThat(readme).contains("| `" + problem.slug() + "` | " + problem.status() + " |");
            }
        }
        assertThat(readme).contains("`" + Problem.bodyTooLarge(1).slug() + "`");
    }

    @Test
    void every_variable_is_explained() {
        assertThat(Pattern.compile("QUANTRAC_[A-Z_]+")
                        .matcher(read("src/main/resources/application.properties"))
                        .results())
                .extracting(MatchResult::group)
                .isNotEmpty()
                .allSatisfy(variable -> assertThat(readme).contains("`" + variable + "`"));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
