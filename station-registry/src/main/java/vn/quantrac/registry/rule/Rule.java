package vn.quantrac.registry.rule;

import java.util.function.Function;
import java.util.function.Predicate;

/** A sentence that attributes must satisfy, and what is said of those that do not. */
record Rule<T>(String field, Predicate<T> holds, Function<T, String> otherwise) {
    static <T> Rule<T> rule(String field, String otherwise, Predicate<T> holds) {
        return new Rule<>(field, holds, broken -> otherwise);
    }

    static <T> Rule<T> given(String field, Function<T, ?> value) {
        return rule(field, "must be given", attributes -> Values.given(value.apply(attributes)));
    }

    /** The same rule for what attributes consist of; it holds where that is absent. */
    <S> Rule<S> within(String outer, Function<S, T> part) {
        return new Rule<>(
                outer + "." + field,
                whole -> part.apply(whole) == null || holds.test(part.apply(whole)),
                whole -> otherwise.apply(part.apply(whole)));
    }
}
