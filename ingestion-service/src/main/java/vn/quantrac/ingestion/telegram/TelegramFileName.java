package vn.quantrac.ingestion.telegram;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code <province>_<facility>_<station>_<yyyyMMddHHmmss>.txt}, in any case and with whatever a logger appends while it
 * writes. Folders say nothing: every logger has its own.
 */
public final class TelegramFileName {
    private static final Pattern NAME = Pattern.compile("(\\w+_\\w+_\\w+?)_\\d{8,14}(?:\\D.*)?");

    private TelegramFileName() {}

    /** The station's code as the file is named, or empty for a name of another kind. */
    public static Optional<String> station(String path) {
        Matcher name = NAME.matcher(path.substring(path.lastIndexOf('/') + 1));
        return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
    }
}
