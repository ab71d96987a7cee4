package vn.quantrac.ingestion.telegram;

import java.util.Locale;

/** The ways by which telegrams come in. */
public enum Door {
    HTTPS,
    MQTT,
    FTP,
    SFTP,
    /** A file that a person puts in by hand. */
    UPLOAD,
    /** A broker of the province's own, which has let the logger in. */
    BROKER;

    /** As it is stored, and as the metrics' tag. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What {@link #tag} says. */
    public static Door ofTag(String tag) {
        return valueOf(tag.toUpperCase(Locale.ROOT));
    }
}
