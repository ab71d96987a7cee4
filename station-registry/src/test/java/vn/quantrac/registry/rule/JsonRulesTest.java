package vn.quantrac.registry.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.quantrac.feeds.FeedJson;

class JsonRulesTest {
    private static List<String> broken(String value) throws Exception {
        return JsonRules.broken(FeedJson.mapper().readTree("{\"f\":" + value + "}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "\"Trạm quan trắc 水 😀\"",
                "[]",
                "{\"a\":[1,2]}",
                "0",
                "-1",
                "0.000000000001",
                "999999999999999",
                "1e3",
                "-0.0"
            })
    void what_can_be_kept_is_kept(String value) throws Exception {
        assertThat(broken(value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e15",
                "-1e15",
                "1e999999999",
                "1e-13",
                "1e-999999999",
                "\"a\\u0000\"",
                "\"a\\n\"",
                "\"\\ud83d\"",
                "[null]",
                "{\"a\":{\"b\":\"\\u0001\"}}",
                "[[1e99]]"
            })
    void what_cannot_be_kept_compared_or_shown_is_not(String value) throws Exception {
        assertThat(broken(value)).hasSize(1);
    }

    @Test
    void texts_and_lists_are_bounded() throws Exception {
        assertThat(broken("\"" + "x".repeat(500) + "\"")).isEmpty();
        assertThat(broken("\"" + "x".repeat(501) + "\"")).containsExactly("f: must be at most 500 characters");
        assertThat(broken("[" + "1,".repeat(100) + "1]")).containsExactly("f: must be at most 100 items");
    }
}
