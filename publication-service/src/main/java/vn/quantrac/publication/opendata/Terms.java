package vn.quantrac.publication.opendata;

/** Under which terms the data may be used. */
final class Terms {
    static final String LICENSE = "https://creativecommons.org/licenses/by/4.0/";
    static final String ATTRIBUTION =
            "Automatic monitoring data of the province, not yet validated; CC BY 4.0. Dữ liệu quan trắc tự động của tỉnh, chưa thẩm định.";

    private Terms() {}
}
