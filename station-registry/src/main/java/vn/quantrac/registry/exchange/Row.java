package vn.quantrac.registry.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import vn.quantrac.registry.entry.EntryName;
import vn.quantrac.registry.entry.Kind;

/**
 * One period of one entry in a document.
 *
 * @param number within its collection, from 1
 */
record Row(Kind kind, int number, ObjectNode body) {
    EntryName name() {
        if (kind == Kind.DATASTREAM && !body.hasNonNull("code")) {
            return new EntryName(
                    kind,
                    body.path("station").asText() + "/" + body.path("parameter").asText());
        }
        return new EntryName(kind, body.path("code").asText(""));
    }

    RowProblem problem(String detail) {
        return new RowProblem(kind.collection(), number, name().code(), detail);
    }
}
