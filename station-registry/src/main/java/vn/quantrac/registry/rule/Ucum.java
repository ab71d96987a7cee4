package vn.quantrac.registry.rule;

import org.fhir.ucum.UcumService;

/** Whether a text is a unit. */
final class Ucum {
    private Ucum() {}

    /** What is wrong with a unit, or null. */
    static String trouble(UcumService ucum, String unit) {
        try {
            return ucum.validate(unit);
        } catch (RuntimeException e) {
            // Some codes that are none make the library stumble.
            return "it cannot be read";
        }
    }
}
