package vn.quantrac.ingestion.senml;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import vn.quantrac.ingestion.telegram.BadFieldException;
import vn.quantrac.ingestion.telegram.Fields;
import vn.quantrac.ingestion.telegram.Reason;

/** One element of the array, as it is written. */
record SenmlRecord(JsonNode fields) {
    private static final List<String> OF_A_MEASUREMENT = List.of("n", "u", "t", "v", "vs", "vb", "vd", "s", "status");

    /** Whether it is more than base values for the records after it. */
    boolean isMeasured() {
        return OF_A_MEASUREMENT.stream().anyMatch(fields::has);
    }

    boolean has(String label) {
        return fields.has(label);
    }

    /** @throws BadFieldException when it is no object, or has a field that must be understood to be read at all */
    void check() throws BadFieldException {
        if (!fields.isObject()) {
            throw new BadFieldException(Reason.BAD_LINE, "The record is not an object");
        }
        for (Iterator<String> names = fields.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (name.endsWith("_")) {
                throw BadFieldException.quoting(Reason.BAD_LINE, "A field that must be understood is not", name);
            }
        }
    }

    /** Empty when it is not there. */
    String text(String label) throws BadFieldException {
        JsonNode text = fields.path(label);
        if (text.isMissingNode()) {
            return "";
        }
        if (!text.isTextual()) {
            throw new BadFieldException(Reason.BAD_LINE, label + " is not text");
        }
        return text.textValue().strip();
    }

    /** Zero when it is not there. */
    BigDecimal number(String label, Reason reason) throws BadFieldException {
        JsonNode number = fields.path(label);
        if (number.isMissingNode()) {
            return BigDecimal.ZERO;
        }
        if (!number.isNumber()) {
            throw new BadFieldException(reason, label + " is not a number");
        }
        try {
            return Fields.value(number.decimalValue());
        } catch (BadFieldException e) {
            throw new BadFieldException(reason, label + " has too many digits");
        }
    }

    /** Whether the logger says that it has no value, which SenML itself has no word for. */
    boolean saysNoValue() {
        return fields.path("v").isNull();
    }
}
