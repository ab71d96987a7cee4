package vn.quantrac.registry.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What no value of any field may be, because nothing behind could keep it, compare it or show it. */
public final class JsonRules {
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_LIST = 100;
    private static final int MOST_PLACES = 12;
    private static final int MOST_DIGITS = 15;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");

    private JsonRules() {}

    /** What is wrong, field by field. */
    public static List<String> broken(JsonNode body) {
        List<String> broken = new ArrayList<>();
        body.fields().forEachRemaining(field -> check(field.getKey(), field.getValue(), broken));
        return broken;
    }

    private static void check(String field, JsonNode value, List<String> broken) {
        if (value.isTextual()) {
            checkText(field, value.asText(), broken);
        } else if (value.isNumber() && !keepable(value.decimalValue())) {
            broken.add(field + ": must be below 1e" + MOST_DIGITS + " with at most " + MOST_PLACES + " decimal places");
        } else if (value.isObject()) {
            value.fields().forEachRemaining(part -> check(field + "." + part.getKey(), part.getValue(), broken));
        } else if (value.isArray()) {
            checkList(field, value, broken);
        }
    }

    private static void checkText(String field, String text, List<String> broken) {
        if (text.length() > LONGEST_TEXT) {
            broken.add(field + ": must be at most " + LONGEST_TEXT + " characters");
        } else if (!printable(text)) {
            broken.add(field + ": must not hold control characters");
        }
    }

    private static void checkList(String field, JsonNode list, List<String> broken) {
        if (list.size() > LONGEST_LIST) {
            broken.add(field + ": must be at most " + LONGEST_LIST + " items");
            return;
        }
        for (JsonNode item : list) {
            if (item.isNull()) {
                broken.add(field + ": must not hold null");
            }
            check(field, item, broken);
        }
    }

    /** Whether a text has neither control characters nor halves of characters. */
    public static boolean printable(String text) {
        return !UNPRINTABLE.matcher(text).find();
    }

    private static boolean keepable(BigDecimal number) {
        return number.scale() <= MOST_PLACES && number.precision() - (long) number.scale() <= MOST_DIGITS;
    }
}
