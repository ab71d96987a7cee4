package vn.quantrac.helm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** Makes the table of values in the chart's README. */
final class ValuesTable {
    private static final String START = "<!-- values -->\n";
    private static final String END = "<!-- /values -->";

    private ValuesTable() {}

    /** The README with the table between its two markers replaced. */
    static String into(String readme, List<DocumentedValue> values) {
        int start = readme.indexOf(START);
        int end = readme.indexOf(END);
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("README without " + START.strip() + " and " + END);
        }
        return readme.substring(0, start + START.length()) + table(values) + readme.substring(end);
    }

    private static String table(List<DocumentedValue> values) {
        StringBuilder table = new StringBuilder("| value | default | meaning |\n|---|---|---|\n");
        for (DocumentedValue value : values) {
            table.append("| `%s` | %s | %s |\n"
                    .formatted(
                            value.key(), code(json(value.byDefault())), escape(value.description() + choices(value))));
        }
        return table.toString();
    }

    private static String choices(DocumentedValue value) {
        return value.schema().get("enum") instanceof List<?> choices
                ? ". One of "
                        + String.join(
                                ", ", choices.stream().map(Object::toString).toList())
                : "";
    }

    private static String code(String text) {
        return "`" + escape(text) + "`";
    }

    private static String escape(String text) {
        return text.replace("|", "\\|");
    }

    private static String json(Object value) {
        try {
            return new ObjectMapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
