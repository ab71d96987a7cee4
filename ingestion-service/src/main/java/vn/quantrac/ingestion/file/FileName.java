package vn.quantrac.ingestion.file;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.quantrac.ingestion.file.UploadRefusedException.Why;

/**
 * The name of a telegram that is a file, or the bytes of one from a position on: {@code /2026/11/24/x.txt}, or
 * {@code /2026/11/24/x.txt;from=1234}.
 */
record FileName(String path, long from) {
    private static final int LONGEST = 400;
    private static final Pattern PART = Pattern.compile("(.+);from=(\\d{1,12})");

    static FileName of(String telegramName) {
        Matcher part = PART.matcher(telegramName);
        return part.matches()
                ? new FileName(part.group(1), Long.parseLong(part.group(2)))
                : new FileName(telegramName, 0);
    }

    /** @throws UploadRefusedException for a path that would read as something else */
    static void check(String path) throws UploadRefusedException {
        if (path.length() > LONGEST || PART.matcher(path).matches()) {
            throw new UploadRefusedException(Why.BAD_NAME, "Files are not named so");
        }
    }

    /** The absolute path of what a logger calls {@code path} in a directory; it does not lead out of the root. */
    static String resolve(String directory, String path) {
        Deque<String> names = new ArrayDeque<>();
        String whole = path.startsWith("/") ? path : directory + "/" + path;
        for (String name : whole.split("[/\\\\]")) {
            if (name.equals("..")) {
                names.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        return "/" + String.join("/", names);
    }

    String telegramName() {
        return from == 0 ? path : path + ";from=" + from;
    }
}
