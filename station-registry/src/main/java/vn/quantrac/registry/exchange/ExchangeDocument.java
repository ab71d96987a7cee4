package vn.quantrac.registry.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.quantrac.registry.entry.Kind;
import vn.quantrac.registry.problem.Problems;

/** Many entries in one object: each collection of the API with its items, in whatever order. */
final class ExchangeDocument {
    /** All but credentials, whose secrets nobody has; a kind comes after those it refers to. */
    static final List<Kind> KINDS =
            Arrays.stream(Kind.values()).filter(kind -> kind != Kind.CREDENTIAL).toList();

    private ExchangeDocument() {}

    /** Its rows, those that others refer to first. */
    static List<Row> rows(ObjectNode document) {
        document.fieldNames().forEachRemaining(ExchangeDocument::requireCollection);
        List<Row> rows = new ArrayList<>();
        for (Kind kind : KINDS) {
            JsonNode items = document.path(kind.collection());
            if (!items.isArray() && !items.isMissingNode()) {
                throw Problems.badBody(kind.collection() + " must be a list");
            }
            for (JsonNode item : items) {
                rows.add(row(kind, rowsOf(kind, rows) + 1, item));
            }
        }
        return rows;
    }

    private static int rowsOf(Kind kind, List<Row> rows) {
        Row last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
        return last == null || last.kind() != kind ? 0 : last.number();
    }

    private static Row row(Kind kind, int number, JsonNode item) {
        if (item instanceof ObjectNode body) {
            return new Row(kind, number, body);
        }
        throw Problems.badBody(kind.collection() + " must hold objects, and row " + number + " is none");
    }

    private static void requireCollection(String name) {
        if (KINDS.stream().noneMatch(kind -> kind.collection().equals(name))) {
            throw Problems.badBody(
                    name + " is none of " + KINDS.stream().map(Kind::collection).toList());
        }
    }
}
