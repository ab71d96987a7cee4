package vn.quantrac.compliance.standard;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why a datastream is not compared with a limit. What is not known is not guessed. */
enum Gap {
    /** Its station or the datastream itself does not hold at that time. */
    NOT_MEASURED("not-measured"),
    /** Nothing limits this medium; surface water is classified, not limited. */
    NOT_LIMITED("not-limited"),
    /** The station watches no discharge source, or one without a permit. */
    NO_PERMIT("no-permit"),
    /** The permit names a regulation that is not among the standards. */
    UNKNOWN_STANDARD("unknown-standard"),
    /** The permit names a regulation of another medium than the station's. */
    OTHER_MEDIUM("other-medium"),
    /** The regulation does not hold at that time. */
    NOT_IN_FORCE("not-in-force"),
    /** The regulation still holds for older permits only, and this one is newer or has no date. */
    PERMIT_TOO_NEW("permit-too-new"),
    /** The regulation has, or is known with, no figure for this parameter and column. */
    NO_FIGURE("no-figure"),
    /** The permit does not say what a coefficient depends on. */
    NO_COEFFICIENT("no-coefficient"),
    /** The figure's unit cannot be compared with the parameter's. */
    OTHER_UNIT("other-unit"),
    /** The regulation compares another averaging. */
    OTHER_AVERAGING("other-averaging");

    private final String code;

    Gap(String code) {
        this.code = code;
    }

    @JsonValue
    String code() {
        return code;
    }
}
