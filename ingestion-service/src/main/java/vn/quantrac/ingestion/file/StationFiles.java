package vn.quantrac.ingestion.file;

import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.ftpserver.ftplet.FileSystemView;
import org.apache.ftpserver.ftplet.FtpFile;

/**
 * What a logger sees: a place of its own where every folder exists and files can be put but not read. It forgets all
 * when the logger leaves.
 */
final class StationFiles implements FileSystemView {
    private static final int REMEMBERED = 1_000;

    private final String station;
    private final Uploads uploads;
    /** Sizes by path. */
    private final Map<String, Long> uploaded = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    private String directory = "/";

    StationFiles(String station, Uploads uploads) {
        this.station = station;
        this.uploads = uploads;
    }

    @Override
    public FtpFile getHomeDirectory() {
        return StationFile.folder(this, "/");
    }

    @Override
    public FtpFile getWorkingDirectory() {
        return StationFile.folder(this, directory);
    }

    @Override
    public boolean changeWorkingDirectory(String path) {
        directory = resolve(path);
        return true;
    }

    /** A file that was uploaded, else a file or folder that may become one. */
    @Override
    public FtpFile getFile(String path) {
        String resolved = resolve(path);
        return resolved.equals(directory) || resolved.equals("/")
                ? StationFile.folder(this, resolved)
                : StationFile.file(this, resolved);
    }

    synchronized Long size(String path) {
        return uploaded.get(path);
    }

    OutputStream upload(String path) {
        return uploads.begin(station, path, size -> remember(path, size));
    }

    private synchronized void remember(String path, long size) {
        uploaded.put(path, size);
    }

    synchronized void rename(String from, String to) {
        uploaded.put(to, uploaded.remove(from));
    }

    /** The uploads of this session directly in a folder. */
    synchronized List<StationFile> list(String folder) {
        String prefix = folder.equals("/") ? "/" : folder + "/";
        return uploaded.keySet().stream()
                .filter(path -> path.startsWith(prefix) && path.indexOf('/', prefix.length()) < 0)
                .map(path -> StationFile.file(this, path))
                .toList();
    }

    private String resolve(String path) {
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

    @Override
    public boolean isRandomAccessible() {
        return false;
    }

    @Override
    public synchronized void dispose() {
        uploaded.clear();
    }
}
