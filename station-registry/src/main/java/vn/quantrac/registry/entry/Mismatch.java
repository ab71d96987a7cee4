package vn.quantrac.registry.entry;

import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/** Why a JSON value is not what a field holds, in words of the API. */
final class Mismatch {
    private Mismatch() {}

    static String field(JsonMappingException mismatch) {
        return mismatch.getPath().stream()
                .map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    static String message(JsonMappingException mismatch) {
        if (mismatch instanceof UnrecognizedPropertyException) {
            return "is not a field that can be given";
        }
        Class<?> type = expected(mismatch);
        if (type == null) {
            return "has the wrong type";
        }
        if (type.isEnum()) {
            return "must be one of " + Arrays.toString(type.getEnumConstants());
        }
        if (type == LocalDate.class) {
            return "is no date such as 2026-01-31";
        }
        if (type == boolean.class) {
            return "must be true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "must be a number" + (type == int.class || type == Integer.class ? " without decimals" : "");
        }
        if (type == String.class) {
            return "must be a text";
        }
        return Collection.class.isAssignableFrom(type) ? "must be a list" : "has the wrong type";
    }

    private static Class<?> expected(JsonMappingException mismatch) {
        if (mismatch instanceof MismatchedInputException wrong) {
            return wrong.getTargetType();
        }
        return mismatch.getCause() instanceof InputCoercionException tooLarge ? tooLarge.getTargetType() : null;
    }
}
