package vn.quantrac.registry.rule;

/** Degrees WGS 84. Permits give VN-2000 with the northing first, so the usual mistake is swapped axes. */
record Position(double latitude, double longitude) {
    /** Viet Nam with its waters. */
    boolean inVietNam() {
        return latitude >= 7 && latitude <= 24 && longitude >= 102 && longitude <= 118;
    }

    String complaint() {
        String hint = new Position(longitude, latitude).inVietNam() ? "; are the axes swapped?" : "";
        return latitude + ", " + longitude + " is not in Viet Nam" + hint;
    }
}
